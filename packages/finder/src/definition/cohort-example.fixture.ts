import { cohort } from "./cohort.ts";
import type { CohortDefinition } from "./definition-schema.ts";

const source = { cite: "Our hospital", status: "assumed", checked: "2026-11-26" } as const;

/** The definition of `docs/how-to/write-a-cohort-definition.md`, where this stands as the example of the builder. */
export const exampleCohort: CohortDefinition = cohort("our-hospital", {
  version: "1",
  name: { en: "Our hospital", zh: "本院" },
  sources: [source],
})
  .concepts({
    lumbar_pain: {
      name: { en: "Back pain, own words", zh: "腰背痛（本院用语）" },
      include: [
        { system: "local", code: "腰背痛", match: "prefix" },
        { system: "ICD-10", code: "M54.5", match: "prefix" },
      ],
    },
  })
  .streams({
    delivery: { name: { en: "Delivery", zh: "分娩" }, concepts: ["delivery"] },
    fracture: { name: { en: "Fracture", zh: "骨折" }, concepts: ["vertebral_fracture", "hip_fracture"] },
    pain: { name: { en: "Back pain", zh: "腰背痛" }, concepts: ["lumbar_pain", "back_pain"] },
    imaging: { name: { en: "Imaging", zh: "影像检查" }, concepts: ["spine_imaging"] },
    drug: { name: { en: "Drug", zh: "药物" }, concepts: ["antiosteoporotic_drug"], kinds: ["drug"] },
    low_z: {
      name: { en: "Low Z-score", zh: "Z值低" },
      concepts: ["zscore_lumbar_spine", "zscore_total_hip"],
      units: [
        { unit: "1", factor: 1 },
        { unit: "", factor: 1, none: true },
      ],
      plausible: { from: -10, to: 10 },
      value: { op: "<=", number: -2, decimals: 1 },
    },
    myeloma: { name: { en: "Myeloma", zh: "骨髓瘤" }, concepts: ["myeloma"] },
  })
  .windows({
    near: { name: { en: "Around delivery", zh: "围产期" }, from: { months: -3 }, to: { months: 18 } },
    any_time: { name: { en: "At any time", zh: "任何时间" }, from: "open", to: "open" },
  })
  .exclusion("myeloma", {
    name: { en: "Myeloma", zh: "骨髓瘤" },
    when: { event: "myeloma", window: "any_time" },
    effect: "exclude",
  })
  .tier("fracture", {
    name: { en: "Fracture or low Z-score", zh: "骨折或Z值低" },
    when: {
      any: [
        { event: "fracture", window: "near" },
        { event: "low_z", window: "near" },
      ],
    },
    settle: ["fracture_mechanism", "exclusion_workup"],
  })
  .tier("pain", {
    name: { en: "Lasting pain without imaging", zh: "持续疼痛而未行影像检查" },
    when: {
      all: [
        { event: "pain", window: "near", atLeastDays: 3, spanDays: 42 },
        { not: { event: "imaging", window: "near" } },
      ],
    },
    settle: ["spine_imaging"],
  })
  .definition({
    population: { sexes: ["female"], ageYears: { from: 15, to: 49 } },
    episodes: { delivery: "delivery", spacingDays: 168, source },
    clock: { pain: "pain", imaging: "imaging", density: "low_z", drug: "drug", window: "near" },
  });
