import { afterAll, describe, expect, it } from "vitest";
import { SECRET } from "../api.fixture.ts";
import { requestText, sendRaw } from "./raw-request.fixture.ts";
import { openSocketServer } from "./socket-server.fixture.ts";

const { author, close, keys, own, port, send } = await openSocketServer();
const SETTINGS = '{"author":"mallory"}';

afterAll(close);

describe("who is let in", () => {
  it("is the bearer of the secret, in the header or in the cookie", async () => {
    expect((await send("GET /api/status")).status).toBe(200);
    const cookie = `other=1; materbone-${port}=${SECRET}`;
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
      Object.entries(headers).map(([name, value]) => [name, value.replace("PORT", String(port))]),
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
      new RegExp(`^set-cookie: materbone-${port}=${SECRET}; Path=/; HttpOnly; SameSite=Strict\\r?$`, "im"),
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
    const host = name.replace("PORT", String(port));
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
      host: own,
      Host: "evil.example",
      authorization: `Bearer ${SECRET}`,
    });
    expect([400, 421]).toContain((await sendRaw(port, twice)).status);
  });

  it("is not one of the three of its own", async () => {
    for (const name of ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"]) {
      expect((await send("GET /api/status", { host: `${name}:${port}` })).status).toBe(200);
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
    const origin = name.replace("PORT", String(port));
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
    for (const origin of [`http://${own}`, `http://localhost:${port}`]) {
      expect((await send("POST /api/verify", { origin, "sec-fetch-site": "same-origin" })).status).toBe(200);
    }
  });
});
