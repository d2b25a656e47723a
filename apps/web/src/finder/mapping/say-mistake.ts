import { say, type Terms } from "@materbone/clinical";
import { type Mapping, type MappingMistake, sayMappingMistake } from "@materbone/finder";
import { phrases } from "../../language/punctuation.ts";
import { roleWords, sayEventNumber, mappingWords as words } from "./mapping-words.ts";

/** A mistake of a draft: what is wrong, and where in the table in words. */
export type SaidMistake = {
  /** Number of the table among those used; absent where it is of the whole mapping. */
  readonly table?: number;
  readonly place: string;
  readonly said: string;
};

/** What has not been chosen yet is said as such; the rest as the finder says it. */
export function sayMistake(mistake: MappingMistake, document: Mapping, terms: Terms): SaidMistake {
  const [, number, inside = ""] = /^\/tables\/(\d+)(.*)$/u.exec(mistake.at) ?? [];
  const isBlank = mistake.kind === "schema" && valueAt(document, mistake.at) === "";
  const isTyped = /\/(?:file|system|fixed|code\/code)$/u.test(inside);
  return {
    ...(number === undefined ? {} : { table: Number(number) }),
    place: placeWords(inside, terms),
    said: isBlank ? terms.text(isTyped ? words.fill : words.choose) : sayMappingMistake(mistake, terms),
  };
}

/** "Event 2, day of the event" for `/events/1/date`. */
function placeWords(inside: string, terms: Terms): string {
  const [, event, rest = inside] = /^\/events\/(\d+)(.*)$/u.exec(inside) ?? [];
  const field = FIELDS.find(([pattern]) => pattern.test(rest))?.[1];
  const parts = [
    ...(event === undefined ? [] : [say(sayEventNumber, { number: Number(event) + 1 }, terms)]),
    ...(field === undefined ? [] : [terms.text(field)]),
  ];
  return phrases(parts, terms.lang);
}

const FIELDS = [
  [/^\/(?:person\/id|person)$/u, roleWords.person],
  [/^\/person\/sex$/u, roleWords.sex],
  [/^\/person\/birthDate$/u, roleWords.birthDate],
  [/^\/date$/u, roleWords.date],
  [/^\/code\/system$/u, words.system],
  [/^\/code\/code$/u, words.fixedCode],
  [/^\/code\/values/u, words.words],
  [/^\/code/u, roleWords.code],
  [/^\/value$/u, roleWords.value],
  [/^\/unit/u, roleWords.unit],
  [/^\/site$/u, roleWords.site],
  [/^\/file$/u, words.file],
] as const;

function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(
      (value, part) =>
        typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[part] : undefined,
      document,
    );
}
