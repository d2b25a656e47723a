import * as z from "zod";
import { REVIEW_VERDICTS, reviewEntrySchema } from "./review-schema.ts";

const count = z.int().min(0);

const proportionSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("proportion"),
    count,
    total: count,
    estimate: z.number(),
    low: z.number(),
    high: z.number(),
  }),
  z.strictObject({ kind: z.literal("none") }),
]);

const kappaSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("kappa"),
    kappa: z.number(),
    standardError: z.number(),
    low: z.number(),
    high: z.number(),
  }),
  z.strictObject({ kind: z.literal("none") }),
]);

const verdictCounts = {
  candidates: count,
  confirmed: count,
  refuted: count,
  cannotTell: count,
  open: count,
  ppv: proportionSchema,
};
const verdictCountsSchema = z.strictObject(verdictCounts);
const tierSchema = z.strictObject({ tier: z.string(), ...verdictCounts });

/** JSON of a `ReviewSummary`. */
export const reviewSummarySchema = z.strictObject({
  overall: verdictCountsSchema,
  byStatus: z.strictObject({ open: count, agreed: count, disagreed: count, adjudicated: count }),
  tiers: z.array(tierSchema),
  criteria: z.array(z.strictObject({ event: z.string(), window: z.string(), ...verdictCounts })),
  agreement: z.strictObject({ table: z.array(z.array(count)), raw: proportionSchema, kappa: kappaSchema }),
  leastAlike: count,
});

const hidden = z.strictObject({ kind: z.literal("hidden") });

/** JSON of a `ShownSummary`. */
export const shownSummarySchema = z.strictObject({
  smallCell: count,
  overall: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("shown"), value: verdictCountsSchema }),
    hidden,
  ]),
  tiers: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("shown"), value: z.array(tierSchema) }),
    hidden,
  ]),
  agreement: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("shown"),
      value: z.strictObject({ raw: proportionSchema, kappa: kappaSchema }),
    }),
    hidden,
  ]),
  isReviewShown: z.boolean(),
});

const decisions = z.array(reviewEntrySchema);

/** JSON of a `BlindStatus`. */
export const blindStatusSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("open") }),
  z.strictObject({ kind: z.literal("waiting"), own: reviewEntrySchema }),
  z.strictObject({ kind: z.literal("agreed"), verdict: z.enum(REVIEW_VERDICTS), decisions }),
  z.strictObject({ kind: z.literal("disagreed"), decisions }),
  z.strictObject({
    kind: z.literal("adjudicated"),
    verdict: z.enum(REVIEW_VERDICTS),
    decisions,
    adjudication: reviewEntrySchema,
  }),
]);
