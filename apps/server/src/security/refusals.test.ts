import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openMemoryRegistry, type Registry } from "@materbone/registry";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXAMPLES_FOLDER, SECRET, temporaryFolder } from "../api.fixture.ts";
import { createApp } from "../app.ts";
import { type Listening, listen } from "../program/listen.ts";
import { requestListener } from "../program/request-listener.ts";
import { createLaunchKeys } from "./launch-keys.ts";
import { type RawAnswer, requestText, sendRaw } from "./raw-request.fixture.ts";

const PAGE = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>Materbone</title>';
const OUTSIDE = "what stands outside the folder of the pages";
const MEGABYTE = 1024 * 1024;

const logged: string[] = [];
const folder = await temporaryFolder();
const keys = createLaunchKeys(SECRET);
let registry: Registry;
let listening: Listening;

beforeAll(async () => {
  registry = openMemoryRegistry();
  const webFolder = join(folder.path, "web");
  await mkdir(join(webFolder, "assets"), { recursive: true });
  await writeFile(join(webFolder, "index.html"), PAGE);
  await writeFile(join(webFolder, "assets", "index-abcd1234.js"), "export {};");
  await writeFile(join(folder.path, "outside.txt"), OUTSIDE);
  listening = await listen(0, (port) => {
    const app = createApp({
      registry,
      keys,
      port,
      program: { name: "Materbone", version: "0.0.0" },
      dataFolder: folder.path,
      integrity: "ok",
      webFolder,
      examplesFolder: EXAMPLES_FOLDER,
      now: () => new Date(),
      log: (line) => logged.push(line),
    });
    return requestListener(app).listener;
  });
  await send("POST /api/examples/qingdao-2016-2019");
});

afterAll(async () => {
  listening.server.closeAllConnections();
  await new Promise((done) => listening.server.close(done));
  await folder.remove();
});

function own(): string {
  return `127.0.0.1:${listening.port}`;
}

/** A signed-in request; a header of `undefined` is left out. */
function send(line: string, headers: Readonly<Record<string, string | undefined>> = {}, body = ""): Promise<RawAnswer> {
  const length =
    body === "" ? {} : { "content-length": String(Buffer.byteLength(body)), "content-type": "application/json" };
  const all = { host: own(), authorization: `Bearer ${SECRET}`, ...length, ...headers };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return sendRaw(listening.port, requestText(line, Object.fromEntries(given), body));
}

const SETTINGS = '{"author":"mallory"}';

async function author(): Promise<string> {
  return (await registry.readSettings()).author;
}

describe("who is let in", () => {
  it("is the bearer of the secret, in the header or in the cookie", async () => {
    expect((await send("GET /api/status")).status).toBe(200);
    const cookie = `other=1; materbone-${listening.port}=${SECRET}`;
    expect((await send("GET /api/status", { authorization: undefined, cookie })).status).toBe(200);
  });

  it.each([
    ["no secret", {}],
    ["a wrong secret", { authorization: `Bearer ${SECRET}x` }],
    ["a shorter secret", { authorization: `Bearer ${SECRET.slice(0, -1)}` }],
    ["an empty secret", { authorization: "Bearer " }],
    ["another scheme", { authorization: `Basic ${Buffer.from(`:${SECRET}`).toString("base64")}` }],
    ["the cookie of another port", { cookie: `materbone-1=${SECRET}` }],
    ["an empty cookie", { cookie: "materbone-PORT=" }],
  ])("is not the bearer of %s", async (_what, headers) => {
    const given = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace("PORT", String(listening.port))]),
    );
    for (const path of [
      "/api/status",
      "/api/series/qingdao-2016-2019/export",
      "/api/literature",
      "/api/openapi.json",
      "/api/none",
      "/api",
    ]) {
      const answer = await send(`GET ${path}`, { authorization: undefined, ...given });
      expect([path, answer.status]).toEqual([path, 401]);
      expect(answer.body).toContain("/problems/not-signed-in");
    }
    for (const path of ["/", "/series/x", "/assets/index-abcd1234.js"]) {
      const answer = await send(`GET ${path}`, { authorization: undefined, ...given });
      expect([path, answer.status]).toEqual([path, 401]);
      expect(answer.body).not.toMatch(/export|__CSP|<script/);
    }
    const write = await send("PUT /api/settings", { authorization: undefined, ...given }, SETTINGS);
    expect([write.status, await author()]).toEqual([401, ""]);
  });

  it("gets a cookie for the key of the address, and the address without the key", async () => {
    const answer = await send(`GET /series/x?tab=scans&key=${SECRET}`, { authorization: undefined });
    expect(answer.status).toBe(303);
    expect(answer.head).toMatch(/^location: \/series\/x\?tab=scans\r?$/im);
    expect(answer.head).toMatch(
      new RegExp(`^set-cookie: materbone-${listening.port}=${SECRET}; Path=/; HttpOnly; SameSite=Strict\\r?$`, "im"),
    );
    expect((await send("GET /?key=wrong", { authorization: undefined })).status).toBe(401);
    expect((await send("GET /?key=", { authorization: undefined })).status).toBe(401);
    // A key in the address opens pages only: the interface takes no secret that could end up in a log.
    expect((await send(`GET /api/status?key=${SECRET}`, { authorization: undefined })).status).toBe(401);
  });

  it("may use the key that opened the browser once", async () => {
    const key = keys.openingKey();
    expect((await send(`GET /?key=${key}`, { authorization: undefined })).status).toBe(303);
    expect((await send(`GET /?key=${key}`, { authorization: undefined })).status).toBe(401);
    expect((await send("GET /api/status", { authorization: `Bearer ${key}` })).status).toBe(401);
  });

  it("is led by a page of this server when a link of another page was followed", async () => {
    const followed = {
      authorization: undefined,
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "document",
    };
    const answer = await send(`GET /series/x?key=${SECRET}`, followed);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('content="0;url=/series/x"');
    expect(answer.body).not.toContain(SECRET);
  });

  it("is not led to another site", async () => {
    for (const path of ["//evil.example/a", "/\\evil.example/a", "///evil.example"]) {
      const answer = await send(`GET ${path}?key=${SECRET}`, { authorization: undefined });
      expect(/^location: (.*?)\r?$/im.exec(answer.head)?.[1] ?? "/").toMatch(/^\/(?![/\\])/);
    }
  });
});

