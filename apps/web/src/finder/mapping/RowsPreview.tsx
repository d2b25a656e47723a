import { type CellFault, type MappingTable, type ReadRow, readRow } from "@materbone/finder";
import type { ReactNode } from "react";
import type { TableHead } from "../../api/finder-keep-queries.ts";
import { useSay } from "../../language/language.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { numbered } from "../../parts/numbered.ts";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import type { Draft } from "./draft.ts";
import classes from "./Mapping.module.css";
import { faultWords, kindWords, mappingWords as words } from "./mapping-words.ts";

/** Rows of the sample that are read. */
const SHOWN = 8;

/** How the first rows read as persons and events, with what cannot be read. */
export function RowsPreview(props: {
  readonly draft: Draft;
  readonly table: MappingTable;
  readonly head: TableHead;
}): ReactNode {
  const say = useSay();
  const { draft, table, head } = props;
  const rows = head.rows.slice(0, SHOWN).map((cells) => readRow(draft, table, head.columns, cells));
  const lines = rows.flatMap((row, index) => linesOf(row, index + 1));
  // A table of persons has no codes and values: columns that no row fills stay away.
  const filled = (["code", "value", "site", "notRead"] as const).filter((name) =>
    lines.some((line) => (name === "notRead" ? line.faults.length > 0 : (line[name] ?? "") !== "")),
  );
  return (
    <div className={classes.preview}>
      <h3>{say(words.preview)}</h3>
      <p className="mb-muted">{say(words.previewNote)}</p>
      {head.rows.length === 0 && <p>{say(words.noSample)}</p>}
      {head.rows.length > 0 && lines.length === 0 && <p>{say(words.nothingRead)}</p>}
      {lines.length > 0 && (
        <ScrollRegion label={say(words.preview)}>
          <table className={classes.grid}>
            <thead>
              <tr>
                {(["row", "reads", "person", "day", ...filled] as const).map((name) => (
                  <th key={name} scope="col">
                    {say(words[name])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {numbered(lines).map(({ key, item: line }) => (
                <tr key={key}>
                  <td>{line.row}</td>
                  <td>
                    {say(line.kind === undefined ? words.person : (kindWords[line.kind] ?? words.events))}
                    {line.sex !== undefined && ` ${say(line.sex === "female" ? words.femaleShort : words.maleShort)}`}
                  </td>
                  <td>{line.person}</td>
                  <td>
                    {line.day === undefined
                      ? ""
                      : line.kind === undefined
                        ? `${say(words.born)} ${line.day}`
                        : line.day}
                  </td>
                  {filled.map((name) => (
                    <td key={name}>
                      {name !== "notRead"
                        ? line[name]
                        : line.faults.map((fault) => (
                            <span key={fault} className={classes.fault}>
                              <Chip tone="question">{say(faultWords[fault])}</Chip>
                            </span>
                          ))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </div>
  );
}

type Line = {
  readonly row: number;
  /** Kind of the event; absent for a person. */
  readonly kind?: string;
  readonly sex?: "female" | "male" | undefined;
  readonly person: string | undefined;
  readonly day: string | undefined;
  readonly code?: string;
  readonly value?: string;
  readonly site?: string | undefined;
  readonly faults: readonly CellFault[];
};

function linesOf({ person, events }: ReadRow, row: number): readonly Line[] {
  return [
    ...(person === undefined
      ? []
      : [{ row, sex: person.sex, person: person.id, day: person.birth, faults: person.faults }]),
    ...events.map((event) => ({
      row,
      kind: event.kind,
      person: event.person,
      day: event.day,
      code: event.code === undefined ? "" : `${event.system} ${event.code}`,
      value: event.value === undefined ? "" : [event.value, event.unit ?? ""].join(" ").trim(),
      site: event.site,
      faults: event.faults,
    })),
  ];
}
