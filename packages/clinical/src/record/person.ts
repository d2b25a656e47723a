import * as z from "zod";
import { localTextSchema } from "../language/text.ts";
import { noted } from "./noted.ts";

export const personSchema = z.strictObject({
  sex: z.literal("female").optional(),
  ageYears: z.number().min(12).max(60).optional(),
  /** The event the age belongs to; `notStated` when the source does not say. */
  ageAt: z.enum(["onset", "fracture", "delivery", "presentation", "diagnosis", "notStated"]).optional(),
  ethnicity: localTextSchema.optional(),
  heightCm: z.number().min(100).max(220).optional(),
  weightKg: z.number().min(25).max(250).optional(),
  bmiKgPerM2: z.number().min(10).max(80).optional(),
  /** Absent means premenopausal, as in every woman with a recent delivery; record `post` to switch Z-score rules off. */
  menopause: z.enum(["pre", "post"]).optional(),
  ...noted,
});
export type Person = z.infer<typeof personSchema>;

/** BMI as recorded, else from height and weight; kg/m², `undefined` when neither is there. */
export function bmi(person: Person): number | undefined {
  if (person.bmiKgPerM2 !== undefined) return person.bmiKgPerM2;
  if (person.heightCm === undefined || person.weightKg === undefined) return undefined;
  return person.weightKg / (person.heightCm / 100) ** 2;
}

export function isPremenopausal(person: Person): boolean {
  return person.menopause !== "post";
}