describe("another name for this machine", () => {
  it.each([
    "evil.example",
    "evil.example:PORT",
    "127.0.0.1",
    "127.0.0.1:1",
    "127.0.0.1:PORT.evil.example",
    "0.0.0.0:PORT",
    "localhost.evil.example:PORT",
    "[::ffff:127.0.0.1]:PORT",
    "user@127.0.0.1:PORT",
    "127.0.0.1:PORT, evil.example",
  ])("%s is refused", async (name) => {
    const host = name.replace("PORT", String(listening.port));
    for (const path of ["/api/status", "/", `/?key=${SECRET}`]) {
      const answer = await send(`GET ${path}`, { host });
      expect([421, 400]).toContain(answer.status);
      expect(answer.head).not.toMatch(/set-cookie/i);
    }
  });

  it("is refused in the address line, and a request without any name too", async () => {
    expect((await send("GET http://evil.example/api/status")).status).toBe(421);
    expect((await send("GET /api/status", { host: undefined })).status).toBe(400);
    const twice = requestText("GET /api/status", {
      host: own(),
      Host: "evil.example",
      authorization: `Bearer ${SECRET}`,
    });
    expect([400, 421]).toContain((await sendRaw(listening.port, twice)).status);
  });

  it("is not one of the three of its own", async () => {
    for (const name of ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"]) {
      expect((await send("GET /api/status", { host: `${name}:${listening.port}` })).status).toBe(200);
    }
  });
});

describe("a page of another site", () => {
  it.each([
    "https://evil.example",
    "http://127.0.0.1:1",
    "http://localhost",
    "https://127.0.0.1:PORT",
    "null",
    "http://127.0.0.1:PORT.evil.example",
    "file://",
  ])("of the origin %s changes and reads nothing", async (name) => {
    const origin = name.replace("PORT", String(listening.port));
    const write = await send("PUT /api/settings", { origin }, SETTINGS);
    expect([write.status, await author()]).toEqual([403, ""]);
    expect((await send("GET /api/series/qingdao-2016-2019/export", { origin })).status).toBe(403);
  });

  it.each(["cross-site", "same-site"])("that the browser calls %s changes and reads nothing", async (site) => {
    const write = await send("PUT /api/settings", { "sec-fetch-site": site }, SETTINGS);
    expect([write.status, await author()]).toEqual([403, ""]);
    for (const mode of ["cors", "no-cors", "navigate"]) {
      const asked = { "sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": "iframe" };
      expect((await send("GET /api/status", asked)).status).toBe(403);
      expect((await send("GET /", asked)).status).toBe(403);
    }
    const script = { "sec-fetch-site": site, "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" };
    expect((await send("GET /assets/index-abcd1234.js", script)).status).toBe(403);
  });

  it("gets no leave to ask", async () => {
    const answer = await send("OPTIONS /api/settings", {
      origin: "https://evil.example",
      "access-control-request-method": "PUT",
    });
    expect(answer.status).toBe(405);
    expect(answer.head).not.toMatch(/access-control-allow/i);
  });

  it("cannot send a form", async () => {
    for (const type of [
      "application/x-www-form-urlencoded",
      "text/plain",
      "multipart/form-data; boundary=x",
      "application/jsonx",
      "",
    ]) {
      const answer = await send("PUT /api/settings", { "content-type": type }, SETTINGS);
      expect([type, answer.status, await author()]).toEqual([type, 415, ""]);
    }
    const untold = await send("PUT /api/settings", { "content-type": undefined }, SETTINGS);
    expect([untold.status, await author()]).toEqual([415, ""]);
    const form = { "content-type": "application/x-www-form-urlencoded", "content-length": "0" };
    expect((await send("POST /api/verify", form)).status).toBe(415);
  });

  it("is not the own page", async () => {
    for (const origin of [`http://${own()}`, `http://localhost:${listening.port}`]) {
      expect((await send("POST /api/verify", { origin, "sec-fetch-site": "same-origin" })).status).toBe(200);
    }
  });
});

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
      host: own(),
      authorization: `Bearer ${SECRET}`,
      "content-type": "application/json",
      "transfer-encoding": "chunked",
    };
    const chunk = "x".repeat(64 * 1024);
    const chunks = Array.from({ length: 20 }, () => `${chunk.length.toString(16)}\r\n${chunk}\r\n`);
    const answer = await sendRaw(listening.port, [requestText(`POST ${CASES}`, headers), ...chunks, "0\r\n\r\n"]);
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
