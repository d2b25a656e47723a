import * as z from "zod";
import { localTextSchema } from "../language/text.ts";
import { answerSchema } from "./answer.ts";
import { noted } from "./noted.ts";

/** What was asked about the time before and around the pregnancy; the evidence for excluding secondary causes. */
export const HISTORY_ITEMS = [
  "backPainBeforePregnancy",
  "mobilityLimitationBeforePregnancy",
  "fractureBeforePregnancy",
  "childhoodFractures",
  "bmdMeasuredBeforePregnancy",
  "smoking",
  "alcohol",
  "regularMedication",
  "glucocorticoids",
  "heparin",
  "anticonvulsants",
  "thyroidHormoneExcess",
  "depotMedroxyprogesterone",
  "protonPumpInhibitor",
  "magnesiumSulfateTocolysis",
  "immobilisation",
  "familyHistory",
  "regularMenses",
  "amenorrhoea",
  "eatingDisorder",
  "normalDietInPregnancy",
  "blueSclerae",
  "hearingLoss",
  "dentalProblems",
  "jointHypermobility",
  "kidneyStones",
  "gastrointestinalSymptoms",
] as const;
export type HistoryItem = (typeof HISTORY_ITEMS)[number];

export const historySchema = z.strictObject({
  ...(Object.fromEntries(HISTORY_ITEMS.map((item) => [item, answerSchema.optional()])) as Record<
    HistoryItem,
    z.ZodOptional<typeof answerSchema>
  >),
  /** What "family history" was asked about, when the source says. */
  familyHistoryScope: localTextSchema.optional(),
});
export type History = z.infer<typeof historySchema>;

export const CONDITIONS = [
  "scoliosis",
  "coeliacDisease",
  "malabsorption",
  "inflammatoryBowelDisease",
  "primaryHyperparathyroidism",
  "hypoparathyroidism",
  "pthrpHypercalcaemia",
  "hyperthyroidism",
  "cushingSyndrome",
  "osteogenesisImperfecta",
  "monogenicOsteoporosis",
  "osteomalacia",
  "hypophosphatasia",
  "transientOsteoporosisOfHip",
  "sacralStressFracture",
  "anorexiaNervosa",
  "prematureOvarianInsufficiency",
  "hyperprolactinaemia",
  "multipleMyeloma",
  "malignancy",
  "spinalInfection",
  "mastocytosis",
  "rheumatoidArthritis",
  "ankylosingSpondylitis",
  "systemicLupus",
  "chronicKidneyDisease",
  "liverDisease",
  "type1Diabetes",
  "gestationalDiabetes",
  "preeclampsia",
  "marfanSyndrome",
  "ehlersDanlosSyndrome",
  "other",
] as const;
export type Condition = (typeof CONDITIONS)[number];

export const comorbiditySchema = z.strictObject({
  condition: z.enum(CONDITIONS),
  /** Required words for `other`; free description otherwise. */
  name: localTextSchema.optional(),
  /** `suspected` is a question; only `established` counts as a diagnosis. Absent = established. */
  certainty: z.enum(["established", "suspected"]).optional(),
  durationYearsMoreThan: z.number().min(0).max(60).optional(),
  ...noted,
});
export type Comorbidity = z.infer<typeof comorbiditySchema>;
