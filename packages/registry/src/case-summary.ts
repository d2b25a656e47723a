import { AGENTS, FRACTURE_SITES, GENANT_GRADES, localTextSchema, SKELETAL_SITES } from "@materbone/clinical";
import * as z from "zod";
import type { CaseOrder } from "./case-order.ts";

const months = z.number().nullable();
/** `[earliest, latest]` months from index delivery; `null` = open. */
const monthInterval = z.tuple([months, months]);
const outcome = z.enum(["consistent", "notConsistent", "undecided"]);
const status = z.enum(["met", "notMet", "undecided"]);

/** What a list shows of one woman, derived from her record and its series when she is saved. */
export const caseSummarySchema = z.strictObject({
  id: z.string(),
  label: localTextSchema.optional(),
  origin: z.enum(["published", "synthetic", "registry"]).optional(),
  tags: z.array(z.string()),
  ageYears: z.number().optional(),
  deliveryMode: z.enum(["vaginal", "caesarean", "notReported"]).optional(),
  /** Index delivery as recorded, `[earliest, latest]` ISO dates of any precision; absent in records of months only. */
  deliveredOn: z.tuple([z.string().nullable(), z.string().nullable()]).optional(),
  /** Months from index delivery to diagnosis. */
  monthsToDiagnosis: monthInterval.optional(),
  fractures: z.array(z.strictObject({ site: z.enum(FRACTURE_SITES), grade: z.literal(GENANT_GRADES).optional() })),
  /** Lowest Z-score of the diagnostic scan as printed. */
  lowestZ: z.strictObject({ site: z.enum(SKELETAL_SITES), zScore: z.number() }).optional(),
  spineBmd: z.array(z.strictObject({ months: monthInterval.optional(), bmdGPerCm2: z.number() })),
  /** First to last spine scan, percent of the first, unrounded. */
  spineChange: z
    .strictObject({ percent: z.number(), isComparable: z.boolean(), vertebrae: z.string().optional() })
    .optional(),
  agents: z.array(z.enum(AGENTS)),
  /** The source paper's definition in its two readings. */
  verdicts: z.strictObject({
    anySite: outcome,
    allSites: outcome,
    densityAnySite: status,
    densityAllSites: status,
  }),
  openFindings: z.strictObject({ major: z.number(), minor: z.number(), info: z.number() }),
  revision: z.number().int(),
  savedAt: z.string(),
  /** The series changed after the counts were made and they are being made again. */
  isStale: z.boolean(),
  deleted: z.strictObject({ at: z.string(), by: z.string(), why: z.string() }).optional(),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

/** The part of a summary that follows from the record and its series alone. */
export type DerivedSummary = Omit<CaseSummary, "revision" | "savedAt" | "isStale" | "deleted">;

/** Which women a list shows. Every part narrows; absent = all. */
export type CaseQuery = {
  /** Part of the pseudonym or of a tag, any case. Records hold no names, so none is searched. */
  readonly search?: string | undefined;
  /** With an open finding of this severity or above. */
  readonly severity?: "info" | "minor" | "major" | undefined;
  /** Outcome of the source paper's definition, any-site reading. */
  readonly outcome?: "consistent" | "notConsistent" | "undecided" | undefined;
  readonly isFractured?: boolean | undefined;
  readonly agent?: string | undefined;
  readonly tag?: string | undefined;
  readonly isDeleted?: boolean | undefined;
  /** Default `id`; women without the value come last in either direction. */
  readonly order?: CaseOrder | undefined;
  readonly isDescending?: boolean | undefined;
  readonly offset?: number | undefined;
  /** Default 60, at most 500. */
  readonly limit?: number | undefined;
};

export type CasePage = { readonly total: number; readonly cases: readonly CaseSummary[] };

/** What the start page shows of one series. */
export type SeriesSummary = {
  readonly id: string;
  readonly title: z.infer<typeof localTextSchema>;
  readonly origin?: "published" | "synthetic" | "registry";
  readonly cases: number;
  readonly revision: number;
  /** Last save of the head or of any of its women. */
  readonly savedAt: string;
  readonly deleted?: { readonly at: string; readonly by: string; readonly why: string };
};
