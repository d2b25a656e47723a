import {
  type DayRange,
  type EvidenceLine,
  evidenceRecords,
  type ResolvedDefinition,
  sayLines,
  sayStream,
  sayTiming,
  WORKLIST_WORDS,
  wholeCodings,
} from "@materbone/finder";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import { SaidWhat } from "../run/SaidWhat.tsx";
import classes from "./EvidenceTable.module.css";
import { worklistWords as words } from "./worklist-words.ts";

/** Lines of evidence by day: what, when, how far from the delivery, where in the source. */
export function EvidenceTable(props: {
  readonly evidence: readonly EvidenceLine[];
  readonly delivery: DayRange;
  readonly definition: ResolvedDefinition;
}): ReactNode {
  const { evidence, delivery, definition } = props;
  const terms = useTerms();
  const head = [words.line, words.event, words.what, words.when, words.certainty, words.source];
  return (
    <ScrollRegion label={terms.text(words.evidence)}>
      <table className={classes.lines}>
        <thead>
          <tr>
            {head.map((word) => (
              <th key={word.en} scope="col">
                {terms.text(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(evidenceRecords(evidence)).map(({ key, item: record }) => (
            <tr key={key}>
              <td>{sayLines(record)}</td>
              <th scope="row">{sayStream(record.line.stream, definition, terms)}</th>
              <td title={wholeCodings([record.line, ...record.beside])}>
                <SaidWhat line={record.line} beside={record.beside} />
              </td>
              <td>{sayTiming(record.line, delivery, terms)}</td>
              <td>{terms.text(record.line.isCertain ? WORKLIST_WORDS.certain : WORKLIST_WORDS.possible)}</td>
              <td>
                <code>{record.line.sourceRef}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
