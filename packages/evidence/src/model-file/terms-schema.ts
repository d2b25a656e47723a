import * as z from "zod";
import { CONTRASTS } from "./contrasts.ts";
import { columnSchema } from "./extras-schema.ts";

/** How a column becomes groups: `treatment` against `reference` when nothing is said. */
export const factorSettingSchema = z.strictObject({
  contrast: z.enum(CONTRASTS).optional(),
  reference: z.string().optional(),
  levels: z.array(z.string()).min(2).max(1000).optional(),
});

const summary = z.enum(["mean", "median", "min", "max", "sd"]);
const numberOrSummary = z.union([z.number(), summary]);

/** One step on a number; steps are done in the order of the list. */
const stepSchema = z.union([
  z.enum(["log", "log2", "log10", "exp", "sqrt", "abs", "square", "cube"]),
  z.strictObject({ minus: numberOrSummary }),
  z.strictObject({ plus: z.number() }),
  z.strictObject({ times: z.number() }),
  z.strictObject({ dividedBy: numberOrSummary }),
  z.strictObject({ power: z.number() }),
  /** The smaller of the value and this one. */
  z.strictObject({ min: z.number() }),
  /** The larger of the value and this one. */
  z.strictObject({ max: z.number() }),
]);

/** A column as it is, with steps, or as a factor. */
const columnTermSchema = z.strictObject({
  column: columnSchema,
  transform: z.union([stepSchema, z.array(stepSchema).min(1).max(10)]).optional(),
  factor: z.union([z.boolean(), factorSettingSchema]).optional(),
});

const factorTermSchema = z.union([columnSchema, columnTermSchema]);

const termSchema = z.union([
  columnSchema,
  columnTermSchema,
  z.strictObject({ interaction: z.array(factorTermSchema).min(2).max(6) }),
]);

/** Moderators: a formula, or a list of terms. */
export const moderatorsSchema = z.union([
  z.string().max(10_000),
  z.strictObject({ intercept: z.boolean().optional(), terms: z.array(termSchema).max(200) }),
]);

export type ModeratorsInput = z.infer<typeof moderatorsSchema>;
export type ColumnTerm = z.infer<typeof columnTermSchema>;
export type TransformStep = z.infer<typeof stepSchema>;
