import { TextInput } from "@mantine/core";
import { say } from "@materbone/clinical";
import {
  type DayRange,
  type ResolvedDefinition,
  saySinceDelivery,
  sayWhen,
  UNUSED_WORDS,
  WORKLIST_WORDS,
  wholeCodings,
} from "@materbone/finder";
import { sayRecordName, sayRecordWhat, type WomanRecord } from "@materbone/report";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { useTerms } from "../../language/language.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import { SaidWhat } from "../run/SaidWhat.tsx";
import classes from "./Review.module.css";
import { sayRecords, reviewWords as words } from "./review-words.ts";

/** Rows that are drawn at first; a woman may have thousands. */
const FIRST_ROWS = 100;

/** Everything recorded of her, by day, with a filter over what is written there. */
export function RecordsTable(props: {
  readonly records: readonly WomanRecord[];
  readonly delivery: DayRange;
  readonly definition: ResolvedDefinition;
}): ReactNode {
  const { records, delivery, definition } = props;
  const terms = useTerms();
  const [typed, setTyped] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const [isWhole, setIsWhole] = useState(false);
  const wanted = useDeferredValue(typed).trim().toLowerCase();
  const rows = useMemo(
    () =>
      records.map((record) => ({
        record,
        whole: wholeCodings(record.lines),
        cells: {
          when: record.when === undefined ? terms.text(WORKLIST_WORDS.undated) : sayWhen(record.when, terms),
          since: record.when === undefined ? "" : saySinceDelivery(delivery, record.when, terms),
          name: sayRecordName(record, definition, terms),
          what: sayRecordWhat(record, terms),
        },
      })),
    [records, delivery, definition, terms],
  );
  const fits = rows.filter(
    ({ record, whole, cells }) =>
      (!isAsked || record.streams.length > 0 || record.unused !== undefined) &&
      (wanted === "" ||
        [...Object.values(cells), whole ?? "", record.sourceRef].join(" ").toLowerCase().includes(wanted)),
  );
  const shown = isWhole ? fits : fits.slice(0, FIRST_ROWS);
  return (
    <section className="mb-card">
      <h2>{terms.text(words.records)}</h2>
      <div className={`${classes.recordFilters} mb-noprint`}>
        <TextInput
          label={terms.text(words.recordFilter)}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <label className={classes.check}>
          <input type="checkbox" checked={isAsked} onChange={(event) => setIsAsked(event.currentTarget.checked)} />
          {terms.text(words.onlyAsked)}
        </label>
        <p role="status" className="mb-muted">
          {fits.length === 0
            ? terms.text(words.noRecord)
            : say(sayRecords, { shown: shown.length, of: records.length }, terms)}
        </p>
      </div>
      <ScrollRegion label={terms.text(words.records)}>
        <table className={classes.records}>
          <thead>
            <tr>
              <th scope="col">{terms.text(words.when)}</th>
              <th scope="col">{terms.text(words.event)}</th>
              <th scope="col">{terms.text(words.what)}</th>
              <th scope="col">{terms.text(words.source)}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ record, whole, cells }) => (
              <tr key={record.key} data-evidence={record.isEvidence}>
                <td>
                  {cells.when}
                  <span className={classes.since}>{cells.since}</span>
                </td>
                <td>
                  {cells.name} {record.isEvidence && <Chip tone="good">{terms.text(words.isEvidence)}</Chip>}
                </td>
                <td title={whole}>
                  <Said record={record} />
                  {record.unused !== undefined && (
                    <span className={classes.unused}>{terms.text(UNUSED_WORDS[record.unused])}</span>
                  )}
                </td>
                <td>
                  <code>{record.sourceRef}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {shown.length < fits.length && (
        <button type="button" className={classes.plain} onClick={() => setIsWhole(true)}>
          {terms.text(words.showAll)}
        </button>
      )}
    </section>
  );
}

function Said({ record }: { readonly record: WomanRecord }): ReactNode {
  const [line, ...beside] = record.lines;
  return line === undefined ? null : <SaidWhat line={line} beside={beside} />;
}
