import { afterAll, describe, expect, it } from "vitest";
import { SECRET } from "../api.fixture.ts";
import { requestText, sendRaw } from "./raw-request.fixture.ts";
import { OUTSIDE, openSocketServer } from "./socket-server.fixture.ts";

const { close, logged, own, port, registry, send } = await openSocketServer();
const MEGABYTE = 1024 * 1024;

afterAll(close);

describe("what is too large", () => {
  const woman = `{"schema":"materbone/case/1","id":"w","note":"${"x".repeat(MEGABYTE)}"}`;
  const CASES = "/api/series/qingdao-2016-2019/cases";

  it("is refused by the length that it tells", async () => {
    const told = await send(`POST ${CASES}`, {
      "content-type": "application/json",
      "content-length": String(5 * MEGABYTE),
    });
    expect(told.status).toBe(413);
    expect(told.body).toContain("/problems/too-large");
    expect((await send(`POST ${CASES}`, {}, woman)).status).toBe(413);
  });

  it("is refused by the length that it has when it tells none", async () => {
    const headers = {
      host: own,
      authorization: `Bearer ${SECRET}`,
      "content-type": "application/json",
      "transfer-encoding": "chunked",
    };
    const chunk = "x".repeat(64 * 1024);
    const chunks = Array.from({ length: 20 }, () => `${chunk.length.toString(16)}\r\n${chunk}\r\n`);
    const answer = await sendRaw(port, [requestText(`POST ${CASES}`, headers), ...chunks, "0\r\n\r\n"]);
    expect(answer.status).toBe(413);
  });

  it("is taken up to the limit", async () => {
    const room = MEGABYTE - Buffer.byteLength(`{"schema":"materbone/case/1","id":"w","note":""}`);
    const largest = `{"schema":"materbone/case/1","id":"w","note":"${"x".repeat(room)}"}`;
    expect(Buffer.byteLength(largest)).toBe(MEGABYTE);
    expect((await send(`POST ${CASES}`, {}, largest)).status).toBe(201);
    expect((await send(`POST ${CASES}`, {}, largest.replace('"w"', '"ww"'))).status).toBe(413);
  });

  it("is refused as an address and as headers", async () => {
    expect((await send(`GET /api/status?lang=${"x".repeat(17 * 1024)}`)).status).toBe(414);
    expect((await send("GET /api/status", { "x-long": "x".repeat(40 * 1024) })).status).toBe(431);
  });

  it("is refused as depth", async () => {
    const deep = `{"schema":"materbone/case/1","id":"d","note":${"[".repeat(5000)}${"]".repeat(5000)}}`;
    const answer = await send(`POST ${CASES}`, {}, deep);
    expect([answer.status, logged]).toEqual([422, []]);
  });
});

describe("a path out of the folder", () => {
  it.each([
    "/../outside.txt",
    "/..%2foutside.txt",
    "/%2e%2e/outside.txt",
    "/%2e%2e%2foutside.txt",
    "/assets/../../outside.txt",
    "/assets/..%2f..%2foutside.txt",
    "/assets/%2e%2e/%2e%2e/outside.txt",
    "/..\\outside.txt",
    "/..%5coutside.txt",
    "/assets\\..\\..\\outside.txt",
    "/..%252foutside.txt",
    "/%c0%ae%c0%ae/outside.txt",
    "/....//outside.txt",
    "//outside.txt",
    "/outside.txt%00.js",
    "/%00",
    "/assets/index-abcd1234.js%00",
    "/%",
    "/%zz",
    "/api/../outside.txt",
    "/api/examples/..%2foutside",
    "/api/series/..%2f..%2foutside.txt/export",
  ])("%s leads nowhere", async (path) => {
    const answer = await send(`GET ${path}`);
    expect(answer.body).not.toContain(OUTSIDE);
    expect([200, 400, 404, 405]).toContain(answer.status);
    if (answer.status === 200) expect(answer.body).toContain("<title>Materbone</title>");
    expect(logged).toEqual([]);
  });

  it("is not that of an example", async () => {
    for (const name of ["..%2fvaried-women", "%2e%2e", "qingdao-2016-2019%00"]) {
      expect([400, 404]).toContain((await send(`POST /api/examples/${name}`)).status);
    }
  });
});

