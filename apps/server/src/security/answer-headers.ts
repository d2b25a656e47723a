import { randomBytes } from "node:crypto";
import type { AppContext } from "../environment.ts";

/** Of every answer: it stays within its own origin, tells no other site where it came from and asks for no device. */
const COMMON: Readonly<Record<string, string>> = {
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=(), browsing-topics=()",
  "x-dns-prefetch-control": "off",
};

/** Of answers that are data: should a browser ever show one as a page, nothing of it runs or loads. */
const INERT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/**
 * Of a document made from a record, such as the report: it may be shown in a frame of the workbench, and it has an origin of
 * its own, so that even markup that slipped through could neither run nor reach the interface with the user's cookie.
 */
export const SANDBOXED =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

/** Adds the headers that every answer has; a policy or a caching rule that an answer brings itself stays. */
export function addCommonHeaders(c: AppContext): void {
  const { headers } = c.res;
  for (const [name, value] of Object.entries(COMMON)) headers.set(name, value);
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", INERT);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
}

/** A number used once, for the scripts and style sheets of one page. */
export function freshNonce(): string {
  return randomBytes(18).toString("base64");
}

/** Of the workbench's own page. Frames show the report; workers and requests stay with this server. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Of pages that the server writes itself: one style sheet, no script. */
export function plainPagePolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
