import * as z from "zod";
import { localTextSchema } from "../language/text.ts";
import { AGENTS, ROUTES } from "../therapy/vocabulary.ts";
import { whenSchema } from "../time/when.ts";
import { noted } from "./noted.ts";

const amount = z.number().min(0).max(1e6);

export const doseSchema = z.strictObject({
  amount: z.union([amount, z.tuple([amount, amount])]),
  unit: z.string().min(1).max(16),
  /** `once`, or a period: `day`, `week`, `month`, `3 months`, `year`; `notStated` for an amount printed without one. */
  per: z.string().regex(/^(once|notStated|(?:[1-9]\d? )?(?:day|week|month|year)s?)$/),
});
export type Dose = z.infer<typeof doseSchema>;

export const treatmentSchema = z.strictObject({
  agent: z.enum(AGENTS),
  /** Name as the source gives it; required for `other`. */
  name: localTextSchema.optional(),
  brand: localTextSchema.optional(),
  dose: doseSchema.optional(),
  route: z.enum(ROUTES).optional(),
  start: whenSchema.optional(),
  /** Absent with `ongoing` absent: the end was not recorded. */
  end: whenSchema.optional(),
  ongoing: z.boolean().optional(),
  purpose: localTextSchema.optional(),
  response: localTextSchema.optional(),
  stopReason: localTextSchema.optional(),
  /** Offered and not taken: nothing was given. `start` is then the time of the decision. */
  declined: z
    .strictObject({
      reason: z.enum(["cost", "fearOfHarm", "breastfeeding", "pregnancyWish", "other", "notStated"]),
      ...noted,
    })
    .optional(),
  ...noted,
});
export type Treatment = z.infer<typeof treatmentSchema>;