describe("methods and headers", () => {
  it.each([
    ["POST /api/status", "GET, HEAD"],
    ["DELETE /api/settings", "GET, HEAD, PUT"],
    ["GET /api/series/s/cases/w/purge", "POST"],
    ["HEAD /api/series/s/undo", "POST"],
    ["POST /api/series/s/cases/w", "GET, HEAD, PUT, DELETE"],
    ["POST /api/literature", "GET, HEAD, PUT, DELETE"],
  ])("%s is told which methods there are", async (line, allowed) => {
    const answer = await send(line);
    expect(answer.status).toBe(405);
    const names = /^allow: (.*?)\r?$/im.exec(answer.head)?.[1]?.split(", ");
    expect(names?.sort()).toEqual(allowed.split(", ").sort());
  });

  it.each(["POST /api/none", "PUT /api/series/s/none", "POST /api/series//undo"])("%s is not found", async (line) => {
    expect((await send(line)).status).toBe(404);
  });

  it.each(["TRACE", "PATCH", "OPTIONS", "PROPFIND"])("%s is not answered", async (method) => {
    const answer = await send(`${method} /api/status`, { "x-secret": "echo-me" });
    expect(answer.status).toBe(405);
    expect(answer.body).not.toContain("echo-me");
  });

  it.each(["CONNECT evil.example:80", "FOO /api/status", "GET /api/status HTTP/9.9\r\nx:"])(
    "%s is not understood",
    async (line) => {
      expect([0, 400, 505]).toContain((await send(line)).status);
    },
  );

  it.each([
    "/a%0d%0aset-cookie:%20evil=1",
    "/a%0aset-cookie:%20evil=1",
    "/a?x=%0d%0aset-cookie:%20evil=1",
    "/%E5%98%8D%E5%98%8Aset-cookie:evil=1",
  ])("%s adds no header", async (path) => {
    const answer = await send(`GET ${path}${path.includes("?") ? "&" : "?"}key=${SECRET}`, {
      authorization: undefined,
    });
    expect(answer.head.match(/^set-cookie:/gim)).toHaveLength(1);
    expect(answer.head).not.toMatch(/^set-cookie: evil/im);
  });

  it("adds none by a reason or a language either", async () => {
    const headers = { "x-materbone-why": "a%0d%0aset-cookie:%20evil=1", "accept-language": "zh\tset-cookie: evil=1" };
    const answer = await send(
      "POST /api/series/qingdao-2016-2019/cases",
      headers,
      '{"schema":"materbone/case/1","id":"h"}',
    );
    expect(answer.status).toBe(201);
    expect(answer.head).not.toMatch(/evil/);
  });

  it("every answer keeps its own origin and is not kept", async () => {
    for (const [line, status] of [
      ["GET /", 200],
      ["GET /api/status", 200],
      ["GET /api/none", 404],
      ["GET /none.js", 404],
      ["PATCH /api/status", 405],
      ["GET /api/series/none", 404],
    ] as const) {
      const answer = await send(line);
      expect([line, answer.status]).toEqual([line, status]);
      expect(answer.head).toMatch(/^x-content-type-options: nosniff\r?$/im);
      expect(answer.head).toMatch(/^referrer-policy: no-referrer\r?$/im);
      expect(answer.head).toMatch(/^cross-origin-resource-policy: same-origin\r?$/im);
      expect(answer.head).toMatch(/^cross-origin-opener-policy: same-origin\r?$/im);
      expect(answer.head).toMatch(/^content-security-policy: default-src 'none';.*frame-ancestors 'none'/im);
      expect(answer.head).toMatch(/^cache-control: no-store\r?$/im);
      expect(answer.head).not.toMatch(/^(server|x-powered-by|access-control)/im);
    }
  });
});

describe("a fault of the program", () => {
  it("is told without data, to the user and in the log", async () => {
    const readCase = registry.readCase;
    Object.assign(registry, {
      readCase: async () => {
        throw new Error("the note of woman-7 says: jane roe");
      },
    });
    try {
      const answer = await send("GET /api/series/qingdao-2016-2019/cases/case-1?lang=zh");
      expect(answer.status).toBe(500);
      expect(answer.body).not.toContain("jane");
      expect(logged.join("\n")).toMatch(/GET readCase Error \| at /);
      expect(logged.join("\n")).not.toMatch(/jane|case-1|woman-7/);
    } finally {
      Object.assign(registry, { readCase });
      logged.length = 0;
    }
  });
});
