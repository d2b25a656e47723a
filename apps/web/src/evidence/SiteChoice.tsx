import { POOLED_SITES, type PooledSite } from "@materbone/evidence";
import { evidenceSite, headed } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import classes from "./Evidence.module.css";
import { useEvidenceChange } from "./evidence-context.tsx";
import { evidenceWords as words } from "./evidence-words.ts";

/** Which of the pooled sites is shown. */
export function SiteChoice({ site }: { readonly site: PooledSite }): ReactNode {
  const terms = useTerms();
  const change = useEvidenceChange();
  return (
    <fieldset className={`mb-noprint ${classes.switch}`}>
      <legend className="mb-hidden">{terms.text(words.site)}</legend>
      {POOLED_SITES.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === site}
          onClick={() => change({ site: each === "lumbarSpine" ? undefined : each })}
        >
          {headed(evidenceSite(each, terms))}
        </button>
      ))}
    </fieldset>
  );
}
