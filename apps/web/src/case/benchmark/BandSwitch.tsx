import type { CaseView } from "@materbone/clinical";
import { bandSiteOf } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { BAND_CHOICES } from "../case-search.ts";
import { Choice } from "../panels/Choice.tsx";
import { useCaseSearch } from "../use-case-search.ts";
import { benchmarkWords as words } from "./benchmark-words.ts";

/** The site whose band of change without a drug the chart draws, or none. */
export function BandSwitch({ view }: { readonly view: CaseView }): ReactNode {
  const terms = useTerms();
  const [{ band }, change] = useCaseSearch();
  const first = bandSiteOf(view);
  return (
    <Choice
      label={terms.text(words.band)}
      value={band ?? first}
      options={BAND_CHOICES.map((value) => ({
        value,
        label: value === "none" ? terms.text(words.hidden) : terms.site(value),
      }))}
      onChange={(value) => change({ band: value === first ? undefined : value })}
    />
  );
}
