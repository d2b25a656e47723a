import { say as sayPhrase } from "@materbone/clinical";
import type { ColumnSuggestion, MappingTable } from "@materbone/finder";
import type { ReactNode } from "react";
import type { TableHead } from "../../api/finder-keep-queries.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import { ROLES, type Role, roleOf } from "./draft.ts";
import classes from "./Mapping.module.css";
import { roleWords, sayRoleOf, mappingWords as words } from "./mapping-words.ts";

/** Rows that are shown; the suggestions look at all of the sample. */
const SHOWN = 6;

/** The first rows of a table under its headings, and under each heading what the column is. */
export function SampleGrid(props: {
  readonly head: TableHead;
  readonly table: MappingTable;
  /** The event that the roles belong to. */
  readonly event: number;
  readonly suggestions: readonly ColumnSuggestion[];
  readonly onRole: (column: string, role: Role | undefined) => void;
}): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const { head, table, event } = props;
  const suggested = (column: string, role: Role | undefined): ReactNode => {
    const found = props.suggestions.find((one) => one.column === column);
    if (found === undefined || role === undefined) return undefined;
    // A word stands for its code where there is no code.
    if ((found.role === "text" ? "code" : found.role) !== role) return undefined;
    return <span className={classes.suggested}>{say(found.by === "name" ? words.byName : words.byValues)}</span>;
  };
  return (
    <ScrollRegion label={say(words.sample)}>
      <table className={classes.grid}>
        <caption>{say(words.sample)}</caption>
        <thead>
          <tr>
            {numbered(head.columns).map(({ key, item: column }) => (
              <th key={key} scope="col">
                {column}
              </th>
            ))}
          </tr>
          <tr>
            {numbered(head.columns).map(({ key, item: column }) => {
              const role = roleOf(table, event, column);
              return (
                <td key={key} className={role === undefined ? undefined : classes.chosen}>
                  <select
                    aria-label={sayPhrase(sayRoleOf, { column }, terms)}
                    value={role ?? ""}
                    onChange={(chosen) => {
                      const next = ROLES.find((one) => one === chosen.currentTarget.value);
                      props.onRole(column, next);
                    }}
                  >
                    <option value="">{say(words.noRole)}</option>
                    {ROLES.map((one) => (
                      <option key={one} value={one}>
                        {say(roleWords[one])}
                      </option>
                    ))}
                  </select>
                  {suggested(column, role)}
                </td>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {numbered(head.rows.slice(0, SHOWN)).map(({ key, item: row }) => (
            <tr key={key}>
              {numbered(row).map((cell) => (
                <td key={cell.key}>{cell.item}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
