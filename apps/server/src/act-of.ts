import type { Act, Registry } from "@materbone/registry";
import type { AppContext } from "./environment.ts";

/** Who acts, when and why: the author of the settings, the clock of the server, the reason that the request brings. */
export async function actOf(c: AppContext, registry: Registry, now: () => Date, why?: string): Promise<Act> {
  const { author } = await registry.readSettings();
  const reason = why ?? reasonOf(c.req.header("x-materbone-why"));
  const given = reason?.trim();
  return { by: author, at: now().toISOString(), ...(given === undefined || given === "" ? {} : { why: given }) };
}

const LONGEST = 2000;

/** A header holds Latin letters only, so the reason comes percent-encoded; one that is not is taken as it stands. */
function reasonOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  try {
    return decodeURIComponent(header).slice(0, LONGEST);
  } catch {
    return header.slice(0, LONGEST);
  }
}
