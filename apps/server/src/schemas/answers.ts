import { caseRecordSchema, seriesHeadSchema } from "@materbone/clinical";
import { literatureSchema } from "@materbone/evidence";
import { caseSummarySchema } from "@materbone/registry";
import * as z from "zod";
import { finderAnswers } from "../finder/finder-answers.ts";
import type { Answers } from "./answer-types.ts";

const instant = z.string();
const deleted = z.strictObject({ at: instant, by: z.string(), why: z.string() }).optional();
const title = seriesHeadSchema.shape.title;
const origin = seriesHeadSchema.shape.origin;
const documentRef = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("series"), series: z.string() }),
  z.strictObject({ kind: z.literal("case"), series: z.string(), case: z.string() }),
  z.strictObject({ kind: z.literal("literature") }),
]);
const stored = { revision: z.number().int(), savedAt: instant, savedBy: z.string(), deleted };
const saved = { revision: z.number().int(), savedAt: instant, hash: z.string() };

const caseRevision = z.strictObject({
  sequence: z.number().int(),
  kind: z.enum(["created", "changed", "undone", "deleted", "restored", "purged"]),
  document: z.enum(["series", "case", "literature"]),
  series: z.string().optional(),
  case: z.string().optional(),
  revision: z.number().int(),
  at: instant,
  by: z.string(),
  why: z.string().optional(),
  changes: z.array(z.strictObject({ at: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })),
  isErased: z.boolean(),
  hash: z.string(),
});

const draft = z.strictObject({
  document: documentRef,
  window: z.string(),
  baseRevision: z.number().int(),
  body: z.unknown(),
  at: instant,
  by: z.string(),
});

const fault = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("brokenChain"), sequence: z.number().int() }),
  z.strictObject({ kind: z.literal("missingRevision"), sequence: z.number().int() }),
  z.strictObject({ kind: z.literal("contentMissing"), sequence: z.number().int() }),
  z.strictObject({ kind: z.literal("projectionDiffers"), series: z.string().optional(), case: z.string().optional() }),
  z.strictObject({ kind: z.literal("damagedFile"), detail: z.string() }),
]);

/** The JSON answers by the name that the interface document gives them. */
export const answers: { readonly [K in keyof Answers]: z.ZodType } = {
  Status: z.strictObject({
    program: z.string(),
    version: z.string(),
    dataFolder: z.string(),
    integrity: z.string(),
    examples: z.array(z.string()),
    stale: z.number().int(),
  }),
  SettingsAnswer: z.strictObject({ author: z.string() }),
  SeriesList: z.strictObject({
    series: z.array(
      z.strictObject({
        id: z.string(),
        title,
        origin,
        cases: z.number().int(),
        revision: z.number().int(),
        savedAt: instant,
        deleted,
      }),
    ),
  }),
  SavedDocument: z.strictObject({ id: z.string(), ...saved }),
  Saved: z.strictObject(saved),
  OpenedExample: z.strictObject({ id: z.string(), isNew: z.boolean() }),
  StoredHead: z.strictObject({ value: seriesHeadSchema, ...stored, cases: z.number().int() }),
  StoredCase: z.strictObject({ value: caseRecordSchema, ...stored }),
  StoredCases: z.strictObject({ records: z.array(z.strictObject({ value: caseRecordSchema, ...stored })) }),
  StoredLiterature: z.discriminatedUnion("isShipped", [
    z.strictObject({ value: literatureSchema, revision: z.number().int(), isShipped: z.literal(true), deleted }),
    z.strictObject({
      value: literatureSchema,
      revision: z.number().int(),
      isShipped: z.literal(false),
      savedAt: instant,
      savedBy: z.string(),
    }),
  ]),
  RevisionPage: z.strictObject({ total: z.number().int(), revisions: z.array(caseRevision) }),
  RevisionContent: z.strictObject({ value: z.union([caseRecordSchema, seriesHeadSchema, literatureSchema]) }),
  CasePage: z.strictObject({ total: z.number().int(), cases: z.array(caseSummarySchema) }),
  Tags: z.strictObject({ tags: z.array(z.strictObject({ tag: z.string(), cases: z.number().int() })) }),
  Drafts: z.strictObject({ drafts: z.array(draft) }),
  DraftList: z.strictObject({ drafts: z.array(draft.omit({ body: true })) }),
  Verification: z.strictObject({
    revisions: z.number().int(),
    documents: z.number().int(),
    head: z.string().optional(),
    faults: z.array(fault),
  }),
  ...finderAnswers,
};
