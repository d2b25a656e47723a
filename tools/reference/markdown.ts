/** Markdown as the reference pages use it. */

/** A table; cells are escaped, an empty cell is a dash. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(headings), `|${headings.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

export function code(text: string | number): string {
  return `\`${text}\``;
}

export function codes(values: readonly (string | number)[]): string {
  return values.map(code).join(", ");
}

/** JSON as a fenced block, short objects on one line. */
export function jsonBlock(value: unknown): string {
  return `\`\`\`json\n${jsonLines(value, "")}\n\`\`\``;
}

export function jsonLines(value: unknown, indent: string): string {
  const flat = JSON.stringify(value, null, 1)
    .replace(/\[\n\s*/g, "[")
    .replace(/\n\s*\]/g, "]")
    .replace(/\n\s*/g, " ");
  if (typeof value !== "object" || value === null || flat.length + indent.length <= LINE_WIDTH) return flat;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((entry) => inner + jsonLines(entry, inner))
    : Object.entries(value).map(([key, entry]) => `${inner}${JSON.stringify(key)}: ${jsonLines(entry, inner)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}

const LINE_WIDTH = 96;

function cell(text: string): string {
  const escaped = text.replaceAll("|", "\\|").replaceAll("\n", "<br>");
  return escaped === "" ? "–" : escaped;
}
