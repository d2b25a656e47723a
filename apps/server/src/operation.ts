import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Text } from "@materbone/clinical";
import * as z from "zod";
import type { AppContext, Environment } from "./environment.ts";
import { Refusal } from "./problems/refusal.ts";
import { refuseParse } from "./problems/refuse-parse.ts";
import type { Answers } from "./schemas/answer-types.ts";
import type { SmallBody } from "./schemas/bodies.ts";
import { FILE_TYPE } from "./security/guard.ts";

/** Bodies that `clinical` and `evidence` read; the interface document describes them by the published formats. */
type RecordBody = "CaseRecord" | "SeriesHead" | "Series" | "Literature";

export type Api = OpenAPIHono<Environment>;

/** One route: what it takes, what it answers and what the interface document says about it. */
export type Operation<P extends z.ZodRawShape, Q extends z.ZodRawShape, A extends AnswerShape> = {
  /** Name of the operation, unique. */
  readonly id: string;
  readonly method: "get" | "post" | "put" | "delete";
  /** With parameters in braces. */
  readonly path: string;
  readonly group: Group;
  readonly says: Text;
  readonly params: P;
  readonly query?: Q;
  readonly body?: RecordBody | SmallBody;
  /** The body is a file, or a part of one, as it is. */
  readonly takesFile?: true;
  readonly answer: A;
  readonly status?: 200 | 201;
  /** Headers of the answer that hold a count; `headerWords` says what of. */
  readonly countHeaders?: readonly string[];
  /** The change names the revision it was made from: `If-Match`. */
  readonly isConditional?: boolean;
  /** Why the change is made may come in a header: `X-Materbone-Why`. */
  readonly takesReason?: boolean;
};

type AnyOperation = Operation<z.ZodRawShape, z.ZodRawShape, AnswerShape>;

/** A JSON answer by name, a file by its media types, or no content. */
type AnswerShape = keyof Answers | { readonly media: readonly string[] } | "nothing";

export const GROUPS = [
  "registry",
  "series",
  "cases",
  "literature",
  "history",
  "drafts",
  "documents",
  "finder",
  "interface",
] as const;
export type Group = (typeof GROUPS)[number];

type AnswerOf<A extends AnswerShape> = A extends keyof Answers
  ? Answers[A]
  : A extends "nothing"
    ? undefined
    : Response;

type Asked<P extends z.ZodRawShape, Q extends z.ZodRawShape> = {
  readonly c: AppContext;
  readonly params: z.output<z.ZodObject<P>>;
  readonly query: z.output<z.ZodObject<Q>>;
  /** Revision named by `If-Match`; present on conditional operations. */
  readonly revision: number;
};

const language = z.enum(["zh", "en"]).optional();

/** Adds a route to the application and to the interface document. */
export function addOperation<P extends z.ZodRawShape, Q extends z.ZodRawShape, A extends AnswerShape>(
  api: Api,
  operation: Operation<P, Q, A>,
  answer: (asked: Asked<P, Q>) => Promise<AnswerOf<A>>,
): void {
  const params = z.object(operation.params);
  const query = z.strictObject({ ...(operation.query ?? ({} as Q)), lang: language });
  const route = createRoute({
    method: operation.method,
    path: operation.path,
    operationId: operation.id,
    tags: [operation.group],
    // Both languages travel with the route; the document keeps the one asked for.
    "x-says": operation.says,
    request: {
      params,
      query,
      ...headersOf(operation),
      ...bodyOf(operation),
    },
    responses: responsesOf(operation),
  });
  api.openapi(
    route,
    async (c) => {
      c.set("operation", operation.id);
      const answered = await answer({
        c,
        params: c.req.valid("param" as never) as z.output<z.ZodObject<P>>,
        query: c.req.valid("query" as never) as z.output<z.ZodObject<Q>>,
        revision: operation.isConditional === true ? revisionNamed(c) : 0,
      });
      return answered instanceof Response ? answered : jsonAnswer(c, answered, operation.status ?? 200);
    },
    (result, c) => {
      if (result.success) return;
      const [given, schema] = result.target === "param" ? [c.req.param(), params] : [c.req.query(), query];
      throw refuseParse(c, result.error, given, schema, "parameter");
    },
  );
}

function bodyOf({ body, takesFile }: Pick<AnyOperation, "body" | "takesFile">) {
  if (body !== undefined)
    return { body: { required: true, content: { "application/json": { schema: reference(body) } } } };
  if (takesFile === undefined) return {};
  return {
    body: { required: true, content: { [FILE_TYPE]: { schema: { type: "string" as const, format: "binary" } } } },
  };
}

function headersOf({ isConditional, takesReason }: Pick<AnyOperation, "isConditional" | "takesReason">) {
  const names = [...(isConditional === true ? ["if-match"] : []), ...(takesReason === true ? ["x-materbone-why"] : [])];
  if (names.length === 0) return {};
  return { headers: z.object(Object.fromEntries(names.map((name) => [name, z.string().optional()]))) };
}

/** The revision of a document travels in the ETag as well, for the next `If-Match`. */
function jsonAnswer(c: AppContext, answered: object | undefined, status: 200 | 201): Response {
  if (answered === undefined) return c.body(null, 204);
  const revision = "revision" in answered ? answered.revision : undefined;
  if (typeof revision === "number") c.header("ETag", `"${revision}"`);
  return c.json(answered, status);
}

/** A named schema of the interface document. */
export function reference(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

function responsesOf(operation: AnyOperation) {
  const problem = {
    description: "A problem after RFC 9457",
    content: { "application/problem+json": { schema: reference("Problem") } },
  };
  return { ...successOf(operation), default: problem };
}

function successOf({ answer, status, says, countHeaders }: AnyOperation) {
  if (answer === "nothing") return { 204: { description: says.en } };
  if (typeof answer === "string") {
    return {
      [status ?? 200]: { description: says.en, content: { "application/json": { schema: reference(answer) } } },
    };
  }
  const content = Object.fromEntries(answer.media.map((media) => [media, { schema: { type: "string" as const } }]));
  if (countHeaders === undefined) return { [status ?? 200]: { description: says.en, content } };
  const count = { schema: { type: "integer" as const, minimum: 0 } };
  const headers = Object.fromEntries(countHeaders.map((name) => [name, count]));
  return { [status ?? 200]: { description: says.en, headers, content } };
}

const REVISION = /^(?:W\/)?"(\d{1,15})"$/;

function revisionNamed(c: AppContext): number {
  const header = c.req.header("if-match");
  if (header === undefined) throw new Refusal("precondition-required", {});
  const revision = REVISION.exec(header.trim())?.[1];
  if (revision === undefined) {
    const detail = 'If-Match: "3"';
    throw new Refusal("invalid-request", {}, { problems: [{ pointer: "", parameter: "If-Match", detail }] });
  }
  return Number(revision);
}
