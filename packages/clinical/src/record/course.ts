import * as z from "zod";
import { localTextSchema } from "../language/text.ts";
import { whenSchema } from "../time/when.ts";
import { answerSchema } from "./answer.ts";
import { noted } from "./noted.ts";

export const EVENT_KINDS = [
  "presentation",
  "diagnosis",
  "admission",
  "readmission",
  "discharge",
  "progression",
  "followUp",
  "other",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const eventSchema = z.strictObject({ kind: z.enum(EVENT_KINDS), at: whenSchema.optional(), ...noted });
export type ClinicalEvent = z.infer<typeof eventSchema>;

export const SYMPTOMS = [
  "lowBackPain",
  "backPain",
  "chestOrRibPain",
  "hipOrGroinPain",
  "buttockPain",
  "cannotWalkUnaided",
  "heightLoss",
  "muscleWeakness",
  "other",
] as const;
export type SymptomKind = (typeof SYMPTOMS)[number];

export const symptomSchema = z.strictObject({
  symptom: z.enum(SYMPTOMS),
  onset: whenSchema.optional(),
  end: whenSchema.optional(),
  ...noted,
});
export type Symptom = z.infer<typeof symptomSchema>;

/** How the symptoms were described in words; not a measurement. */
export const symptomCourseSchema = z.strictObject({
  at: whenSchema.optional(),
  state: z.enum(["worse", "notRelieved", "partlyRelieved", "relieved", "clearlyRelieved", "symptomFree"]),
  ...noted,
});
export type SymptomCourse = z.infer<typeof symptomCourseSchema>;

/** Pain, disability and quality-of-life scores; only the number is kept, item texts need their owners' permission. */
export const INSTRUMENTS = ["NRS", "VAS", "ODI", "RMDQ", "QUALEFFO-41", "QUALEFFO-31", "SF-36", "EQ-5D"] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

export const scoreSchema = z.strictObject({
  instrument: z.enum(INSTRUMENTS),
  value: z.number().min(-1).max(100),
  at: whenSchema.optional(),
  ...noted,
});
export type Score = z.infer<typeof scoreSchema>;

export const adverseEventsSchema = z.strictObject({
  /** Were they asked for? `notReported` when the source is silent. */
  recorded: z.enum(["none", "some", "notReported"]),
  events: z
    .array(
      z.strictObject({
        what: localTextSchema,
        at: whenSchema.optional(),
        agent: z.string().optional(),
        serious: z.boolean().optional(),
        ...noted,
      }),
    )
    .optional(),
});
export type AdverseEvents = z.infer<typeof adverseEventsSchema>;

export const geneticsSchema = z.strictObject({
  tested: z.enum(["yes", "no", "notReported"]),
  genes: z.array(z.string()).optional(),
  variants: z
    .array(
      z.strictObject({
        gene: z.string(),
        variant: z.string().optional(),
        classification: z.enum(["pathogenic", "likelyPathogenic", "uncertain", "likelyBenign", "benign", "notStated"]),
      }),
    )
    .optional(),
  ...noted,
});
export type Genetics = z.infer<typeof geneticsSchema>;

export const outcomesSchema = z.strictObject({
  newFracturesInFollowUp: answerSchema.optional(),
  heightLossCm: z.number().min(0).max(30).optional(),
});
export type Outcomes = z.infer<typeof outcomesSchema>;
