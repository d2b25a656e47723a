import type { CaseView } from "@materbone/clinical";
import { bandSiteOf } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { BAND_CHOICES, type BandChoice } from "../case-search.ts";
import { Choice } from "../panels/Choice.tsx";
import { benchmarkWords as words } from "./benchmark-words.ts";

/** The site whose band of change without a drug the chart draws, or none. */
export function BandSwitch(props: {
  readonly view: CaseView;
  /** As the address has it; absent for the site that is drawn first. */
  readonly value: BandChoice | undefined;
  readonly onChange: (value: BandChoice | undefined) => void;
}): ReactNode {
  const terms = useTerms();
  const first = bandSiteOf(props.view);
  return (
    <Choice
      label={terms.text(words.band)}
      value={props.value ?? first}
      options={BAND_CHOICES.map((value) => ({
        value,
        label: value === "none" ? terms.text(words.hidden) : terms.site(value),
      }))}
      onChange={(value) => props.onChange(value === first ? undefined : value)}
    />
  );
}
