import { exclusionItems, workupState } from "../../criteria/workup.ts";
import type { WorkupItem } from "../../record/workup.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";

type ExclusionFacts = { readonly items: readonly WorkupItem[] };

/** A test that was not reported has excluded nothing. */
export const exclusionNotDocumented = caseRule<ExclusionFacts>({
  id: "exclusion-not-documented",
  severity: "major",
  reads: ["workup", "laboratory[].results"],
  source: sourcePaper(
    "l.285-287, l.127-133",
    "other bone disease is called excluded; the evidence given is the history",
  ),
  title: {
    en: "Which tests that exclude other causes are not documented?",
    zh: "哪些用于排除其他病因的检查未见记录？",
  },
  message: {
    en: ({ items }, t) =>
      `Not documented, so the causes they test for are not excluded: ${t.series(items.map((item) => t.word("workupItem", item)))}.`,
    zh: ({ items }, t) =>
      `以下检查未见记录，相应的继发性病因不能视为已排除：${t.series(items.map((item) => t.word("workupItem", item)))}。`,
  },
  find: (view) => {
    const items = exclusionItems.filter((item) => workupState(view, item).status === "notDocumented");
    return items.length === 0 ? [] : [{ at: "/workup", facts: { items } }];
  },
});
