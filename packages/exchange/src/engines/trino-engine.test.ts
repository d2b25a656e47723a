import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Query } from "@materbone/finder";
import { afterEach, expect, it } from "vitest";
import { openTrinoEngine } from "./trino-engine.ts";

const QUERY: Query = {
  steps: [],
  result: {
    kind: "project",
    from: { kind: "contract", table: "event" },
    columns: {
      person_id: { kind: "column", name: "person_id" },
      code: { kind: "column", name: "code" },
      date_low: { kind: "column", name: "date_low" },
      value: { kind: "column", name: "value" },
    },
  },
};

const event = { kind: "table", name: ["lake", "materbone", "event"] } as const;

/** Pages of Trino's statement protocol: the answer to POST /v1/statement, then what each `nextUri` gives. */
type Page = { readonly data?: readonly unknown[]; readonly error?: object; readonly waits?: boolean };

type Seen = { method: string; url: string; body: string; user: string | undefined; authorization: string | undefined };
let server: Server | undefined;
let seen: Seen[] = [];

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  seen = [];
});

async function serve(pages: readonly Page[], onWait: () => void = () => undefined): Promise<string> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = "";
    for await (const chunk of request) {
      body += chunk;
    }
    const { method = "", url = "", headers } = request;
    const user = headers["x-trino-user"];
    seen.push({ method, url, body, user: String(user), authorization: headers.authorization });
    if (method === "DELETE") {
      response.writeHead(204).end();
      return;
    }
    const at = method === "POST" ? 0 : Number(url.split("/").at(-1));
    const page = pages[at];
    if (page?.waits === true) {
      onWait();
      return;
    }
    const next = at + 1 < pages.length ? { nextUri: `http://${headers.host}/v1/statement/executing/q1/${at + 1}` } : {};
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ id: "20261126_1", ...page, ...next, stats: { state: "RUNNING" } }));
  };
  const started = createServer((request, response) => void answer(request, response));
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const address = started.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

const open = (url: string) => openTrinoEngine({ server: url, user: "analyst", tables: { contract: { event } } });

it("reads page after page, also empty ones", async () => {
  const url = await serve([
    {},
    {},
    {
      data: [
        [1, "M80.8", "2020-02-29", -2.5],
        [2, "腰痛", null, null],
      ],
    },
    {},
    { data: [[9007199254740991, "", "0001-01-01", 1e-7]] },
    {},
  ]);
  const engine = open(url);
  expect(await engine.run(QUERY)).toEqual([
    { person_id: 1, code: "M80.8", date_low: "2020-02-29", value: -2.5 },
    { person_id: 2, code: "腰痛", date_low: null, value: null },
    { person_id: 9007199254740991, code: "", date_low: "0001-01-01", value: 1e-7 },
  ]);
  expect(seen[0]).toMatchObject({ method: "POST", url: "/v1/statement", user: "analyst" });
  expect(seen[0]?.body).toBe(engine.explain(QUERY));
  expect(seen[0]?.body).toContain('FROM "lake"."materbone"."event" AS t');
});

it("takes rows that come with the first answer", async () => {
  const engine = open(await serve([{ data: [[1, "a", null, null]] }]));
  expect(await engine.run(QUERY)).toHaveLength(1);
});

it("says what the server found wrong, without values of rows", async () => {
  const table = {
    errorName: "TABLE_NOT_FOUND",
    errorType: "USER_ERROR",
    message: "Table 'lake.materbone.event' does not exist",
  };
  await expect(open(await serve([{}, { error: table }])).run(QUERY)).rejects.toThrow(
    "TABLE_NOT_FOUND: Table 'lake.materbone.event' does not exist",
  );
  server?.close();
  const cast = { errorName: "INVALID_CAST_ARGUMENT", errorType: "USER_ERROR", message: "Cannot cast '王芳' to BIGINT" };
  await expect(open(await serve([{}, {}, { error: cast }])).run(QUERY)).rejects.toThrow(/^INVALID_CAST_ARGUMENT$/);
});

it.each([
  [[2 ** 53, "a", null, null], /column "person_id"/],
  [["1", "a", null, null], /column "person_id"/],
  [[1, "a", "2021-02-29", null], /column "date_low"/],
  [[1, "a", null, "NaN"], /column "value"/],
  [[1, "a"], /2 cells for 4 columns/],
])("refuses a row that is no row of the query: %j", async (row, message) => {
  await expect(open(await serve([{}, { data: [row] }])).run(QUERY)).rejects.toThrow(message);
});

it("cancels while the server still waits", async () => {
  const stop = new AbortController();
  const engine = open(await serve([{}, {}, { waits: true }], () => stop.abort(new Error("asked to stop"))));
  await expect(engine.run(QUERY, stop.signal)).rejects.toThrow("asked to stop");
  expect(seen.at(-1)).toMatchObject({ method: "DELETE", url: "/v1/query/20261126_1" });
});

it("says when there is no server, and sends no password in the clear", async () => {
  await expect(open("http://127.0.0.1:1").run(QUERY)).rejects.toThrow(/ECONNREFUSED/);
  const secret = { server: "http://trino", user: "a", password: "b", tables: {} };
  expect(() => openTrinoEngine(secret)).toThrow(TypeError);
});
