import type { AppOptions } from "../app-options.ts";
import type { AppContext } from "../environment.ts";
import type { Api } from "../operation.ts";
import { Refusal } from "../problems/refusal.ts";
import { unknownAddress } from "../problems/unknown-address.ts";
import { freshNonce, pagePolicy } from "../security/answer-headers.ts";
import { CODINGS, openWebFiles, type WebFile } from "./web-files.ts";

const NONCE_PLACE = "__CSP_NONCE__";

/** The web application: its files, and its page for every address that is none of a file and none of the interface. */
export function addStaticRoutes(api: Api, { webFolder }: AppOptions): void {
  const web = openWebFiles(webFolder);
  api.get("*", async (c) => {
    if (c.req.path === "/api" || c.req.path.startsWith("/api/")) throw unknownAddress(c, api);
    const file = await web.find(c.req.path);
    if (file !== undefined) return fileAnswer(c, file);
    if (hasEnding(c.req.path) && !wantsPage(c)) throw new Refusal("not-found", { what: "page" });
    const page = await web.page();
    if (page === undefined) throw new Refusal("not-found", { what: "page" });
    const nonce = freshNonce();
    c.header("Content-Security-Policy", pagePolicy(nonce));
    return c.html(page.replaceAll(NONCE_PLACE, nonce));
  });
}

async function fileAnswer(c: AppContext, file: WebFile): Promise<Response> {
  c.header("Content-Type", file.type);
  c.header("Cache-Control", file.isImmutable ? "private, max-age=31536000, immutable" : "private, no-cache");
  c.header("ETag", file.etag);
  c.header("Vary", "Accept-Encoding");
  if (c.req.header("if-none-match") === file.etag) return c.body(null, 304);
  const taken = codingsOf(c.req.header("accept-encoding") ?? "");
  for (const coding of CODINGS) {
    const pack = file.packed[coding];
    if (pack === undefined || !taken.has(coding)) continue;
    c.header("Content-Encoding", coding);
    return c.body(await pack());
  }
  return c.body(file.bytes);
}

/** Codings that an `Accept-Encoding` header names; one with a weight of zero is refused by it. */
function codingsOf(header: string): ReadonlySet<string> {
  const parts = header.toLowerCase().split(",");
  return new Set(
    parts.filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part)).map((part) => part.replace(/;.*/, "").trim()),
  );
}

/** Does a person open the address? Ids may hold dots, so an address of the application can look like a file. */
function wantsPage(c: AppContext): boolean {
  return (c.req.header("accept") ?? "").includes("text/html");
}

function hasEnding(path: string): boolean {
  return /\.[^/]*$/.test(path);
}
