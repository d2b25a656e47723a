import type { Figure } from "@materbone/report";
import type { ReactNode } from "react";
import { numbered } from "../parts/numbered.ts";
import { ScrollRegion } from "../parts/ScrollRegion.tsx";
import classes from "./FigureView.module.css";

/** The data of a figure; the first column names the row. */
export function FigureTable({ figure }: { readonly figure: Figure }): ReactNode {
  return (
    <ScrollRegion label={figure.title}>
      <table className={classes.table}>
        <caption className="mb-hidden">{figure.title}</caption>
        <thead>
          <tr>
            {numbered(figure.header).map(({ key, item }) => (
              <th key={key} scope="col">
                {item}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(figure.rows).map(({ key, item: row }) => (
            <tr key={key}>
              {numbered(row).map((cell) =>
                cell.isFirst ? (
                  <th key={cell.key} scope="row">
                    {cell.item}
                  </th>
                ) : (
                  <td key={cell.key}>{cell.item}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
