/** What an id may look like, as the format has it. Said here too, so that the page need not load the format to say it. */
const ID = /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$/;
const LONGEST = 64;

export function isSeriesId(id: string): boolean {
  return ID.test(id);
}

/** What an id is proposed from. */
export type IdFrom = {
  readonly en: string;
  readonly zh: string;
  readonly years: readonly [number, number] | undefined;
};

/**
 * An id that is free: the words of the English title (or what Latin letters the Chinese one has), then the years;
 * `series-1` and so on where there are no such words.
 */
export function proposedId({ en, zh, years }: IdFrom, taken: ReadonlySet<string>): string {
  const words = slug(en) || slug(zh);
  const span = years === undefined ? "" : years[0] === years[1] ? `-${years[0]}` : `-${years[0]}-${years[1]}`;
  const start = words === "" ? "series" : words.slice(0, LONGEST - span.length - 4).replace(/[-.]+$/, "");
  const base = start + span;
  if (words !== "" && !taken.has(base)) return base;
  let number = words === "" ? 1 : 2;
  while (taken.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

/** Small Latin letters and digits of a text, the rest as single dashes. */
function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
