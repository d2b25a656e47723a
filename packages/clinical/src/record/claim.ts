import * as z from "zod";
import { ANALYTES } from "../laboratory/vocabulary.ts";
import { localTextSchema } from "../language/text.ts";
import { AGENTS } from "../therapy/vocabulary.ts";
import { SKELETAL_SITES } from "./scan.ts";

const common = {
  id: z.string(),
  /** Where it is said: abstract, results, discussion, with line or page. */
  place: z.string().optional(),
  note: localTextSchema.optional(),
};
const site = z.enum(SKELETAL_SITES);
const months = z.number().min(-120).max(720);
/** A printed number as a string keeps the digits to compare with. */
const printed = z.union([z.number().min(-1e6).max(1e6), z.string().regex(/^[-+]?\d{1,7}(\.\d{1,6})?$/)]);

/** What the authors say, as data that can be tested against the record; `statement` and `hypothesis` are kept untested. */
export const claimSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("caseCount"), printed, ...common }),
  z.strictObject({
    kind: z.literal("meanAge"),
    of: z.enum(["cases", "literature"]),
    printed,
    approximate: z.boolean().optional(),
    ...common,
  }),
  z.strictObject({
    kind: z.literal("percentChange"),
    case: z.string(),
    site,
    from: z.string(),
    to: z.string(),
    printed,
    ...common,
  }),
  z.strictObject({ kind: z.literal("laboratoryNormal"), analytes: z.array(z.enum(ANALYTES)).optional(), ...common }),
  z.strictObject({ kind: z.literal("markerCount"), printed, ...common }),
  z.strictObject({ kind: z.literal("firstDrugInAll"), agent: z.enum(AGENTS), ...common }),
  z.strictObject({ kind: z.literal("agentsInAll"), agents: z.array(z.enum(AGENTS)).min(1), ...common }),
  z.strictObject({ kind: z.literal("bmdRoseInAll"), sites: z.array(site).min(1), ...common }),
  z.strictObject({ kind: z.literal("longerFollowUpLargerGain"), ...common }),
  z.strictObject({ kind: z.literal("lowestSite"), site, ...common }),
  z.strictObject({ kind: z.literal("breastfedUntilDiagnosis"), ...common }),
  z.strictObject({
    kind: z.literal("delayInAll"),
    from: z.enum(["symptom", "fracture", "delivery", "weaning"]).optional(),
    to: z.enum(["diagnosis", "treatment"]).optional(),
    ...common,
  }),
  z.strictObject({
    kind: z.literal("literatureCounts"),
    studies: printed.optional(),
    women: printed.optional(),
    ...common,
  }),
  z.strictObject({ kind: z.literal("literatureDiagnosed"), fromMonths: months, toMonths: months, ...common }),
  z.strictObject({
    kind: z.literal("literatureAllRose"),
    regions: z.array(z.enum(["spine", "hip"])).min(1),
    ...common,
  }),
  /** Improvement called significant; `test` names the statistical test behind it, absent = none. */
  z.strictObject({ kind: z.literal("significance"), test: z.string().optional(), ...common }),
  z.strictObject({
    kind: z.literal("statement"),
    words: localTextSchema,
    /** JSON Pointers into the series, or `case-id#/pointer`. */
    supportedBy: z.array(z.string()).optional(),
    contradictedBy: z.array(z.string()).optional(),
    ...common,
  }),
  z.strictObject({
    kind: z.literal("hypothesis"),
    case: z.string().optional(),
    words: localTextSchema,
    reference: z.string().optional(),
    ...common,
  }),
]);
export type Claim = z.infer<typeof claimSchema>;
export type ClaimKind = Claim["kind"];
export type ClaimOf<K extends ClaimKind> = Extract<Claim, { kind: K }>;
