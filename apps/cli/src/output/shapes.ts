import * as z from "zod";

/** Shapes of the machine output; `materbone schema` and docs/reference/schema publish them. */

const severity = z.enum(["info", "minor", "major"]);
const status = z.enum(["met", "notMet", "undecided"]);
const range = z.tuple([z.number().nullable(), z.number().nullable()]);
/** Months as [earliest, latest]; an open end is null. */
const months = range.nullable();

export const findingShape = z.strictObject({
  rule: z.string(),
  severity,
  case: z.string().nullable(),
  at: z.string(),
  message: z.string(),
  facts: z.record(z.string(), z.unknown()),
  state: z.enum(["open", "explained", "accepted"]),
  note: z.string().optional(),
});

export const checkShape = z.strictObject({ findings: z.array(findingShape) });

export const assessShape = z.strictObject({
  verdicts: z.array(
    z.strictObject({
      case: z.string(),
      definition: z.string(),
      outcome: z.enum(["consistent", "notConsistent", "undecided"]),
      criteria: z.array(
        z.strictObject({
          id: z.enum(["timing", "fragility-fracture", "density", "exclusion"]),
          status,
          because: z.array(z.string()),
          missing: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** Other conditions that the record gives a reason to think of; they never change an outcome. */
  considerInstead: z.array(
    z.strictObject({
      case: z.string(),
      id: z.string(),
      condition: z.string(),
      because: z.array(z.string()),
      at: z.string(),
      source: z.string(),
    }),
  ),
  sensitivity: z.array(
    z.strictObject({
      case: z.string(),
      windowMonths: z.number(),
      sites: z.enum(["any", "all"]),
      operator: z.enum(["<", "<="]),
      timing: status,
      density: status,
      both: status,
    }),
  ),
});

/** A change beside the change that is expected without a drug; ranges are over the readings of inexact times. */
const benchmarkShape = z.strictObject({
  /** Null where it is not compared. */
  place: z.enum(["inside", "above", "below", "depends"]).nullable(),
  notCompared: z.enum(["noBand", "weaningNotRecorded", "timeNotRecorded", "outsideMonths"]).nullable(),
  /** From weaning to the later scan. */
  monthsSinceWeaning: z.tuple([z.number(), z.number()]).nullable(),
  expectedPercent: z.tuple([z.number(), z.number()]).nullable(),
  lowerPercent: z.number().nullable(),
  upperPercent: z.number().nullable(),
  percentile: z.tuple([z.number(), z.number()]).nullable(),
  /** Women and studies that the band counts. */
  women: z.number().int().nullable(),
  studies: z.number().int().nullable(),
});

export const responseShape = z.strictObject({
  /** Nothing here says what caused a change. */
  note: z.string(),
  responses: z.array(
    z.strictObject({
      case: z.string(),
      site: z.enum(["lumbarSpine", "femoralNeck", "totalHip"]),
      from: z.string(),
      to: z.string(),
      deltaGPerCm2: z.number(),
      percent: z.number(),
      percentPerYear: z.tuple([z.number(), z.number()]).nullable(),
      months,
      deltaZ: z.number().nullable(),
      lscPercent: z.number().nullable(),
      exceedsLsc: z.boolean().nullable(),
      verdict: z.enum(["gain", "loss", "noChange", "notComparable"]),
      reason: z.string().nullable(),
      benchmark: benchmarkShape,
    }),
  ),
});

const amount = z.strictObject({ low: z.number(), high: z.number(), unit: z.string() }).nullable();

export const therapyShape = z.strictObject({
  cases: z.array(
    z.strictObject({
      case: z.string(),
      exposures: z.array(
        z.strictObject({ agent: z.string(), cumulative: amount, onMonths: months, offMonths: months }),
      ),
      regimens: z.array(z.strictObject({ agent: z.string(), at: z.string(), result: z.string() })),
      declined: z.array(z.strictObject({ agent: z.string(), at: z.string(), reason: z.string() })),
      delays: z.array(z.strictObject({ id: z.string(), months, missing: z.array(z.string()) })),
      readiness: z.array(
        z.strictObject({
          agent: z.string(),
          check: z.string(),
          state: z.string(),
          at: z.string().nullable(),
        }),
      ),
      plan: z.array(z.strictObject({ what: z.string(), due: months, state: z.string(), source: z.string() })),
    }),
  ),
});

/** Of `verify`. */
export const verifyShape = z.strictObject({
  revisions: z.number().int(),
  documents: z.number().int(),
  /** Hash of the last entry of the log; null when it is empty. */
  head: z.string().nullable(),
  faults: z.array(
    z.strictObject({
      kind: z.enum(["brokenChain", "missingRevision", "contentMissing", "projectionDiffers", "damagedFile"]),
      sequence: z.number().int().optional(),
      series: z.string().optional(),
      case: z.string().optional(),
      detail: z.string().optional(),
      message: z.string(),
    }),
  ),
});
