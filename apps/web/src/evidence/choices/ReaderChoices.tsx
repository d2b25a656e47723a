import { say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { useEvidenceChange, useEvidenceSearch } from "../evidence-context.tsx";
import { ASSUMED_SDS, type EvidenceChange } from "../evidence-search.ts";
import classes from "./Choices.module.css";
import { sdPoints, choicesWords as words } from "./choices-words.ts";

/**
 * What decides a pooled effect and is nobody's measurement, beside the figure that it decides.
 *
 * @param pinned - what is shown, which a choice must not exchange for what would be shown first under it
 */
export function ReaderChoices({ pinned }: { readonly pinned: EvidenceChange }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { sd, notStated, overlaps } = useEvidenceSearch();
  const change = useEvidenceChange();
  return (
    <fieldset className={classes.choices}>
      <legend>{text(words.legend)}</legend>
      <label className={classes.select}>
        {text(words.sd)}
        <select
          value={sd ?? ""}
          onChange={(event) => {
            const points = Number(event.currentTarget.value);
            change({ ...pinned, sd: ASSUMED_SDS.find((each) => each === points) });
          }}
        >
          <option value="">{text(words.pooledSd)}</option>
          {ASSUMED_SDS.map((points) => (
            <option key={points} value={points}>
              {say(sdPoints, { points }, terms)}
            </option>
          ))}
        </select>
      </label>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={notStated === "mean"}
          onChange={(event) => change({ ...pinned, notStated: event.currentTarget.checked ? "mean" : undefined })}
        />
        {text(words.notStated)}
      </label>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={overlaps !== "each"}
          onChange={(event) => change({ ...pinned, overlaps: event.currentTarget.checked ? undefined : "each" })}
        />
        {text(words.overlaps)}
      </label>
      <p className={classes.note}>{text(words.note)}</p>
    </fieldset>
  );
}
