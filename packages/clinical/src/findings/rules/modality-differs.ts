import type { CaseView } from "../../record/case-view.ts";
import { type Fracture, type FractureSite, isVertebra, type Modality } from "../../record/fracture.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { commonPlace } from "./place.ts";

type ModalityFacts = {
  readonly statedFor: Modality;
  readonly read: readonly { readonly modality: Modality; readonly levels: readonly FractureSite[] }[];
};

/** Height loss on MRI or CT is not measured as on the lateral radiograph that the rule was made for. */
export const modalityDiffers = caseRule<ModalityFacts>({
  id: "modality-differs",
  severity: "info",
  reads: ["fractures[].modality", "series.methods.vertebralFractureModality", "series.methods.vertebralFractureRule"],
  source: sourcePaper(
    "l.140-146",
    "the Genant rule is stated for radiographs; vertebral fracture assessment by DXA gives the same lateral view and is accepted",
  ),
  title: {
    en: "Were vertebral fractures read on another modality than the fracture rule is stated for?",
    zh: "椎体骨折的影像学方法是否与骨折判定标准所规定的不同？",
  },
  message: {
    en: ({ statedFor, read }, t) =>
      `${t.series(read.map(({ levels, modality }) => `${t.list(levels.map(t.site))} ${t.count(levels.length, "was", "were")} read on ${t.word("modality", modality)}`))}; the fracture rule is stated for another modality (${t.word("modality", statedFor)}).`,
    zh: ({ statedFor, read }, t) =>
      `${read.map(({ levels, modality }) => `${t.list(levels.map(t.site))} 依据${t.word("modality", modality)}判读`).join("，")}，而骨折判定标准针对${t.word("modality", statedFor)}。`,
  },
  find: (view) => {
    const read = view.fractures.filter(({ entry }) => {
      const statedFor = isVertebra(entry.site) ? statedModality(view, entry) : undefined;
      return statedFor !== undefined && differs(entry.modality, statedFor);
    });
    const first = read[0];
    if (first === undefined) return [];
    return [
      {
        at: commonPlace(read.map(({ at }) => `${at}/modality`)),
        facts: {
          statedFor: statedModality(view, first.entry) ?? "radiograph",
          read: [...new Set(read.map(({ entry }) => entry.modality ?? "notStated"))].map((modality) => ({
            modality,
            levels: read.filter(({ entry }) => entry.modality === modality).map(({ entry }) => entry.site),
          })),
        },
      },
    ];
  },
});

/** What the series says; a Genant rule or grade without more is the published one, for radiographs. */
function statedModality({ context: { methods } }: CaseView, fracture: Fracture): Modality | undefined {
  if (methods?.vertebralFractureModality !== undefined) return methods.vertebralFractureModality;
  return methods?.vertebralFractureRule !== undefined || fracture.genantGrade !== undefined ? "radiograph" : undefined;
}

function differs(modality: Modality | undefined, statedFor: Modality): boolean {
  if (modality === undefined || modality === "notStated" || statedFor === "notStated" || modality === statedFor)
    return false;
  return !(modality === "vfa" && statedFor === "radiograph");
}
