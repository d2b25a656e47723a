import { localTextSchema } from "@materbone/clinical";
import * as z from "zod";
import {
  criterionAnswerSchema,
  dayRangeSchema,
  delayClockSchema,
  evidenceLineSchema,
  rangeSchema,
  yesNoSchema,
} from "../answer/worklist-schema.ts";

/** JSON of one delivery of `WomanExplanation`. */
export const deliveryExplanationSchema = z.strictObject({
  number: z.int(),
  when: dayRangeSchema,
  reference: z.string(),
  ageYears: rangeSchema.optional(),
  isOfAge: yesNoSchema,
  evidence: z.array(evidenceLineSchema),
  unused: z.array(z.strictObject({ line: evidenceLineSchema, why: z.enum(["unit", "implausible"]) })),
  exclusions: z.array(
    z.strictObject({
      id: z.string(),
      effect: z.enum(["exclude", "flag"]),
      name: localTextSchema,
      answer: criterionAnswerSchema,
    }),
  ),
  tiers: z.array(z.strictObject({ id: z.string(), name: localTextSchema, answer: criterionAnswerSchema })),
  clock: delayClockSchema,
});
