import { say } from "@materbone/clinical";
import type { CaseRef, SeriesRef } from "@materbone/registry";
import * as z from "zod";
import type { AppContext } from "../environment.ts";
import { termsOf } from "../language-of.ts";
import { sayTooDeep } from "../problems/body-words.ts";
import { Refusal } from "../problems/refusal.ts";
import { refuseParse } from "../problems/refuse-parse.ts";
import { BODY_LIMIT, readJson } from "../read-body.ts";
import { type SmallBody, smallBodies } from "../schemas/bodies.ts";

const id = z.string().min(1).max(64);

export const ofSeries = { series: id };
export const ofCase = { series: id, case: id };
export const ofWindow = { window: z.string().min(1).max(100) };
export const ofRevision = { revision: z.coerce.number().int().min(1) };
/** Of a document that is there before it was ever saved. */
export const ofAnyRevision = { revision: z.coerce.number().int().min(0) };

export const paged = {
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
};

export const flag = z.enum(["true", "false"]).transform((word) => word === "true");

export function seriesRef({ series }: { readonly series: string }): SeriesRef {
  return { kind: "series", series };
}

export function caseRef(params: { readonly series: string; readonly case: string }): CaseRef {
  return { kind: "case", series: params.series, case: params.case };
}

/** A file to keep. Names are of Latin letters, digits, dots and dashes only, as ids are, so they need no encoding. */
export function attach(c: AppContext, name: string): void {
  c.header("Content-Disposition", `attachment; filename="${name}"`);
}

/** A page of the log as asked for. */
export function pageOf(query: { readonly offset?: number | undefined; readonly limit?: number | undefined }): {
  readonly offset: number;
  readonly limit: number;
} {
  return { offset: query.offset ?? 0, limit: query.limit ?? 50 };
}

/** A small body. @throws Refusal that names what is wrong in it */
export async function readSmall<K extends SmallBody>(
  c: AppContext,
  name: K,
): Promise<z.output<(typeof smallBodies)[K]>> {
  const document = await readJson(c, LIMITS[name] ?? BODY_LIMIT.record);
  if (isDeeper(document, DEEPEST)) throw tooDeep(c);
  const result = smallBodies[name].safeParse(document);
  if (!result.success) throw refuseParse(c, result.error, document, smallBodies[name], "body");
  return result.data as z.output<(typeof smallBodies)[K]>;
}

/** Small bodies that may be larger than a record. */
const LIMITS: { readonly [K in SmallBody]?: number } = {
  DraftBody: BODY_LIMIT.draft,
  FinderUploadFiles: BODY_LIMIT.fileList,
};

/** Deepest nesting of a draft, which holds records; far more would exhaust the stack of whatever writes or compares it. */
const DEEPEST = 64;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

function tooDeep(c: AppContext): Refusal {
  const detail = say(sayTooDeep, { levels: DEEPEST }, termsOf(c));
  return new Refusal("invalid-request", {}, { problems: [{ pointer: "", detail }] });
}
