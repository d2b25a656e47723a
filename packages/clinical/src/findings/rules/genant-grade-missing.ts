import { type FractureSite, isVertebra } from "../../record/fracture.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { commonPlace } from "./place.ts";

type GenantGradeFacts = { readonly levels: readonly FractureSite[] };

/** Without a grade, a height loss or the heights, the severity of a vertebral fracture cannot be told. */
export const genantGradeMissing = caseRule<GenantGradeFacts>({
  id: "genant-grade-missing",
  severity: "minor",
  reads: ["fractures[].genantGrade", "fractures[].heightLossPercent", "fractures[].heights"],
  source: sourcePaper("l.140-146, l.99-126", "the Genant method is cited and no level has a grade or a height loss"),
  title: {
    en: "Do vertebral fractures lack a grade, height loss and heights?",
    zh: "椎体骨折是否缺少分级、高度丢失和椎体高度？",
  },
  message: {
    en: ({ levels }, t) =>
      `No Genant grade, height loss or vertebral heights recorded for ${t.list(levels.map(t.site))}.`,
    zh: ({ levels }, t) => `以下椎体骨折未记录 Genant 分级、高度丢失百分比或椎体高度：${t.list(levels.map(t.site))}。`,
  },
  find: (view) => {
    const ungraded = view.fractures.filter(
      ({ entry }) =>
        isVertebra(entry.site) &&
        entry.genantGrade === undefined &&
        entry.heightLossPercent === undefined &&
        entry.heights === undefined,
    );
    if (ungraded.length === 0) return [];
    return [
      {
        at: commonPlace(ungraded.map(({ at }) => at)),
        facts: { levels: [...new Set(ungraded.map(({ entry }) => entry.site))] },
      },
    ];
  },
});
