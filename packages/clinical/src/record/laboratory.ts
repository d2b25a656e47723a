import * as z from "zod";
import { ANALYTES, SEASONS } from "../laboratory/vocabulary.ts";
import { localTextSchema } from "../language/text.ts";
import { whenSchema } from "../time/when.ts";
import { noted } from "./noted.ts";

/**
 * A printed number. Write it as a string to keep its digits (`"0.30"`) or a detection limit (`"<0.1"`, `">60"`).
 */
export const printedNumberSchema = z.union([
  // Text first: most values are written so, and a union tries its branches in order.
  z.string().regex(/^[<>≤≥]?\s*\d{1,8}(\.\d{1,6})?$/),
  z.number().min(0).max(1e7),
]);
export type PrintedNumber = z.infer<typeof printedNumberSchema>;

export const stateSchema = z.enum(["pregnant", "lactating", "notPregnantNotLactating"]);
export type PhysiologicalState = z.infer<typeof stateSchema>;

/** A reference interval, both limits included; one of several may be selected by season or physiological state. */
export const referenceIntervalSchema = z
  .strictObject({
    analyte: z.enum(ANALYTES),
    low: printedNumberSchema.optional(),
    high: printedNumberSchema.optional(),
    unit: z.string().min(1).max(24),
    season: z.enum(SEASONS).optional(),
    state: stateSchema.optional(),
    laboratory: z.string().optional(),
    ...noted,
  })
  .refine((interval) => interval.low !== undefined || interval.high !== undefined, { message: "oneLimit" });
export type ReferenceInterval = z.infer<typeof referenceIntervalSchema>;

export const laboratoryResultSchema = z.strictObject({
  analyte: z.enum(ANALYTES),
  value: printedNumberSchema,
  unit: z.string().min(1).max(24),
  /** The interval printed beside this value; it overrides the series' intervals. */
  interval: z.strictObject({ low: printedNumberSchema.optional(), high: printedNumberSchema.optional() }).optional(),
  method: z.string().optional(),
  ...noted,
});
export type LaboratoryResult = z.infer<typeof laboratoryResultSchema>;

/** Results of one sampling occasion. */
export const laboratoryPanelSchema = z.strictObject({
  at: whenSchema.optional(),
  occasion: localTextSchema.optional(),
  /** Calendar month of sampling, 1 to 12, where the date itself is not recorded. */
  samplingMonth: z.number().int().min(1).max(12).optional(),
  season: z.enum(SEASONS).optional(),
  fasting: z.enum(["yes", "no", "notReported"]).optional(),
  state: stateSchema.optional(),
  laboratory: z.string().optional(),
  results: z.array(laboratoryResultSchema),
  ...noted,
});
export type LaboratoryPanel = z.infer<typeof laboratoryPanelSchema>;
