import { R_RESERVED } from "./formula-tree.ts";

/** Pieces of R code. */

/** A number that R reads back to the same bits. */
export function rNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? "NA" : String(value);
}

export function rString(text: string): string {
  const escaped = [...text]
    .map((character) => {
      if (character === '"' || character === "\\") return `\\${character}`;
      const code = character.codePointAt(0) as number;
      return code < 32 || code === 127 ? `\\u${code.toString(16).padStart(4, "0")}` : character;
    })
    .join("");
  return `"${escaped}"`;
}

/** A name as R code; one that is no plain word in backticks. */
export function rName(name: string): string {
  const isPlain = /^(?:[A-Za-z]|\.(?!\d))[A-Za-z0-9._]*$/.test(name) && !R_RESERVED.has(name);
  return isPlain ? name : `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
}

/** The text of a formula as R code: backslashes in names in backticks are doubled. */
export function rFormula(text: string): string {
  return text.replaceAll(/`[^`]*`/g, (name) => name.replaceAll("\\", "\\\\"));
}

/** `c(...)` broken into lines. */
export function rVector(cells: readonly string[]): string {
  const lines: string[] = [];
  let line = "";
  for (const cell of cells) {
    if (line.length + cell.length > 100) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += `${cell}, `;
  }
  lines.push(line.replace(/, $/, ""));
  return `c(${lines.join("\n    ")})`;
}

/** A comment; a line break in the text begins another. */
export function rComment(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => `# ${line}\n`)
    .join("");
}
