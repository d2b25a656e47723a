import { reviewSchema, saidSchemas } from "@materbone/finder";
import * as z from "zod";

const path = z.string().min(1).max(4096);
/** Name of a stored mapping, in place of a mapping file beside the data. */
const mapping = z.string().min(1).max(100).optional();
const mappingDocument = z.record(z.string(), z.unknown());
/** In the form that the format of reviews has; whether it is a name there, the route says in words. */
const reviewer = z.string().trim().normalize("NFC").min(1).max(200);
/** State of the candidate that it was made of, as it was read; absent for the first word on her. */
const from = z.string().min(1).max(200).exactOptional();
const said = { ...saidSchemas, from, note: z.string().trim().pipe(saidSchemas.note.unwrap()).optional() };

/** Small bodies of the finder's routes. A definition is read by the finder itself, after the published format `cohort`. */
export const finderBodies = {
  FinderPath: z.strictObject({ path }),
  /** All files of an upload, as they will be when it is whole. */
  FinderUploadFiles: z.strictObject({
    files: z
      .array(
        z.strictObject({
          path: z.string().min(1).max(4000),
          size: z.int().min(0),
          /** When the file was last changed, ms. */
          changed: z.int().min(0).max(8.64e15).optional(),
        }),
      )
      .min(1)
      .max(500_000),
  }),
  FinderSource: z.strictObject({ path, mapping }),
  FinderStart: z.strictObject({
    path,
    /** Id of a definition that ships or is kept here, or a definition. */
    definition: z.union([z.string().max(100), z.record(z.string(), z.unknown())]),
    asOf: z.iso.date().optional(),
    strict: z.boolean().optional(),
    mapping,
  }),
  /** A mapping is read by the finder itself, after the published format `mapping`. */
  FinderMappingDraft: z.strictObject({
    mapping: mappingDocument,
    /** State that it was made from, as it was read; absent for a new one. */
    from: z.string().min(1).max(100).optional(),
  }),
  FinderMappingBeside: z.strictObject({ path, mapping: mappingDocument, from: z.string().min(1).max(100).optional() }),
  FinderDefinitionDraft: z.strictObject({ definition: z.record(z.string(), z.unknown()) }),
  FinderDefinitionKept: z.strictObject({
    definition: z.record(z.string(), z.unknown()),
    /** State that it was made from, as it was read; absent for a new one. */
    from: z.string().min(1).max(100).optional(),
  }),
  FinderFunnelQuestion: z.strictObject({
    data: z.string().regex(/^[0-9a-f]{16}$/),
    definition: z.union([z.string().max(100), z.record(z.string(), z.unknown())]),
    /** Names who asks: a further question under one name cancels the former. */
    asker: z.string().min(1).max(100),
  }),
  /** A reviewer's file, after the published format `find-review`. */
  FinderReviewFile: reviewSchema,
  FinderDecision: z.strictObject({ reviewer, ...said }),
  FinderAdjudication: z.strictObject({
    by: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("third"), adjudicator: reviewer }),
      z.strictObject({ kind: z.literal("together") }),
    ]),
    ...said,
  }),
  FinderCase: z.strictObject({
    candidate: z.int().min(1),
    series: z.string().min(1).max(64),
    /** New id of the record in the series. */
    id: z.string().max(64),
    /** She may stand in a series already: a second record of her is meant. */
    again: z.boolean().exactOptional(),
  }),
} as const;
