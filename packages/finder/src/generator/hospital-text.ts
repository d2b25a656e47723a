import { type HospitalOptions, keyEntry, keyHead } from "./answer-key.ts";
import { MOST_PERSONS, makePerson } from "./make-person.ts";
import { emptyDraft, type PersonDraft } from "./person-draft.ts";

/** File of the answer key, JSON lines, the head first, beside the folder of the data. */
export const KEY_FILE = "answer-key.jsonl";
const DATA_FOLDER = "data";

/** A piece of a file of a hospital, in order; `persons` are finished when it is written. */
export type HospitalChunk = { readonly file: string; readonly text: string; readonly persons: number };

/** Appends text to a file of the data. */
export type Append = (file: string, text: string) => void;

/** Length of text, in UTF-16 units, that a file collects before it is handed on. */
const CHUNK = 1 << 16;

/**
 * The persons of a hospital as pieces of text files, `data/…`, and the answer key. What is not yet written never exceeds one chunk per file.
 *
 * @param begin - writes the heads of the files
 * @param writePerson - writes one person
 */
export function* hospitalText(
  { seed, persons }: HospitalOptions,
  begin: (append: Append) => void,
  writePerson: (draft: PersonDraft, append: Append) => void,
): Generator<HospitalChunk> {
  if (!(Number.isInteger(persons) && persons >= 1 && persons <= MOST_PERSONS)) {
    throw new RangeError(`a hospital has 1 to ${MOST_PERSONS} persons, not ${persons}`);
  }
  const waiting = new Map<string, string>();
  const full = new Set<string>();
  const put = (file: string, text: string): void => {
    const joined = (waiting.get(file) ?? "") + text;
    waiting.set(file, joined);
    if (joined.length >= CHUNK) full.add(file);
  };
  const append: Append = (file, text) => put(`${DATA_FOLDER}/${file}`, text);
  begin(append);
  put(KEY_FILE, `${JSON.stringify(keyHead({ seed, persons }))}\n`);
  const draft = emptyDraft();
  for (let number = 1; number <= persons; number++) {
    makePerson(seed, number, draft);
    writePerson(draft, append);
    const entry = keyEntry(draft);
    if (entry !== undefined) put(KEY_FILE, `${JSON.stringify(entry)}\n`);
    for (const file of full) {
      yield { file, text: waiting.get(file) ?? "", persons: number };
      waiting.delete(file);
    }
    full.clear();
  }
  for (const [file, text] of waiting) yield { file, text, persons };
}
