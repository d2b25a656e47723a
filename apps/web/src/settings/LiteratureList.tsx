import { type SeriesHead, say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useRecordPart } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import { numbered } from "../parts/numbered.ts";
import classes from "./Head.module.css";
import { literatureCount, headWords as words } from "./head-words.ts";

/** The studies of the series as a list to read, with their counts. */
export function LiteratureList(): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const studies = (useRecordPart("/literature") as SeriesHead["literature"]) ?? [];
  const left = (useRecordPart("/screenedOut") as SeriesHead["screenedOut"]) ?? [];
  if (studies.length === 0) return <p className="mb-muted">{text(words.none)}</p>;
  const women = studies.reduce((sum, study) => sum + study.women, 0);
  return (
    <>
      <p className="mb-muted">{text(words.literatureText)}</p>
      <p>{say(literatureCount, { studies: studies.length, women, out: left.length }, terms)}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{text(words.literature)}</th>
            <th scope="col">{text(words.year)}</th>
            <th scope="col">{text(words.women)}</th>
          </tr>
        </thead>
        <tbody>
          {numbered(studies).map(({ key, item }) => (
            <tr key={key} data-at={`/literature/${key}`}>
              <th scope="row">
                {item.authors}
                {item.etAl === true && (terms.lang === "zh" ? "等" : " et al.")}
                {item.referenceNumber !== undefined && ` [${item.referenceNumber}]`}
              </th>
              <td>{item.year}</td>
              <td>{item.women}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
