import type { Cell, Column, Line, Run } from "@materbone/report";
import type { ReactNode } from "react";
import { numbered } from "./numbered.ts";
import classes from "./TableView.module.css";

/** A cell above a column or above several; an empty one is no heading. */
export function HeaderCell(props: { readonly content: Cell; readonly column: Column | undefined }): ReactNode {
  const { content, column } = props;
  const span = content.colSpan ?? 1;
  const align = content.align ?? (span > 1 ? "centre" : (column?.align ?? "left"));
  if (content.lines.length === 0) return <td colSpan={span} rowSpan={content.rowSpan} />;
  return (
    <th scope={span > 1 ? "colgroup" : "col"} colSpan={span} rowSpan={content.rowSpan} className={classes[align]}>
      <CellContent content={content} />
    </th>
  );
}

/** A cell of the body; the first of a row names the row. */
export function BodyCell(props: {
  readonly content: Cell;
  readonly column: Column | undefined;
  readonly isName: boolean;
}): ReactNode {
  const { content, column } = props;
  const names = [
    classes[content.align ?? column?.align ?? "left"],
    column?.wraps === true ? classes.wraps : undefined,
    content.tone === undefined ? undefined : classes[content.tone],
  ];
  const className = names.filter((name) => name !== undefined).join(" ");
  // An empty cell names no row: the one above it goes on.
  if (props.isName && content.lines.some((line) => line.some(({ text }) => text !== ""))) {
    return (
      <th scope="row" colSpan={content.colSpan} className={className}>
        <CellContent content={content} />
      </th>
    );
  }
  return (
    <td colSpan={content.colSpan} className={className}>
      <CellContent content={content} />
    </td>
  );
}

/** The lines of a cell with the marks of its footnotes behind them. */
export function CellContent({ content }: { readonly content: Cell }): ReactNode {
  return (
    <>
      {numbered(content.lines).map(({ key, item, isFirst }) => (
        <LineView key={key} line={item} isFirst={isFirst} />
      ))}
      {content.marks !== undefined && content.marks.length > 0 && <sup>{content.marks.join(",")}</sup>}
    </>
  );
}

function LineView(props: { readonly line: Line; readonly isFirst: boolean }): ReactNode {
  return (
    <>
      {!props.isFirst && <br />}
      {numbered(props.line).map(({ key, item }) => (
        <RunView key={key} run={item} />
      ))}
    </>
  );
}

function RunView({ run }: { readonly run: Run }): ReactNode {
  if (run.as === "sup") return <sup>{run.text}</sup>;
  if (run.as === "sub") return <sub>{run.text}</sub>;
  return run.as === "strong" ? <strong>{run.text}</strong> : run.text;
}
