import {
  type Densitometer,
  precisionKnowledge,
  precisionStudyResult,
  SKELETAL_SITES,
  type SkeletalSite,
  say,
} from "@materbone/clinical";
import { sourceText } from "@materbone/report";
import { type ReactNode, useState } from "react";
import { useEditorStore, useRecordPart } from "../editor/editor-context.tsx";
import { RemoveButton, useRemoval } from "../fields/EntryList.tsx";
import fields from "../fields/Fields.module.css";
import { useTerms } from "../language/language.tsx";
import { Computed } from "../parts/Computed.tsx";
import { numbered } from "../parts/numbered.ts";
import classes from "./Head.module.css";
import { askedFreedom, howLsc, headWords as words } from "./head-words.ts";
import { PasteRepeats } from "./PasteRepeats.tsx";

type Study = NonNullable<Densitometer["precisionStudy"]>[number];

/** The precision studies of one device: what they give, and a place to paste repeated scans. */
export function PrecisionStudies({ at }: { readonly at: string }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const store = useEditorStore();
  const remove = useRemoval();
  const studies = (useRecordPart(at) as readonly Study[] | undefined) ?? [];
  const [isPasting, setIsPasting] = useState(false);
  const take = (site: SkeletalSite, scansGPerCm2: readonly (readonly number[])[]): void => {
    const position = studies.findIndex((study) => study.site === site);
    if (position < 0) store.editAll([{ at: `${at}/${studies.length}`, value: { site, scansGPerCm2 } }]);
    else store.editAll([{ at: `${at}/${position}/scansGPerCm2`, value: scansGPerCm2 }]);
    setIsPasting(false);
  };
  return (
    <fieldset className={fields.group} data-at={at}>
      <legend>{text(words.study)}</legend>
      <p className="mb-muted">{text(words.studyText)}</p>
      {studies.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              {(["site", "women", "freedom", "rmsSd", "lsc"] as const).map((name) => (
                <th key={name} scope="col">
                  {text(words[name])}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {numbered(studies).map(({ key, item }) => (
              <tr key={key}>
                <th scope="row">{terms.site(item.site)}</th>
                <StudyCells study={item} />
                <td>
                  <RemoveButton title={terms.site(item.site)} onRemove={() => remove(`${at}/${key}`)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isPasting ? (
        <PasteRepeats sites={SKELETAL_SITES} onTake={take} onClose={() => setIsPasting(false)} />
      ) : (
        <button type="button" className={fields.button} onClick={() => setIsPasting(true)}>
          {text(words.paste)}
        </button>
      )}
    </fieldset>
  );
}

function StudyCells({ study }: { readonly study: Study }): ReactNode {
  const terms = useTerms();
  const { text, fixed } = terms;
  const result = precisionStudyResult(study.scansGPerCm2);
  if (result === undefined) {
    return (
      <>
        <td>{study.scansGPerCm2.length}</td>
        <td colSpan={3}>{text(words.alike)}</td>
      </>
    );
  }
  const { multiplier, studySize } = precisionKnowledge;
  const facts = {
    people: result.people,
    freedom: result.degreesOfFreedom,
    rmsSd: fixed(result.rmsSdGPerCm2, 4),
    multiplier: fixed(multiplier.value, 2),
    lsc: fixed(result.lscGPerCm2, 3),
  };
  return (
    <>
      <td>{result.people}</td>
      <td>
        {result.degreesOfFreedom}
        {!result.isLargeEnough && <span className="mb-muted"> ({text(words.tooSmall)})</span>}
      </td>
      <td>{facts.rmsSd}</td>
      <td>
        <Computed value={facts.lsc} title={`${text(words.lsc)}, ${terms.site(study.site)}`}>
          <p>{say(howLsc, facts, terms)}</p>
          <p>{say(askedFreedom, { least: studySize.minimumDegreesOfFreedom }, terms)}</p>
          <p className="mb-muted">{sourceText(multiplier.source, terms)}</p>
        </Computed>
      </td>
    </>
  );
}
