import { type DefinitionChoice, paperChoice, publishedWindows } from "@materbone/clinical";
import type { CaseSearch } from "../../case-search.ts";

/** The definition that the address asks for: the paper's own where it says nothing, or nothing that is published. */
export function choiceOfSearch(search: Pick<CaseSearch, "siteRule" | "windowMonths" | "operator">): DefinitionChoice {
  const known = publishedWindows.find(({ months }) => months === search.windowMonths);
  return {
    siteRule: search.siteRule ?? paperChoice.siteRule,
    windowMonths: known?.months ?? paperChoice.windowMonths,
    operator: search.operator ?? paperChoice.operator,
  };
}

/** The choice as parts of the address; what is the paper's own stays out. */
export function searchOfChoice(choice: DefinitionChoice): {
  readonly siteRule: CaseSearch["siteRule"] | undefined;
  readonly windowMonths: number | undefined;
  readonly operator: CaseSearch["operator"] | undefined;
} {
  return {
    siteRule: choice.siteRule === paperChoice.siteRule ? undefined : choice.siteRule,
    windowMonths: choice.windowMonths === paperChoice.windowMonths ? undefined : choice.windowMonths,
    operator: choice.operator === paperChoice.operator ? undefined : choice.operator,
  };
}
