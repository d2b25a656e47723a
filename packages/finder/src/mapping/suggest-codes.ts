import type { Text } from "@materbone/clinical";
import { conceptLibrary } from "../definition/concept-library.ts";
import { isNamedCode } from "../definition/unseen-code.ts";
import { CONCEPTS } from "../generator/knowledge.ts";

/** A code of a shipped concept set, with what it is called: the set, or a word of hospitals for the code. */
export type CodeChoice = {
  readonly name: Text;
  readonly display: string;
  readonly system: string;
  readonly code: string;
};

export type CodeSuggestion = {
  /** The word is the name of the code, and of no other but those of one side and that of the same drug in RxNorm. */
  readonly same: CodeChoice | undefined;
  /** Codes whose name is part of the word or the other way round, the closest first: for a person to choose from. */
  readonly near: readonly CodeChoice[];
};

/** Codes that a person may give a word, by name. Concepts of OMOP are left out: tables of hospitals have none. */
export const codeChoices: readonly CodeChoice[] = [
  // The last coding is that of the tables of Chinese hospitals.
  ...CONCEPTS.flatMap(({ local, codings }): readonly CodeChoice[] => {
    const coding = codings.findLast(({ system, code }) => isNamedCode(system, code));
    return coding === undefined ? [] : [{ name: { en: local.textEn, zh: local.text }, ...coding }];
  }),
  ...Object.values(conceptLibrary.sets).flatMap(({ name, include }) =>
    include
      .filter(({ system }) => system !== "OMOP")
      .map(({ system, code, display }): CodeChoice => ({ name, display, system, code })),
  ),
];

/** Which codes a word of a table may stand for. A suggestion is for a person to confirm. */
export function suggestCodes(word: string): CodeSuggestion {
  const said = folded(word);
  const same = distinct(codeChoices.filter((choice) => namesOf(choice).includes(said)));
  const near = codeChoices
    .map((choice) => ({ choice, shared: sharedLength(said, namesOf(choice)) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({ choice }) => choice);
  return { same: onlyOf(same), near: distinct([...same, ...near]).slice(0, MOST_NEAR) };
}

/** The one code that is meant: a name that says no side is not that of a side, and one drug has one code of each system. */
function onlyOf(same: readonly CodeChoice[]): CodeChoice | undefined {
  if (same.length <= 1) return same[0];
  const [one, other, ...more] = same.filter(({ display }) => !OF_A_SIDE.test(display));
  if (other === undefined) return one;
  const drug = [one, other].map((choice) => choice?.system).join(" ");
  // Tables of Chinese hospitals code drugs by ATC.
  return more.length === 0 && drug === "ATC RxNorm" ? one : undefined;
}

/** As LOINC writes it: "DXA Hip - left [Z-score] Bone density". */
const OF_A_SIDE = / - (?:left|right)\b/u;

const MOST_NEAR = 3;

/** Names shorter than this are part of too many words: in Chinese signs, else letters. */
const SHORTEST = { chinese: 2, other: 4 } as const;

function namesOf({ name, display }: CodeChoice): readonly string[] {
  return [name.en, name.zh, display].map(folded);
}

function sharedLength(word: string, names: readonly string[]): number {
  const inside = names.filter((name) => isLong(name) && word.includes(name)).map(({ length }) => length);
  const around = names.some((name) => isLong(word) && name.includes(word)) ? [word.length] : [];
  return Math.max(0, ...inside, ...around);
}

function isLong(text: string): boolean {
  return text.length >= (/\p{Script=Han}/u.test(text) ? SHORTEST.chinese : SHORTEST.other);
}

function distinct(choices: readonly CodeChoice[]): readonly CodeChoice[] {
  return [...new Map(choices.map((choice) => [`${choice.system} ${choice.code}`, choice])).values()];
}

/** Case, width of signs and blanks tell no word from another. */
function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}
