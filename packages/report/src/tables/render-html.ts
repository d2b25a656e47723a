import { type Html, html, NOTHING, trusted } from "../document/html.ts";
import { caption } from "./plain-text.ts";
import type { Block, Cell, Column, Line, RowGroup, Table } from "./table.ts";

/**
 * The table as an HTML fragment: one `table` per block with caption and scopes, inside a region that scrolls by itself
 * on a narrow screen, and the footnotes below it. All text is escaped.
 */
export function renderHtml(table: Table): string {
  return tableHtml(table).markup;
}

/** As `renderHtml`, for use inside `html`. */
export function tableHtml(table: Table): Html {
  const title = caption(table);
  return html`<div class="table" id="${table.id}" lang="${table.lang === "zh" ? "zh-CN" : "en"}">${table.blocks.map(
    (block, position) =>
      html`<div class="scroll" role="region" tabindex="0" aria-label="${title}">${blockHtml(
        block,
        position === 0 ? title : continued(table),
      )}</div>`,
  )}${
    table.footnotes.length === 0
      ? NOTHING
      : html`<div class="notes">${table.footnotes.map(
          (note) => html`<p>${note.mark === undefined ? NOTHING : html`<sup>${note.mark}</sup> `}${note.text}</p>`,
        )}</div>`
  }</div>`;
}

function continued(table: Table): string {
  const number = table.number ?? table.title;
  return table.lang === "zh" ? `续${number}` : `${number} (continued)`;
}

function blockHtml(block: Block, title: string): Html {
  return html`<table><caption><span>${title}</span></caption><thead>${block.headerRows.map(
    (cells) => html`<tr>${cells.map((content, position) => headerHtml(content, block.columns, position))}</tr>`,
  )}</thead>${block.groups.map((group) => groupHtml(group, block.columns))}</table>`;
}

function headerHtml(content: Cell, columns: readonly Column[], position: number): Html {
  const span = content.colSpan ?? 1;
  const align = content.align ?? (span > 1 ? "centre" : (columns[position]?.align ?? "left"));
  const attributes = trusted(
    `${span > 1 ? ` colspan="${span}"` : ""}${content.rowSpan === undefined ? "" : ` rowspan="${content.rowSpan}"`}`,
  );
  if (content.lines.length === 0) return html`<td${attributes}></td>`;
  return html`<th scope="${span > 1 ? "colgroup" : "col"}" class="${align}"${attributes}>${contentHtml(content)}</th>`;
}

function groupHtml(group: RowGroup, columns: readonly Column[]): Html {
  const heading =
    group.heading === undefined
      ? NOTHING
      : html`<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${contentHtml(group.heading)}</th></tr>`;
  return html`<tbody>${heading}${group.rows.map((row) => {
    let position = 0;
    return html`<tr${trusted(row.kind === "total" ? ' class="total"' : "")}>${row.cells.map((content) => {
      const column = columns[position];
      const isName = position === 0;
      position += content.colSpan ?? 1;
      return bodyHtml(content, column, isName);
    })}</tr>`;
  })}</tbody>`;
}

function bodyHtml(content: Cell, column: Column | undefined, isName: boolean): Html {
  const align = content.align ?? column?.align ?? "left";
  const classes = [align, column?.wraps === true ? "wraps" : "", content.tone ?? ""].filter((name) => name !== "");
  const span = trusted(content.colSpan === undefined ? "" : ` colspan="${content.colSpan}"`);
  if (isName) return html`<th scope="row" class="${classes.join(" ")}"${span}>${contentHtml(content)}</th>`;
  return html`<td class="${classes.join(" ")}"${span}>${contentHtml(content)}</td>`;
}

function contentHtml(content: Cell): Html {
  const lines = content.lines.map((line, position) => html`${position > 0 ? html`<br>` : NOTHING}${lineHtml(line)}`);
  return html`${lines}${content.marks === undefined ? NOTHING : html`<sup class="mark">${content.marks.join(",")}</sup>`}`;
}

function lineHtml(line: Line): Html {
  return html`${line.map((run) => {
    if (run.as === "sup") return html`<sup>${run.text}</sup>`;
    if (run.as === "sub") return html`<sub>${run.text}</sub>`;
    return run.as === "strong" ? html`<strong>${run.text}</strong>` : run.text;
  })}`;
}
