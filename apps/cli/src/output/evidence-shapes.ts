import { ARM_TREATMENTS, POOLED_METRICS, POOLED_SITES, TIME_WINDOWS } from "@materbone/evidence";
import * as z from "zod";

/** Shapes of the machine output of `evidence forest` and `evidence benchmark`. Changes are percent, SDs percentage points. */

const prediction = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("interval"), lower: z.number(), upper: z.number() }),
  z.strictObject({
    kind: z.literal("notDefined"),
    reason: z.enum(["fewerThanThreeStudies", "commonEffect", "noDegreesOfFreedom"]),
  }),
]);

const estimate = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("pooled"),
    studies: z.number(),
    women: z.number(),
    estimate: z.number(),
    se: z.number(),
    ciLower: z.number(),
    ciUpper: z.number(),
    tau2: z.number(),
    i2: z.number(),
    prediction,
  }),
  z.strictObject({ kind: z.literal("notPooled"), reason: z.enum(["noStudy", "oneStudy", "unlikeCourses"]) }),
]);

const sdKind = z.enum(["reported", "pooled", "assumed"]);

export const evidenceForestShape = z.strictObject({
  strata: z.array(
    z.strictObject({
      site: z.enum(POOLED_SITES),
      metric: z.enum(POOLED_METRICS),
      /** Null for changes per year. */
      window: z.enum(TIME_WINDOWS).nullable(),
      womenSdPoints: z.number(),
      womenSdKind: sdKind,
      pools: z.array(
        z.strictObject({
          treatment: z.enum(ARM_TREATMENTS),
          rows: z.array(
            z.strictObject({
              study: z.string(),
              outcomes: z.array(z.string()),
              women: z.number(),
              yi: z.number(),
              vi: z.number(),
              sdKind,
              isSingleWomen: z.boolean(),
              /** Null where nothing is pooled. */
              weightPercent: z.number().nullable(),
            }),
          ),
          excluded: z.array(z.strictObject({ outcome: z.string(), reason: z.string() })),
          withSingles: estimate,
          withoutSingles: estimate,
          strip: z.array(z.strictObject({ sdPoints: z.number(), withSingles: estimate, withoutSingles: estimate })),
        }),
      ),
    }),
  ),
});

const band = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("noBand"), reason: z.literal("fewerThanThreeStudies") }),
  z.strictObject({
    kind: z.literal("band"),
    asymptotePercent: z.number(),
    timeConstantMonths: z.number(),
    timeConstantFrom: z.enum(["fitted", "borrowed"]),
    womenSdPoints: z.number(),
    tau2: z.number(),
    fromMonths: z.number(),
    toMonths: z.number(),
    /** Of one woman, from weaning to each time. */
    expected: z.array(
      z.strictObject({
        months: z.number(),
        expectedPercent: z.number(),
        lowerPercent: z.number(),
        upperPercent: z.number(),
        sdPoints: z.number(),
        degreesOfFreedom: z.number(),
      }),
    ),
  }),
]);

export const evidenceBenchmarkShape = z.strictObject({
  sites: z.array(
    z.strictObject({
      site: z.enum(POOLED_SITES),
      points: z.array(
        z.strictObject({
          id: z.string(),
          population: z.enum(["healthy", "plo"]),
          how: z.enum(["gain", "recoveredLoss", "outcome", "contrast"]),
          monthsSinceWeaning: z.number(),
          women: z.number().nullable(),
          percent: z.number().nullable(),
          range: z.array(z.number()).nullable(),
          vi: z.number().nullable(),
          use: z.enum(["fit", "shown"]),
          leftOut: z
            .enum([
              "siteNotStated",
              "containsOthers",
              "rangeOnly",
              "womenUnknown",
              "sameWomenLater",
              "notInLiterature",
              "noNumber",
            ])
            .nullable(),
        }),
      ),
      band,
      /** The band without each point. */
      without: z.array(z.strictObject({ point: z.string(), band })),
    }),
  ),
});
