import { type Literature, shippedLiterature } from "@materbone/evidence";
import type { LiteratureRef, Registry } from "@materbone/registry";
import type { Answers } from "./schemas/answer-types.ts";

export const LITERATURE: LiteratureRef = { kind: "literature" };

/** Entries of the log looked through for one, in case others save meanwhile. */
const NEAR = 10;

/** The registry's own literature, or the shipped one where there is none or it was given up. What is kept was valid when it was saved. */
export async function literatureOf(registry: Registry): Promise<Answers["StoredLiterature"]> {
  const own = await registry.readLiterature();
  if (own === undefined) return { value: shippedLiterature, revision: 0, isShipped: true };
  const { value, deleted, ...saved } = own;
  if (deleted !== undefined) return { value: shippedLiterature, revision: own.revision, isShipped: true, deleted };
  return { value: value as Literature, ...saved, isShipped: false };
}

/**
 * What readers saw at a revision: the shipped literature before the first and where the own one was given up.
 *
 * @returns `undefined` once purged
 * @throws DocumentNotFoundError when there is no such revision
 */
export async function literatureAt(registry: Registry, revision: number): Promise<Literature | undefined> {
  if (revision === 0) return shippedLiterature;
  const value = await registry.readRevision(LITERATURE, revision);
  const { total } = await registry.history(LITERATURE, { offset: 0, limit: 0 });
  const page = { offset: Math.max(0, total - revision), limit: NEAR };
  const entry = (await registry.history(LITERATURE, page)).revisions.find((one) => one.revision === revision);
  return entry?.kind === "deleted" && !entry.isErased ? shippedLiterature : (value as Literature | undefined);
}
