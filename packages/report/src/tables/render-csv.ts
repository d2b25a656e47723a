import { flatHeader, plainCell } from "./plain-text.ts";
import type { Block, Row, Table } from "./table.ts";

/**
 * The table as CSV after RFC 4180: one header row, CRLF, quotes where needed, no byte order mark. Blocks that share
 * their row names stand side by side, group headings become the first column; caption, footnotes and footnote marks are left out.
 */
export function renderCsv(table: Table): string {
  const separator = table.lang === "zh" ? "；" : "; ";
  return grid(table, separator)
    .map((fields) => `${fields.map(csvField).join(",")}\r\n`)
    .join("");
}

/** The same grid with tabs, as a spreadsheet takes it from the clipboard; a line feed inside a cell becomes a space. */
export function renderTabs(table: Table): string {
  const separator = table.lang === "zh" ? "；" : "; ";
  return grid(table, separator)
    .map((fields) => `${fields.map((text) => guarded(text.replaceAll(/[\t\r\n]+/g, " "))).join("\t")}\n`)
    .join("");
}

/** One field: guarded against being read as a formula, quoted where RFC 4180 asks for it. */
export function csvField(text: string): string {
  const inert = guarded(text);
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function guarded(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/**
 * Would a spreadsheet compute it? Blanks and invisible characters before the sign do not keep every spreadsheet from it. A
 * number or a range of numbers is no formula; U+2212 and a lone dash do not begin one.
 */
function isFormula(text: string): boolean {
  if (!/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(text) && !/^[\t\r\n]/.test(text)) return false;
  return (
    !/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?%?((～| to )[+\u2212-]?\d+(\.\d+)?%?)?$/.test(text) && text !== "－" && text !== "-"
  );
}

function grid(table: Table, separator: string): readonly (readonly string[])[] {
  const blocks = table.blocks.map((block) => blockGrid(block, table.groupLabel, separator));
  const [first, ...rest] = blocks;
  if (first === undefined) return [];
  if (!rest.every((block) => sameNames(first, block))) return blocks.flat();
  const names = nameCount(table);
  return first.map((fields, line) => [...fields, ...rest.flatMap((block) => block[line]?.slice(names) ?? [])]);
}

function blockGrid(block: Block, groupLabel: string | undefined, separator: string): string[][] {
  const hasGroups = groupLabel !== undefined;
  const header = [...(hasGroups ? [groupLabel] : []), ...flatHeader(block)];
  const body = block.groups.flatMap((group) =>
    group.rows.map((row) => [
      ...(hasGroups ? [group.heading === undefined ? "" : plainCell(group.heading, separator)] : []),
      ...fieldsOf(row, block.columns.length, separator),
    ]),
  );
  return [header, ...body];
}

/** A spanning cell fills its first field; the fields that it covers stay empty. */
function fieldsOf(row: Row, width: number, separator: string): readonly string[] {
  const fields = row.cells.flatMap((content) => [
    plainCell(content, separator),
    ...Array.from({ length: (content.colSpan ?? 1) - 1 }, () => ""),
  ]);
  return [...fields, ...Array.from({ length: Math.max(0, width - fields.length) }, () => "")];
}

function nameCount(table: Table): number {
  return table.groupLabel === undefined ? 1 : 2;
}

function sameNames(a: readonly (readonly string[])[], b: readonly (readonly string[])[]): boolean {
  return a.length === b.length && a.every((fields, line) => fields[0] === b[line]?.[0]);
}
