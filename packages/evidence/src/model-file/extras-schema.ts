import * as z from "zod";

/** Column of the data. */
export const columnSchema = z.string().min(1).max(200);

const seed = z.number().int().min(0).max(4294967295);
/** Values of the columns to predict at; for an intercept alone, `{}`. */
const point = z.record(columnSchema, z.union([z.string(), z.number()]));

export const EGGER_PREDICTORS = ["sei", "vi", "ni", "ninv", "sqrtni", "sqrtninv"] as const;
export const TRIM_SIDES = ["left", "right"] as const;
export const TRIM_ESTIMATORS = ["L0", "R0", "Q0"] as const;
export const FAILSAFE_METHODS = ["Rosenthal", "Orwin", "Rosenberg"] as const;

const priorSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("halfNormal"), scale: z.number().positive() }),
  z.strictObject({ kind: z.literal("halfCauchy"), scale: z.number().positive() }),
  z.strictObject({ kind: z.literal("uniform"), upper: z.number().positive() }),
]);

const meanPriorSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("flat") }),
  z.strictObject({ kind: z.literal("normal"), mean: z.number(), sd: z.number().positive() }),
]);

/** Analyses beside the fit. Those without a choice may be named by a word alone. */
export const EXTRA_WORDS = [
  "fitted",
  "residuals",
  "leaveOneOut",
  "cumulative",
  "influence",
  "blup",
  "profile",
  "egger",
  "rankTest",
  "trimAndFill",
  "failsafe",
  "henmiCopas",
  "excessSignificance",
  "permutation",
  "bootstrap",
  "bayes",
] as const;

/** Every analysis beside a univariate fit. */
export const EXTRA_KINDS = [...EXTRA_WORDS, "predict", "subgroups"] as const;

/** How far iterations are run: as metafor's function does by default, or to the end. `metafor` when left out. */
const precisionSchema = z.enum(["metafor", "full"]);

export const extraObjectSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("predict"), at: z.array(point).min(1).max(1000) }),
  z.strictObject({ kind: z.literal("fitted") }),
  z.strictObject({ kind: z.literal("residuals") }),
  z.strictObject({ kind: z.literal("leaveOneOut") }),
  z.strictObject({ kind: z.literal("cumulative"), orderBy: columnSchema.optional() }),
  z.strictObject({ kind: z.literal("influence") }),
  z.strictObject({ kind: z.literal("blup") }),
  z.strictObject({ kind: z.literal("profile") }),
  z.strictObject({
    kind: z.literal("egger"),
    predictor: z.enum(EGGER_PREDICTORS).optional(),
    model: z.enum(["rma", "lm"]).optional(),
    /** Column of sample sizes; needed by `ni`, `ninv`, `sqrtni`, `sqrtninv` unless the raw columns give them. */
    ni: columnSchema.optional(),
  }),
  z.strictObject({ kind: z.literal("rankTest"), exact: z.boolean().optional() }),
  z.strictObject({
    kind: z.literal("trimAndFill"),
    side: z.enum(TRIM_SIDES).optional(),
    estimator: z.enum(TRIM_ESTIMATORS).optional(),
    precision: precisionSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal("failsafe"),
    method: z.enum(FAILSAFE_METHODS).optional(),
    alpha: z.number().gt(0).lt(1).optional(),
    /** Of Orwin's method: the effect that would no longer matter; half the mean effect when left out. */
    target: z.number().optional(),
  }),
  z.strictObject({ kind: z.literal("henmiCopas"), precision: precisionSchema.optional() }),
  z.strictObject({
    kind: z.literal("excessSignificance"),
    alpha: z.number().gt(0).lt(1).optional(),
    alternative: z.enum(["greater", "two.sided", "less"]).optional(),
  }),
  z.strictObject({
    kind: z.literal("permutation"),
    exact: z.boolean().optional(),
    n: z.number().int().min(100).max(1_000_000).optional(),
    seed: seed.optional(),
  }),
  z.strictObject({
    kind: z.literal("bootstrap"),
    n: z.number().int().min(100).max(1_000_000).optional(),
    seed: seed.optional(),
  }),
  z.strictObject({ kind: z.literal("bayes"), tau: priorSchema.optional(), mu: meanPriorSchema.optional() }),
  z.strictObject({
    kind: z.literal("shrunkenSlopes"),
    time: columnSchema,
    /** SD of one measurement, known from a precision study. */
    measurementSd: z.number().positive(),
  }),
  z.strictObject({ kind: z.literal("subgroups"), column: columnSchema, commonTau2: z.boolean().optional() }),
]);

export const extraSchema = z.union([z.enum(EXTRA_WORDS), extraObjectSchema]);

export type ExtraRequest = z.infer<typeof extraObjectSchema>;
