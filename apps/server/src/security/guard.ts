import { getCookie } from "hono/cookie";
import type { AppOptions } from "../app-options.ts";
import type { AppContext } from "../environment.ts";
import { Refusal } from "../problems/refusal.ts";

const SAFE_METHODS: readonly string[] = ["GET", "HEAD"];
const METHODS: readonly string[] = [...SAFE_METHODS, "POST", "PUT", "DELETE"];

/** Longest address; a list of records by their ids is the longest that the workbench asks for. */
const LONGEST_URL = 16 * 1024;

/**
 * Refuses what cannot come from the user of this program, in this order: another name for this machine (DNS rebinding), an
 * unknown method, an address too long, another site's page.
 *
 * @throws Refusal
 */
export function guardRequest(c: AppContext, port: number): void {
  // The address line may name a host as well, and it would come first.
  const named = new URL(c.req.url).host;
  for (const host of [named, c.req.header("host") ?? named]) {
    if (!ownHosts(port).includes(host.toLowerCase())) throw new Refusal("foreign-host", {});
  }
  if (!METHODS.includes(c.req.method)) throw new Refusal("method-not-allowed", { allow: METHODS });
  if (c.req.url.length > LONGEST_URL) throw new Refusal("uri-too-long", {});
  if (isForeign(c, port)) throw new Refusal("foreign-origin", {});
}

/** Content type of a file, and the one address that takes files. No form can send this type either. */
export const FILE_TYPE = "application/octet-stream";
const FILE_ADDRESS = /^\/api\/finder\/uploads\/[^/]+\/file$/;

/** Bodies are JSON, or a file where one is taken, and say so: no form of another site can send one without asking first. @throws Refusal */
export function guardContentType(c: AppContext): void {
  if (SAFE_METHODS.includes(c.req.method)) return;
  const type = c.req.header("content-type");
  const hasBody = c.req.header("transfer-encoding") !== undefined || (c.req.header("content-length") ?? "0") !== "0";
  if (type === undefined && !hasBody) return;
  const essence = type?.split(";")[0]?.trim().toLowerCase();
  const wanted = c.req.method === "PUT" && FILE_ADDRESS.test(c.req.path) ? FILE_TYPE : "application/json";
  if (essence !== wanted) throw new Refusal("unsupported-media", {});
}

/** Does the request bring the secret of this launch, in the cookie or, from a script, in the Authorization header? */
export function isSignedIn(c: AppContext, { keys, port }: Pick<AppOptions, "keys" | "port">): boolean {
  const bearer = /^Bearer ([\w-]{1,200})$/.exec(c.req.header("authorization") ?? "")?.[1];
  return keys.isSecret(getCookie(c, cookieName(port))) || keys.isSecret(bearer);
}

/** Cookies do not know ports, so that of each server on this machine has a name of its own. */
export function cookieName(port: number): string {
  return `materbone-${port}`;
}

function ownHosts(port: number): readonly string[] {
  const names = ["127.0.0.1", "localhost", "[::1]"];
  return names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

/**
 * Browsers say where a request comes from. A page of another port of this machine counts as the same site and gets the
 * cookie, so only the very origin is let through; opening the address from anywhere is no more than a navigation.
 */
function isForeign(c: AppContext, port: number): boolean {
  const origin = c.req.header("origin");
  if (origin !== undefined && !ownHosts(port).some((host) => origin === `http://${host}`)) return true;
  const site = c.req.header("sec-fetch-site");
  if (site === undefined || site === "same-origin" || site === "none") return false;
  const isNavigation = c.req.header("sec-fetch-mode") === "navigate" && c.req.header("sec-fetch-dest") === "document";
  return !(isNavigation && SAFE_METHODS.includes(c.req.method) && !c.req.path.startsWith("/api"));
}
