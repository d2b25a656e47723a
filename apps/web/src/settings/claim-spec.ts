import type { ClaimKind } from "@materbone/clinical";
import { choice, type FieldSpec, flag, more, number, plain, text } from "../fields/field-spec.ts";

/** What a kind of claim says besides its kind and id, and what it cannot be without. */
export type ClaimSpec = {
  readonly fields: readonly FieldSpec[];
  readonly needs: readonly string[];
};

const printed: FieldSpec = { kind: "printed", key: "printed" };
const site = choice("site", "skeletalSite");
const agent = choice("agent", "agent");
const several = (key: string, vocabulary: "skeletalSite" | "agent" | "analyte" | "bodyRegion"): FieldSpec => ({
  kind: "several",
  key,
  vocabulary,
});
const options = (key: string, values: readonly (readonly [value: string, en: string, zh: string])[]): FieldSpec => ({
  kind: "options",
  key,
  options: values.map(([value, en, zh]) => ({ value, text: { en, zh } })),
});

/** Fields of every kind of claim. */
export const claimSpecs: Readonly<Record<ClaimKind, ClaimSpec>> = {
  caseCount: { fields: [printed], needs: ["printed"] },
  meanAge: {
    fields: [
      options("of", [
        ["cases", "the women of the series", "本组病例"],
        ["literature", "the literature", "文献"],
      ]),
      printed,
      flag("approximate"),
    ],
    needs: ["of", "printed"],
  },
  percentChange: {
    fields: [plain("case"), site, plain("from"), plain("to"), printed],
    needs: ["case", "site", "from", "to", "printed"],
  },
  laboratoryNormal: { fields: [several("analytes", "analyte")], needs: [] },
  markerCount: { fields: [printed], needs: ["printed"] },
  firstDrugInAll: { fields: [agent], needs: ["agent"] },
  agentsInAll: { fields: [several("agents", "agent")], needs: ["agents"] },
  bmdRoseInAll: { fields: [several("sites", "skeletalSite")], needs: ["sites"] },
  longerFollowUpLargerGain: { fields: [], needs: [] },
  lowestSite: { fields: [site], needs: ["site"] },
  breastfedUntilDiagnosis: { fields: [], needs: [] },
  delayInAll: {
    fields: [
      options("from", [
        ["symptom", "first symptom", "首发症状"],
        ["fracture", "first fracture", "首次骨折"],
        ["delivery", "delivery", "分娩"],
        ["weaning", "weaning", "断奶"],
      ]),
      options("to", [
        ["diagnosis", "diagnosis", "诊断"],
        ["treatment", "treatment", "治疗"],
      ]),
    ],
    needs: [],
  },
  literatureCounts: {
    fields: [
      { kind: "printed", key: "studies" },
      { kind: "printed", key: "women" },
    ],
    needs: [],
  },
  literatureDiagnosed: { fields: [number("fromMonths"), number("toMonths")], needs: ["fromMonths", "toMonths"] },
  literatureAllRose: { fields: [{ ...several("regions", "bodyRegion") }], needs: ["regions"] },
  significance: { fields: [plain("test")], needs: [] },
  statement: {
    fields: [
      text("words"),
      more({ kind: "words", key: "supportedBy" }),
      more({ kind: "words", key: "contradictedBy" }),
    ],
    needs: ["words"],
  },
  hypothesis: { fields: [text("words"), plain("case"), plain("reference")], needs: ["words"] },
};

/** Every claim has a place in the publication and may have a note. */
export const claimCommon: readonly FieldSpec[] = [plain("place"), more(plain("id")), more(text("note"))];

/** An id that no other claim of the series has: "mean-age", "mean-age-2". */
export function freshClaimId(kind: ClaimKind, taken: readonly string[]): string {
  const base = kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (!taken.includes(base)) return base;
  for (let n = 2; ; n++) if (!taken.includes(`${base}-${n}`)) return `${base}-${n}`;
}
