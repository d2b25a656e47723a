import { mkdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ORIGIN, SECRET, type TestServer, temporaryFolder, testServer } from "../api.fixture.ts";

const PAGE = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: TestServer;
let web: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  web = join(folder.path, "web");
  await mkdir(join(web, "assets"), { recursive: true });
  await writeFile(join(web, "index.html"), PAGE);
  await writeFile(join(web, "icon.svg"), "<svg/>");
  await writeFile(join(web, "assets", "index-BrGdqhxr.js"), `export const text = "${"x".repeat(5000)}";`);
  await writeFile(join(web, "assets", "sans-4-a_B-c9dE.woff2"), new Uint8Array([1, 2, 3]));
  server = testServer({ webFolder: web });
});
afterEach(() => folder.remove());

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return server.ask("GET", path, undefined, headers);
}

describe("files of the web application", () => {
  it.each([
    ["/assets/index-BrGdqhxr.js", "text/javascript; charset=utf-8", "private, max-age=31536000, immutable"],
    ["/assets/sans-4-a_B-c9dE.woff2", "font/woff2", "private, max-age=31536000, immutable"],
    ["/icon.svg", "image/svg+xml", "private, no-cache"],
  ])("%s has its type and is kept as long as its name says", async (path, type, caching) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("cache-control")).toBe(caching);
    const again = await get(path, { "if-none-match": response.headers.get("etag") ?? "" });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it("are compressed for whoever takes it", async () => {
    const path = "/assets/index-BrGdqhxr.js";
    const plain = await (await get(path)).text();
    const packed = await get(path, { "accept-encoding": "gzip, deflate, br" });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(packed.headers.get("vary")).toBe("Accept-Encoding");
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(bytes.length).toBeLessThan(plain.length / 10);
    expect(gunzipSync(bytes).toString()).toBe(plain);
    const font = await get("/assets/sans-4-a_B-c9dE.woff2", { "accept-encoding": "gzip" });
    expect(font.headers.get("content-encoding")).toBeNull();
  });

  it("go as small as the build packed them, to whoever takes that, and what is packed is no file of its own", async () => {
    const path = "/assets/index-BrGdqhxr.js";
    const plain = await (await get(path)).text();
    await writeFile(join(web, "assets", "index-BrGdqhxr.js.br"), brotliCompressSync(plain));
    await utimes(join(web, "index.html"), new Date(), new Date(Date.now() + 2000));
    const packed = await get(path, { "accept-encoding": "gzip, deflate, br" });
    expect(packed.headers.get("content-encoding")).toBe("br");
    expect(packed.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(plain);
    for (const [accepted, coding] of [
      ["gzip", "gzip"],
      ["br;q=0, gzip", "gzip"],
      ["br;q=0.5", "br"],
      ["identity", null],
    ] as const) {
      expect((await get(path, { "accept-encoding": accepted })).headers.get("content-encoding")).toBe(coding);
    }
    expect((await get(path)).headers.get("content-encoding")).toBeNull();
    expect((await get(`${path}.br`)).status).toBe(404);
  });

  it("that are not there are not found, and a link out of the folder is none of them", async () => {
    await writeFile(join(folder.path, "outside.js"), "outside");
    await symlink(join(folder.path, "outside.js"), join(web, "link.js"));
    for (const path of ["/assets/none.js", "/link.js", "/index.html/x.js"]) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).not.toContain("outside");
    }
  });

  it("are read again after a build", async () => {
    expect((await get("/assets/new-BrGdqhxr.js")).status).toBe(404);
    await writeFile(join(web, "assets", "new-BrGdqhxr.js"), "export {};");
    await utimes(join(web, "index.html"), new Date(), new Date(Date.now() + 2000));
    expect((await get("/assets/new-BrGdqhxr.js")).status).toBe(200);
  });
});

describe("the page of the web application", () => {
  it.each(["/", "/series/my-series", "/index.html"])("answers %s with a nonce of its own", async (path) => {
    const [first, second] = [await get(path, { accept: "text/html" }), await get(path, { accept: "text/html" })];
    const page = await first.text();
    const policy = first.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(Buffer.from(nonce, "base64").length).toBe(18);
    expect(page).toBe(PAGE.replaceAll("__CSP_NONCE__", nonce));
    expect(second.headers.get("content-security-policy")).not.toBe(policy);
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect(policy.replaceAll(nonce, "N").split("; ")).toEqual([
      "default-src 'none'",
      "script-src 'self' 'nonce-N'",
      "style-src 'self' 'nonce-N'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "frame-src 'self' blob:",
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]);
  });

  it("answers an address with an id that holds a dot when a person opens it", async () => {
    expect((await get("/series/a/cases/woman.1", { accept: "text/html,*/*" })).status).toBe(200);
    expect((await get("/series/a/cases/woman.1", { accept: "*/*" })).status).toBe(404);
  });

  it("does not answer for the interface, nor when it is not built", async () => {
    expect((await get("/api/none", { accept: "text/html" })).headers.get("content-type")).toMatch(/problem/);
    await rm(join(web, "index.html"));
    expect((await get("/", { accept: "text/html" })).status).toBe(404);
  });

  it("answers a question for its head alone", async () => {
    const response = await server.app.request(`${ORIGIN}/`, {
      method: "HEAD",
      headers: { authorization: `Bearer ${SECRET}` },
    });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });
});
