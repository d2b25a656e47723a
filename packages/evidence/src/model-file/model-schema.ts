import * as z from "zod";
import { COEFFICIENT_TESTS, TAU2_METHODS } from "../meta/methods.ts";
import { MIXED_DFS } from "../mixed/mixed-fit.ts";
import { columnSchema, extraObjectSchema, extraSchema } from "./extras-schema.ts";
import { factorSettingSchema, moderatorsSchema } from "./terms-schema.ts";

export const EVIDENCE_MODEL_SCHEMA = "materbone/evidence-model/1";

/** A column of the data, or one number for all rows. */
const columnOrNumber = z.union([columnSchema, z.number()]);

export const effectSchema = z.union([
  z.strictObject({ yi: columnSchema, vi: columnOrNumber }),
  z.strictObject({ yi: columnSchema, sei: columnOrNumber }),
  /** The variances stand in the covariance of the sampling errors. */
  z.strictObject({ yi: columnSchema }),
  z.strictObject({
    /** Name of the measure, as in metafor's escalc. */
    measure: z.string().max(20),
    /** Inputs of the measure by their names (m1i, sd1i, ...); an input left out is the column of that name. */
    columns: z.record(z.string(), columnOrNumber).optional(),
    options: z
      .strictObject({
        vtype: z.enum(["LS", "LS2", "UB", "HO", "AV"]).optional(),
        /** Small-sample correction; true when left out. */
        correct: z.boolean().optional(),
        add: z.number().min(0).optional(),
        to: z.enum(["all", "only0", "if0all", "none"]).optional(),
        drop00: z.boolean().optional(),
        /** SD and correlation for rows that give none; such rows are named. */
        assumedSd: z.number().positive().optional(),
        assumedCorrelation: z.number().min(-1).max(1).optional(),
      })
      .optional(),
  }),
]);

const cell = z.union([z.string(), z.number()]);

/** Rows to keep: every condition has to hold. */
const conditionSchema = z.strictObject({
  column: columnSchema,
  is: cell.optional(),
  not: cell.optional(),
  in: z.array(cell).min(1).optional(),
  notIn: z.array(cell).min(1).optional(),
  above: z.number().optional(),
  atLeast: z.number().optional(),
  below: z.number().optional(),
  atMost: z.number().optional(),
});

export const RANDOM_STRUCTS = ["UN", "CS", "HCS", "DIAG", "ID"] as const;

const randomPartSchema = z.union([
  /** `~ 1 | district/school`, or `~ outcome | trial`. */
  z.string().max(1000),
  z.strictObject({ formula: z.string().max(1000), struct: z.enum(RANDOM_STRUCTS).optional() }),
  /** A variance for each column, each within the one before. */
  z.strictObject({ nested: z.array(columnSchema).min(1).max(5) }),
  z.strictObject({ inner: columnSchema, outer: columnSchema, struct: z.enum(RANDOM_STRUCTS).optional() }),
]);

const samplingSchema = z.union([
  /** Sampling errors of one cluster correlate by `rho`. */
  z.strictObject({ rho: z.number().min(-1).max(1), cluster: columnSchema }),
  /** The whole covariance, one row and column for each row of the data, in its order. */
  z.strictObject({ matrix: z.array(z.array(z.number())).min(1) }),
  /** Columns that hold the rows of the covariance: of all rows, or of those of a cluster. */
  z.strictObject({ columns: z.array(columnSchema).min(1), cluster: columnSchema.optional() }),
]);

const conversionSchema = z.strictObject({
  min: columnSchema.optional(),
  q1: columnSchema.optional(),
  median: columnSchema,
  q3: columnSchema.optional(),
  max: columnSchema.optional(),
  n: columnSchema,
  method: z
    .enum(["luoWanShi", "luoWan", "wan", "hozo", "logNormal", "quantileEstimation", "unknownNonNormal", "boxCox"])
    .optional(),
  /** Inputs of the measure that the results go to, where the row has none of its own, such as `m1i` and `sd1i`; `mi` and `sdi` when left out. */
  mean: z.string().max(10).optional(),
  sd: z.string().max(10).optional(),
});

