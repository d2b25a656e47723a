import { caption, flatHeader } from "./plain-text.ts";
import type { Block, Cell, Line, Row, Table } from "./table.ts";

/** The table as GitHub-flavoured Markdown: caption in bold, one pipe table per block, footnotes below. */
export function renderMarkdown(table: Table): string {
  const blocks = table.blocks.map(blockMarkdown);
  const notes = table.footnotes.map(
    (note) => `${note.mark === undefined ? "" : `<sup>${escapeMarkdown(note.mark)}</sup>`}${escapeMarkdown(note.text)}`,
  );
  return `${[`**${escapeMarkdown(caption(table))}**`, ...blocks, ...(notes.length === 0 ? [] : [notes.join("\\\n")])].join("\n\n")}\n`;
}

/** Escapes what Markdown or HTML would read as markup. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]|~]/g, (character) => `\\${character}`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/\s*[\r\n]+\s*/g, " ");
}

const RULE = { left: ":--", right: "--:", centre: ":-:" } as const;

function blockMarkdown(block: Block): string {
  const header = pipes(flatHeader(block).map(escapeMarkdown));
  const rule = pipes(block.columns.map((column) => RULE[column.align]));
  const body = block.groups.flatMap((group) => [
    ...(group.heading === undefined
      ? []
      : [pipes([`**${cellMarkdown(group.heading)}**`, ...block.columns.slice(1).map(() => "")])]),
    ...group.rows.map((row) => pipes(fields(row, block.columns.length))),
  ]);
  return [header, rule, ...body].join("\n");
}

function fields(row: Row, width: number): readonly string[] {
  const texts = row.cells.flatMap((content) => [
    cellMarkdown(content),
    ...Array.from({ length: (content.colSpan ?? 1) - 1 }, () => ""),
  ]);
  return [...texts, ...Array.from({ length: Math.max(0, width - texts.length) }, () => "")];
}

function cellMarkdown(content: Cell): string {
  const marks = content.marks === undefined ? "" : `<sup>${escapeMarkdown(content.marks.join(","))}</sup>`;
  return content.lines.map(lineMarkdown).join("<br>") + marks;
}

function lineMarkdown(line: Line): string {
  return line
    .map((run) => {
      const text = escapeMarkdown(run.text);
      if (run.as === "strong") return `**${text}**`;
      return run.as === undefined ? text : `<${run.as}>${text}</${run.as}>`;
    })
    .join("");
}

function pipes(texts: readonly string[]): string {
  return `| ${texts.join(" | ")} |`;
}
