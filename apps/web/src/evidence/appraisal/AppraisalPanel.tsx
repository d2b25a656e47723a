import { say, type Terms } from "@materbone/clinical";
import { type AppraisalTool, appraisalKnowledge, type EvidenceStudy } from "@materbone/evidence";
import { headed } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import choice from "../choices/Choices.module.css";
import sheet from "../Evidence.module.css";
import { useEvidence, useEvidenceChange, useEvidenceSearch } from "../evidence-context.tsx";
import { ANSWER_WORDS, sayCount, appraisalWords as words } from "./appraisal-words.ts";
import { GradeProfiles } from "./GradeProfiles.tsx";
import { ToolForm } from "./ToolForm.tsx";

/** How far the reports, and what they say together, can be trusted; judged by the reader, with reasons. */
export function AppraisalPanel(): ReactNode {
  const { text } = useTerms();
  const { literature } = useEvidence();
  const { open } = useEvidenceSearch();
  const change = useEvidenceChange();
  const { studies } = literature;
  const asked = studies.findIndex(({ id }) => id === open);
  const first = studies.findIndex(({ appraisals }) => (appraisals ?? []).length > 0);
  const position = asked >= 0 ? asked : Math.max(0, first);
  const study = studies[position];
  return (
    <>
      <div className={`mb-card ${sheet.sheet}`}>
        <h2>{text(words.studies)}</h2>
        <p className={sheet.lead}>{text(words.studiesText)}</p>
        <Appraised studies={studies} />
        {study !== undefined && (
          <>
            <label className={`${choice.select} ${sheet.one} mb-noprint`}>
              {text(words.study)}
              <select value={study.id} onChange={(event) => change({ open: event.currentTarget.value })}>
                {studies.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <h3>{study.label}</h3>
            {appraisalKnowledge.tools.map((tool) => (
              <ToolForm key={`${study.id} ${tool.id}`} tool={tool} study={study} at={`/studies/${position}`} />
            ))}
          </>
        )}
      </div>
      <GradeProfiles />
    </>
  );
}

/** The studies that were appraised, with the answers counted. */
function Appraised({ studies }: { readonly studies: readonly EvidenceStudy[] }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const appraised = studies.filter(({ appraisals }) => (appraisals ?? []).length > 0);
  if (appraised.length === 0) return null;
  const { tools } = appraisalKnowledge;
  return (
    <ScrollRegion label={text(words.studies)}>
      <table className={sheet.table}>
        <thead>
          <tr>
            <th scope="col">{text(words.study)}</th>
            {tools.map(({ id, name }) => (
              <th key={id} scope="col" className={sheet.wraps}>
                {text(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {appraised.map((study) => (
            <tr key={study.id}>
              <th scope="row">{study.label}</th>
              {tools.map((tool) => (
                <td key={tool.id} className={sheet.wraps}>
                  {countsText(study, tool, terms)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** "yes 2, no 2, unclear 2, not applicable 2". */
function countsText({ appraisals }: EvidenceStudy, tool: AppraisalTool, terms: Terms): string {
  const appraisal = appraisals?.find((each) => each.tool === tool.id);
  if (appraisal === undefined) return headed(terms.text(words.notAppraised));
  const answers = Object.values(appraisal.answers);
  const counts = (["yes", "no", "unclear", "notApplicable"] as const).map((answer) => ({
    answer: terms.text(ANSWER_WORDS[answer]),
    count: answers.filter((each) => each.answer === answer).length,
  }));
  return terms.series(counts.map((each) => say(sayCount, each, terms)));
}