const mixedSchema = z.strictObject({
  /** `bmd ~ years + (years | id)`. */
  formula: z.string().max(10_000),
  /** Restricted likelihood; true when left out. */
  reml: z.boolean().optional(),
  df: z.enum(MIXED_DFS).optional(),
  /** Precision of each row, as the number of women behind a mean; the residual variance is divided by it. */
  weights: columnSchema.optional(),
  residual: z
    .discriminatedUnion("structure", [
      z.strictObject({ structure: z.literal("independent") }),
      /** Correlation falls with the distance in time, continuous AR(1). */
      z.strictObject({ structure: z.literal("CAR1"), time: columnSchema }),
      /** A residual variance of its own for each group. */
      z.strictObject({ structure: z.literal("byGroup"), by: columnSchema }),
    ])
    .optional(),
});

const hypothesisSchema = z.strictObject({
  name: z.string().max(200).optional(),
  /** Weight of each coefficient by its name. */
  weights: z.record(z.string(), z.number()),
  /** What the sum is tested against; 0 when left out. */
  value: z.number().optional(),
});

/** The model of `materbone evidence fit`. */
export const evidenceModelSchema = z.strictObject({
  schema: z.literal(EVIDENCE_MODEL_SCHEMA).optional(),
  title: z.string().max(500).optional(),
  note: z.string().max(10_000).optional(),
  /** What to do; told from the other keys when left out. */
  model: z.enum(["effects", "univariate", "multilevel", "mixed"]).optional(),
  /** Column that names the rows in every output. */
  label: columnSchema.optional(),
  effect: effectSchema.optional(),
  conversions: z.array(conversionSchema).max(10).optional(),
  subset: z.union([z.string().max(1000), conditionSchema, z.array(conditionSchema).max(50)]).optional(),
  moderators: moderatorsSchema.optional(),
  factors: z.record(columnSchema, factorSettingSchema).optional(),
  method: z.enum(TAU2_METHODS).optional(),
  test: z.enum(COEFFICIENT_TESTS).optional(),
  /** Degrees of freedom of t tests in a multilevel model. */
  dfs: z.enum(["contain", "residual"]).optional(),
  level: z.number().gt(0).lt(100).optional(),
  /** A known tau² in place of an estimated one. */
  tau2: z.number().min(0).optional(),
  random: z.union([randomPartSchema, z.array(randomPartSchema).min(1).max(5)]).optional(),
  struct: z.enum(RANDOM_STRUCTS).optional(),
  sampling: samplingSchema.optional(),
  robust: z.strictObject({ cluster: columnSchema, type: z.enum(["CR0", "CR1", "CR2"]).optional() }).optional(),
  mixed: mixedSchema.optional(),
  hypotheses: z.union([hypothesisSchema, z.array(hypothesisSchema).min(1).max(200)]).optional(),
  /** Coefficients of the omnibus test; all but the intercept when left out. */
  omnibus: z.array(z.string()).min(1).max(200).optional(),
  extras: z.array(extraSchema).max(100).optional(),
});

/** The same with each analysis as an object: what a word stands for once it is read. */
export const readModelSchema = evidenceModelSchema.extend({ extras: z.array(extraObjectSchema).max(100).optional() });

export type EvidenceModel = z.infer<typeof readModelSchema>;
export type EffectInput = z.infer<typeof effectSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type RandomPart = z.infer<typeof randomPartSchema>;
export type SamplingInput = z.infer<typeof samplingSchema>;
export type MixedInput = z.infer<typeof mixedSchema>;
export type ConversionInput = z.infer<typeof conversionSchema>;
export type HypothesisInput = z.infer<typeof hypothesisSchema>;
