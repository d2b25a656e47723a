import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openMemoryRegistry, type Registry } from "@materbone/registry";
import { createApp } from "./app.ts";
import type { AppOptions } from "./app-options.ts";
import { problemSchema } from "./document/interface-document.ts";
import type { Api } from "./operation.ts";
import type { Answers } from "./schemas/answer-types.ts";
import { answers } from "./schemas/answers.ts";
import { createLaunchKeys } from "./security/launch-keys.ts";

export const PORT = 4780;
export const ORIGIN = `http://127.0.0.1:${PORT}`;
export const SECRET = "test-secret";
export const EXAMPLES_FOLDER = fileURLToPath(new URL("../../../examples", import.meta.url));

/** A server without a socket, with a registry and folders of its own. */
export type TestServer = {
  readonly app: Api;
  readonly registry: Registry;
  readonly logged: readonly string[];
  /** A signed-in request of a script; JSON bodies are written from values. */
  readonly ask: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
};

export type TestParts = Partial<Omit<AppOptions, "keys" | "port">>;

export function testServer(parts: TestParts = {}): TestServer {
  const logged: string[] = [];
  const registry = parts.registry ?? openMemoryRegistry();
  const app = createApp({
    program: { name: "Materbone", version: "0.0.0" },
    dataFolder: tmpdir(),
    integrity: "ok",
    webFolder: join(tmpdir(), "materbone-without-pages"),
    examplesFolder: EXAMPLES_FOLDER,
    now: () => new Date("2026-03-04T05:06:07.890Z"),
    log: (line) => logged.push(line),
    ...parts,
    registry,
    keys: createLaunchKeys(SECRET),
    port: PORT,
  });
  const ask: TestServer["ask"] = async (method, path, body, headers = {}) =>
    app.request(`${ORIGIN}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${SECRET}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  return { app, registry, logged, ask };
}

/** A folder of its own, and how to take it away. */
export async function temporaryFolder(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "materbone-server-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A series without women. */
export const emptySeries = {
  schema: "materbone/series/1",
  id: "my-series",
  title: { en: "My series", zh: "我的系列" },
  methods: { densitometers: [{ id: "dxa", manufacturer: "Hologic", model: "Discovery A" }] },
  cases: [],
} as const;

export const woman = {
  schema: "materbone/case/1",
  id: "woman-1",
  tags: ["hip"],
  person: { ageYears: 31 },
} as const;

/** The JSON of an answer, after the schema that the interface document promises for it. @throws when it breaks the promise */
export async function answered<K extends keyof Answers>(name: K, response: Response): Promise<Answers[K]> {
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.status} in place of ${name}: ${JSON.stringify(body)}`);
  return answers[name].parse(body) as Answers[K];
}

/** The problem of a refused request, which has no member that the interface document does not show. */
export type ProblemBody = {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly instance: string;
  readonly problems?: readonly { readonly pointer: string; readonly parameter?: string; readonly detail: string }[];
} & Readonly<Record<string, unknown>>;

export async function refused(response: Response): Promise<ProblemBody> {
  if (response.headers.get("content-type") !== "application/problem+json; charset=utf-8") {
    throw new Error(`${response.status} is no problem: ${await response.text()}`);
  }
  const body: unknown = await response.json();
  problemSchema.strict().parse(body);
  return body as ProblemBody;
}
