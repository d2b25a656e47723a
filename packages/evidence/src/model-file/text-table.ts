/** Columns of a terminal: a Chinese character takes two. */
export function shownWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}

/** Rows of cells as lines, columns parted by two blanks: the first `left` columns to the left, the others to the right. */
export function textTable(rows: readonly (readonly string[])[], left = 1): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    rows.reduce((most, row) => Math.max(most, shownWidth(row[column] ?? "")), 0),
  );
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? "";
        const blanks = " ".repeat(width - shownWidth(cell));
        return column < left ? cell + blanks : blanks + cell;
      })
      .join("  ")
      .trimEnd();
  return rows.map((row) => `  ${line(row)}\n`).join("");
}

/** A number with `digits` significant digits and no more decimals than it needs; "–" when there is none. */
export function significant(value: number | null | undefined, digits = 5): string {
  if (value === null || value === undefined) return "–";
  if (value === 0) return "0";
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  if (magnitude < -5 || magnitude > 9)
    return value
      .toExponential(digits - 1)
      .replace("-", "\u2212")
      .replace("e\u2212", "e-");
  const decimals = Math.max(0, digits - 1 - magnitude);
  return value.toFixed(Math.min(decimals, 12)).replace("-", "\u2212");
}

/** Numbers of one column with as many decimals as the smallest needs. */
export function aligned(values: readonly (number | null | undefined)[], digits = 4): readonly string[] {
  const given = values.filter((value) => value !== null && value !== undefined && value !== 0) as number[];
  const least = given.reduce((min, value) => Math.min(min, Math.abs(value)), Number.POSITIVE_INFINITY);
  const most = given.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  if (!(least >= 1e-6 && most < 1e9)) return values.map((value) => significant(value, digits + 1));
  const decimals = Math.min(
    8,
    Math.max(digits - 1 - Math.floor(Math.log10(most)), Math.min(4, digits - 1 - Math.floor(Math.log10(least))), 2),
  );
  return values.map((value) =>
    value === null || value === undefined ? "–" : value.toFixed(decimals).replace("-", "\u2212"),
  );
}

/** A p-value with four decimals, and "<0.0001" below. */
export function pText(p: number | null | undefined): string {
  if (p === null || p === undefined) return "–";
  return p < 0.0001 ? "<0.0001" : p.toFixed(4);
}
