import { localText, type Text } from "../language/text.ts";
import type { CaseRecord } from "../record/case-record.ts";

/** A woman in the facts of a series: her id, and what she is called in each language. */
export type NamedCase = { readonly case: string; readonly name: Text };

/** Her label when the record gives one, else her id. */
export function namedCase(record: CaseRecord): NamedCase {
  const label = record.label ?? record.id;
  return { case: record.id, name: { en: localText(label, "en"), zh: localText(label, "zh") } };
}
