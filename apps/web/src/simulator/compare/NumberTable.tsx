import { say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import classes from "../Simulator.module.css";
import type { CourseResult } from "../simulate-course.ts";
import tableClasses from "../ValueTable.module.css";
import { sayMonthHead } from "./compare-words.ts";
import { valuesAt } from "./compared-numbers.ts";

/** One output of several courses at the same months. */
export function NumberTable(props: {
  readonly caption: string;
  readonly rows: readonly { readonly name: string; readonly result: CourseResult | undefined }[];
  readonly months: readonly number[];
  readonly output: string;
}): ReactNode {
  const { caption, rows, months, output } = props;
  return (
    <MonthTable
      caption={caption}
      months={months}
      rows={rows.map(({ name, result }) => ({ name, values: valuesAt(result, output, months) }))}
    />
  );
}

/** Percent changes at months, one row a course; a dash where there is none. */
export function MonthTable(props: {
  readonly caption: string;
  readonly months: readonly number[];
  readonly rows: readonly { readonly name: string; readonly values: readonly (number | undefined)[] }[];
}): ReactNode {
  const terms = useTerms();
  return (
    <ScrollRegion label={props.caption}>
      <table className={tableClasses.table}>
        <caption className={classes.note}>{props.caption}</caption>
        <thead>
          <tr>
            <td />
            {props.months.map((month) => (
              <th key={month} scope="col" className={tableClasses.number}>
                {say(sayMonthHead, { month }, terms)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(props.rows).map(({ key, item: { name, values } }) => (
            <tr key={key}>
              <th scope="row" className={tableClasses.wraps}>
                {name}
              </th>
              {numbered(values).map((cell) => (
                <td key={cell.key} className={tableClasses.number}>
                  {cell.item === undefined ? "–" : terms.signed(cell.item, 1)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
