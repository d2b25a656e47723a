import { type SkeletalSite, say } from "@materbone/clinical";
import { type ReactNode, useId, useMemo, useState } from "react";
import fields from "../fields/Fields.module.css";
import { useTerms } from "../language/language.tsx";
import { labelled } from "../language/punctuation.ts";
import { numbered } from "../parts/numbered.ts";
import classes from "./Head.module.css";
import { takeRepeats, headWords as words } from "./head-words.ts";
import { pastedRepeats } from "./pasted-repeats.ts";

/** A block of repeated scans, what was understood of it, and the step that takes it over. */
export function PasteRepeats(props: {
  readonly sites: readonly SkeletalSite[];
  readonly onTake: (site: SkeletalSite, scansGPerCm2: readonly (readonly number[])[]) => void;
  readonly onClose: () => void;
}): ReactNode {
  const terms = useTerms();
  const { text, fixed } = terms;
  const id = useId();
  const [block, setBlock] = useState("");
  const [site, setSite] = useState<SkeletalSite>(props.sites[0] ?? "lumbarSpine");
  const { people, leftovers } = useMemo(() => pastedRepeats(block), [block]);
  return (
    <div className={classes.paste}>
      <div className={classes.row}>
        <label htmlFor={`${id}-site`}>
          {text(words.site)}
          <select
            id={`${id}-site`}
            className={fields.select}
            value={site}
            onChange={(event) => setSite(props.sites.find((each) => each === event.currentTarget.value) ?? site)}
          >
            {props.sites.map((each) => (
              <option key={each} value={each}>
                {terms.site(each)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label htmlFor={`${id}-block`}>{text(words.paste)}</label>
      <textarea
        id={`${id}-block`}
        className={fields.area}
        rows={5}
        spellCheck={false}
        value={block}
        onChange={(event) => setBlock(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {people.length > 0 && (
          <p>
            {labelled(
              text(words.preview),
              people
                .slice(0, 4)
                .map((scans) => scans.map((bmd) => fixed(bmd, 3)).join(" / "))
                .join(terms.lang === "zh" ? "；" : "; "),
              terms.lang,
            )}
            {people.length > 4 && " …"}
          </p>
        )}
        <Leftovers leftovers={leftovers} />
      </div>
      {people.length >= 2 && (
        <button type="button" className={fields.button} onClick={() => props.onTake(site, people)}>
          {say(takeRepeats, { count: people.length, site: terms.site(site) }, terms)}
        </button>
      )}
      <button type="button" className={fields.quiet} onClick={props.onClose}>
        {text(words.cancel)}
      </button>
    </div>
  );
}

/** Lines that were not understood. */
export function Leftovers({ leftovers }: { readonly leftovers: readonly string[] }): ReactNode {
  const { text } = useTerms();
  if (leftovers.length === 0) return null;
  return (
    <>
      <p>{text(words.notUnderstood)}</p>
      <ul>
        {numbered(leftovers).map(({ key, item }) => (
          <li key={key}>{item}</li>
        ))}
      </ul>
    </>
  );
}
