import * as z from "zod";
import { finderBodies } from "../finder/finder-bodies.ts";

const why = z.string().max(2000);
const reason = z.string().trim().min(1).max(2000);
const revision = z.number().int().min(1);

/** Small bodies: acts on a document, a draft, the settings. Records and series are read by `clinical`. */
export const smallBodies = {
  Removal: z.strictObject({ why: reason }),
  Purge: z.strictObject({ why: reason, confirm: z.string() }),
  Undo: z.strictObject({ to: revision, why: why.optional() }),
  DraftBody: z.strictObject({ baseRevision: z.number().int().min(0), body: z.unknown() }),
  Settings: z.strictObject({ author: z.string().trim().max(200) }),
  ...finderBodies,
} as const;

export type SmallBody = keyof typeof smallBodies;
