import { type Block, caption, type Table } from "@materbone/report";
import type { ReactNode } from "react";
import { numbered } from "./numbered.ts";
import { ScrollRegion } from "./ScrollRegion.tsx";
import { BodyCell, CellContent, HeaderCell } from "./TableCell.tsx";
import classes from "./TableView.module.css";

/** A table of the report package on the screen as a journal prints it: blocks, groups, spans, marks and footnotes. */
export function TableView(props: {
  readonly table: Table;
  /** The caption is read out and not shown, where a heading above already says it. */
  readonly isCaptionHidden?: boolean;
}): ReactNode {
  const { table } = props;
  const title = caption(table);
  return (
    <div className={classes.table} lang={table.lang === "zh" ? "zh-CN" : "en"}>
      {numbered(table.blocks).map(({ key, item, isFirst }) => (
        <BlockView
          key={key}
          block={item}
          title={isFirst ? title : continued(table)}
          isCaptionHidden={props.isCaptionHidden === true && isFirst}
        />
      ))}
      {table.footnotes.length > 0 && (
        <div className={classes.notes}>
          {numbered(table.footnotes).map(({ key, item }) => (
            <p key={key}>
              {item.mark !== undefined && <sup>{item.mark} </sup>}
              {item.text}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

function BlockView(props: {
  readonly block: Block;
  readonly title: string;
  readonly isCaptionHidden: boolean;
}): ReactNode {
  const { block } = props;
  return (
    <ScrollRegion label={props.title}>
      <table>
        <caption className={props.isCaptionHidden ? "mb-hidden" : undefined}>
          <span>{props.title}</span>
        </caption>
        <thead>
          {numbered(block.headerRows).map(({ key, item }) => (
            <tr key={key}>
              {numbered(item).map((header) => (
                <HeaderCell key={header.key} content={header.item} column={block.columns[Number(header.key)]} />
              ))}
            </tr>
          ))}
        </thead>
        {numbered(block.groups).map(({ key, item: group }) => (
          <tbody key={key}>
            {group.heading !== undefined && (
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={block.columns.length}>
                  <CellContent content={group.heading} />
                </th>
              </tr>
            )}
            {numbered(group.rows).map((row) => (
              <tr key={row.key} className={row.item.kind === "total" ? classes.total : undefined}>
                {placed(row.item.cells).map(({ key: cellKey, item, position }) => (
                  <BodyCell key={cellKey} content={item} column={block.columns[position]} isName={position === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

/** Cells with the column that each starts in. */
function placed<T extends { readonly colSpan?: number }>(
  cells: readonly T[],
): readonly { readonly key: string; readonly item: T; readonly position: number }[] {
  let position = 0;
  return numbered(cells).map(({ key, item }) => {
    const start = position;
    position += item.colSpan ?? 1;
    return { key, item, position: start };
  });
}

function continued(table: Table): string {
  const number = table.number ?? table.title;
  return table.lang === "zh" ? `续${number}` : `${number} (continued)`;
}
