import { caseRecordSchema, createTerms, type Lang, seriesHeadSchema, seriesSchema } from "@materbone/clinical";
import { literatureSchema } from "@materbone/evidence";
import { criterionAnswerSchema } from "@materbone/finder";
import * as z from "zod";
import type { Api } from "../operation.ts";
import { problemWords } from "../problems/problem-words.ts";
import { answers } from "../schemas/answers.ts";
import { smallBodies } from "../schemas/bodies.ts";
import { groupWords, headerWords, interfaceWords, parameterWords } from "./words.ts";

/** A refusal (RFC 9457); what follows `problems` comes with the kinds that have it to tell. */
export const problemSchema = z.object({
  type: z.enum(Object.keys(problemWords).map((kind) => `/problems/${kind}`)),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  problems: z
    .array(z.strictObject({ pointer: z.string(), parameter: z.string().optional(), detail: z.string() }))
    .optional(),
  /** Of a change that was made from another revision than the current one: both, and what stands. */
  expected: z.number().int().optional(),
  current: z.number().int().optional(),
  record: z.union([caseRecordSchema, seriesHeadSchema, literatureSchema]).optional(),
  /** Of a finder's definition that was changed in between: the state that is kept by now. */
  state: z.string().optional(),
  savedAt: z.string().optional(),
  savedBy: z.string().optional(),
  divergences: z
    .array(
      z.strictObject({
        at: z.string(),
        base: z.unknown().optional(),
        mine: z.unknown().optional(),
        theirs: z.unknown().optional(),
        by: z.enum(["me", "them", "both"]),
      }),
    )
    .optional(),
  /** Of an id that is taken, and of a state that does not fit. */
  isDeleted: z.boolean().optional(),
});

/** Every named schema: the published formats of what is sent, the answers, the problems. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  CaseRecord: caseRecordSchema,
  SeriesHead: seriesHeadSchema,
  Series: seriesSchema,
  Literature: literatureSchema,
  ...smallBodies,
  ...answers,
  /** It holds itself, so it has a name. */
  FinderCriterionAnswer: criterionAnswerSchema,
  Problem: problemSchema,
};

/** The OpenAPI 3.1 document of the routes that were added to `api`, with its sentences in one language. */
export function interfaceDocument(api: Api, version: string, lang: Lang): InterfaceDocument {
  const t = createTerms(lang);
  const document = api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Materbone",
      version,
      description: t.text(interfaceWords.lead),
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "/" }],
    tags: Object.entries(groupWords).map(([name, words]) => ({ name, description: t.text(words) })),
    security: [{ launchSecret: [] }, { launchCookie: [] }],
  });
  const paths = Object.fromEntries(
    Object.entries(document.paths ?? {}).map(([path, methods]) => [
      path,
      Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, said(operation, lang)])),
    ]),
  );
  return {
    ...document,
    paths,
    components: {
      schemas: namedSchemas(),
      securitySchemes: {
        launchSecret: { type: "http", scheme: "bearer", description: t.text(interfaceWords.secret) },
        launchCookie: { type: "apiKey", in: "cookie", name: "materbone-PORT" },
      },
    },
  };
}

export type InterfaceDocument = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, InterfaceOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>>; readonly securitySchemes: unknown };
};

export type InterfaceOperation = {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly InterfaceParameter[];
  readonly requestBody?: { readonly content: InterfaceContent };
  readonly responses: Readonly<Record<string, InterfaceResponse>>;
};

type InterfaceResponse = {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly description?: string; readonly schema: unknown }>>;
  readonly content?: InterfaceContent;
};

export type InterfaceContent = Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;

export type InterfaceParameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Readonly<Record<string, unknown>>;
};

/** The operation with the sentence of one language in place of both. */
function said(operation: unknown, lang: Lang): InterfaceOperation {
  const { "x-says": says, ...rest } = operation as InterfaceOperation & { readonly "x-says": Record<Lang, string> };
  const responses = Object.fromEntries(
    Object.entries(rest.responses).map(([status, response]) => [
      status,
      status === "default"
        ? { ...response, description: interfaceWords.problem[lang] }
        : { ...response, ...headersSaid(response, lang), description: says[lang] },
    ]),
  );
  const parameters = rest.parameters?.map((parameter) => described(parameter, lang));
  return { ...rest, ...(parameters === undefined ? {} : { parameters }), summary: says[lang], responses };
}

function headersSaid({ headers }: InterfaceResponse, lang: Lang): Pick<InterfaceResponse, "headers"> {
  if (headers === undefined) return {};
  const said = Object.entries(headers).map(([name, header]) => {
    const words = headerWords[name];
    return [name, words === undefined ? header : { description: words[lang], ...header }];
  });
  return { headers: Object.fromEntries(said) };
}

function described(parameter: InterfaceParameter, lang: Lang): InterfaceParameter {
  const words = parameterWords[parameter.name];
  return {
    ...parameter,
    ...(words === undefined ? {} : { description: words[lang] }),
    // Where it is missing an answer of its own says so (428), which is why the route itself lets it be left out.
    ...(parameter.name === "if-match" ? { required: true } : {}),
  };
}

/** JSON Schemas that name each other where one holds another. */
function namedSchemas(): Readonly<Record<string, unknown>> {
  const named = z.registry<{ id?: string | undefined }>();
  for (const [name, schema] of Object.entries(schemas)) named.add(schema, { id: name });
  const made = z.toJSONSchema(named, {
    io: "input",
    target: "draft-2020-12",
    reused: "inline",
    uri: (name) => `#/components/schemas/${name}`,
  });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([name, { $schema: _draft, $id: _id, id: _name, ...schema }]) => [name, schema]),
  );
}
