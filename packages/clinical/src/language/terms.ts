import type { Analyte, Season } from "../laboratory/vocabulary.ts";
import type { AgentId } from "../therapy/vocabulary.ts";
import { type Interval, isPoint } from "../time/interval.ts";
import { fixed, MINUS, roundHalfAway, signed } from "./number.ts";
import type { Lang, Text } from "./text.ts";
import { type Vocabulary, vocabularies } from "./vocabularies.ts";
import type { WordTable } from "./word-table.ts";

export type { Vocabulary } from "./vocabularies.ts";

/**
 * Words and numbers of one language, for messages, tables and figures.
 * Numbers carry U+2212 and round half away from zero.
 */
export type Terms = {
  readonly lang: Lang;
  readonly text: (text: Text) => string;
  /**
   * The word for a value of one of the record's vocabularies: `word("modality", "mri")`.
   *
   * @throws RangeError when the vocabulary has no such value
   */
  readonly word: (vocabulary: Vocabulary, value: string) => string;
  readonly analyte: (analyte: Analyte) => string;
  readonly agent: (agent: AgentId) => string;
  /** Skeletal, fracture or study site in running text: "lumbar spine", "腰椎", "L4". */
  readonly site: (site: string) => string;
  readonly season: (season: Season) => string;
  readonly fixed: (value: number, decimals: number) => string;
  readonly signed: (value: number, decimals: number) => string;
  /** Months as printed: up to one decimal, none when whole; the unit is the sentence's. */
  readonly months: (months: number) => string;
  /**
   * "15", "39–51", "before 6", "after 12" or "早于 6", "晚于 12": the sentence adds "months" or "个月" behind it.
   * A time that is not known is "not known" or "时间不详" and takes no unit.
   */
  readonly monthInterval: (interval: Interval | undefined) => string;
  /** "a, b and c" or "甲、乙和丙". */
  readonly list: (items: readonly string[]) => string;
  /** "a, b, c" or "a、b、c". */
  readonly series: (items: readonly string[]) => string;
  /** "a or b" or "甲或乙". */
  readonly either: (items: readonly string[]) => string;
  /**
   * The word alone, in the English number that `n` asks for; Chinese has one form, the first:
   * `${n} ${t.count(n, "value", "values")}`.
   */
  readonly count: (n: number, one: string, many: string) => string;
};

/** Words and numbers in `lang`. */
export function createTerms(lang: Lang): Terms {
  const word = (vocabulary: Vocabulary, value: string): string => {
    const found = lookUp(vocabulary, value);
    if (found === undefined) throw new RangeError(`no word for ${value} in ${vocabulary}`);
    return found[lang];
  };
  const style = STYLES[lang];
  return {
    lang,
    text: (text) => text[lang],
    word,
    analyte: (analyte) => word("analyte", analyte),
    agent: (agent) => word("agent", agent),
    site: (site) => {
      const found = lookUp("skeletalSite", site) ?? lookUp("studySite", site);
      return found === undefined ? word("fractureSite", site) : found[lang];
    },
    season: (season) => word("season", season),
    fixed,
    signed,
    months: monthsText,
    monthInterval: (interval) => monthIntervalText(interval, style),
    list: (items) => joined(items, style.comma, style.and),
    series: (items) => items.join(style.comma),
    either: (items) => joined(items, style.comma, style.or),
    count: (n, one, many) => (lang === "zh" || Math.abs(n) === 1 ? one : many),
  };
}

type Style = {
  readonly comma: string;
  readonly and: string;
  readonly or: string;
  readonly before: string;
  readonly after: string;
  readonly to: string;
  readonly notKnown: string;
};

const STYLES: Readonly<Record<Lang, Style>> = {
  en: { comma: ", ", and: " and ", or: " or ", before: "before ", after: "after ", to: " to ", notKnown: "not known" },
  zh: { comma: "、", and: "和", or: "或", before: "早于 ", after: "晚于 ", to: " 至 ", notKnown: "时间不详" },
};

const EN_DASH = "\u2013";

function lookUp(vocabulary: Vocabulary, value: string): Text | undefined {
  const table: Partial<WordTable<string>> = vocabularies[vocabulary];
  return Object.hasOwn(table, value) ? table[value] : undefined;
}

function monthsText(months: number): string {
  const rounded = roundHalfAway(months, 1);
  return fixed(rounded, Number.isInteger(rounded) ? 0 : 1);
}

function monthIntervalText(interval: Interval | undefined, style: Style): string {
  if (interval === undefined) return style.notKnown;
  const hasStart = Number.isFinite(interval.earliest);
  const hasEnd = Number.isFinite(interval.latest);
  if (!hasStart && !hasEnd) return style.notKnown;
  if (!hasStart) return style.before + monthsText(interval.latest);
  const from = monthsText(interval.earliest);
  if (!hasEnd) return style.after + from;
  const to = monthsText(interval.latest);
  if (isPoint(interval) || from === to) return from;
  // A dash beside a minus sign cannot be read.
  return from + (from.startsWith(MINUS) || to.startsWith(MINUS) ? style.to : EN_DASH) + to;
}

function joined(items: readonly string[], comma: string, last: string): string {
  const end = items.at(-1);
  if (items.length < 2 || end === undefined) return items.join("");
  const start = items.slice(0, -1).join(comma);
  const isSpaced = last.startsWith(" ");
  // A Chinese conjunction stands close to Chinese words and is set off from digits and Latin letters: "39 或 51".
  const before = isSpaced || !LATIN_END.test(start) ? "" : " ";
  const after = isSpaced || !LATIN_START.test(end) ? "" : " ";
  return start + before + last + after + end;
}

const LATIN_END = /[\w%+.]$/;
const LATIN_START = /^[\w\u2212+]/;
