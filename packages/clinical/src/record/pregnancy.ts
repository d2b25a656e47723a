import * as z from "zod";
import { whenSchema } from "../time/when.ts";
import { answerSchema } from "./answer.ts";
import { noted } from "./noted.ts";

const supplement = z.strictObject({ taken: z.enum(["yes", "no", "notReported"]), reason: noted.note, ...noted });

export const lactationSchema = z.strictObject({
  breastfed: z.enum(["yes", "no", "notReported"]).optional(),
  /** Absent with `breastfed: "yes"` means from delivery. */
  start: whenSchema.optional(),
  /** End of all breastfeeding. */
  weaned: whenSchema.optional(),
  stillBreastfeeding: z.boolean().optional(),
  intensity: z.enum(["exclusive", "mixed", "notStated"]).optional(),
  feedsPerDay: z.number().min(0).max(30).optional(),
  ...noted,
});
export type Lactation = z.infer<typeof lactationSchema>;

/** One pregnancy with its delivery and lactation. Exactly one of a record's pregnancies is the index. */
export const pregnancySchema = z.strictObject({
  /** True for the pregnancy that PLO is dated from; may be left out when there is only one. */
  index: z.boolean().optional(),
  /** Count of births up to and including this one; 1 = primipara. */
  parity: z.number().int().min(0).max(20).optional(),
  /** Index delivery: a calendar date, or nothing (it is month 0). Other deliveries: any `When`. */
  deliveredAt: whenSchema.optional(),
  deliveryMode: z.enum(["vaginal", "caesarean", "notReported"]).optional(),
  gestationalAgeDays: z.number().int().min(100).max(320).optional(),
  fetuses: z.number().int().min(1).max(8).optional(),
  conception: z.enum(["spontaneous", "assisted", "notReported"]).optional(),
  weightGainKg: z.number().min(-20).max(60).optional(),
  calciumSupplement: supplement.optional(),
  vitaminDSupplement: supplement.optional(),
  normalDiet: answerSchema.optional(),
  bedRest: answerSchema.optional(),
  lactation: lactationSchema.optional(),
  ...noted,
});
export type Pregnancy = z.infer<typeof pregnancySchema>;

export const reproductivePlanSchema = z.strictObject({
  nextPregnancy: z
    .strictObject({
      plan: z.enum(["wished", "notWished", "undecided", "notReported"]),
      at: whenSchema.optional(),
      ...noted,
    })
    .optional(),
  contraception: z
    .strictObject({
      use: z.enum(["yes", "no", "notNeeded", "notReported"]),
      method: noted.note,
      at: whenSchema.optional(),
      ...noted,
    })
    .optional(),
});
export type ReproductivePlan = z.infer<typeof reproductivePlanSchema>;
