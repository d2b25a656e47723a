import { localText, localTextSchema } from "@materbone/clinical";

/**
 * Name of an entry of a list of the literature, by which it is the same entry in another version; `undefined` in lists whose
 * order means something, such as drugs given one after another.
 *
 * @param list - keys on the way to the list, positions left out: `studies/arms`
 */
export function literatureEntryName(list: string, entry: unknown): string | undefined {
  if (list === "studies/documents") return typeof entry === "string" ? entry : undefined;
  const keys = Object.hasOwn(NAMING, list) ? NAMING[list] : undefined;
  if (keys === undefined || typeof entry !== "object" || entry === null) return undefined;
  const parts = keys.map((key) => inOneLanguage((entry as Readonly<Record<string, unknown>>)[key]));
  return parts.includes(undefined) ? undefined : JSON.stringify(parts);
}

/** A report has one name whether it is written in one language or in both. */
function inOneLanguage(part: unknown): unknown {
  const { success, data } = localTextSchema.safeParse(part);
  return success ? localText(data, "en") : part;
}

/** Fields that name an entry, by its list. Two readings of one outcome in one document have no name, and neither has their list then. */
const NAMING: Readonly<Record<string, readonly string[]>> = {
  documents: ["id"],
  studies: ["id"],
  "studies/arms": ["id"],
  "studies/arms/outcomes": ["id"],
  "studies/arms/outcomes/readings": ["document"],
  "studies/overlaps": ["cohort"],
  "studies/appraisals": ["tool"],
  "screening/records": ["report"],
  grade: ["outcome"],
  "grade/judgements": ["domain"],
};
