import { type Analyte, parseUnit, type ReferenceInterval, type Season, vocabularies } from "@materbone/clinical";
import { analyteNamed } from "../paste/analyte-names.ts";
import { bare, splitBlock } from "../paste/split-block.ts";

/** Reference intervals read from a pasted block, and the lines that were not understood. */
export type PastedIntervals = {
  readonly intervals: readonly ReferenceInterval[];
  readonly leftovers: readonly string[];
};

type State = NonNullable<ReferenceInterval["state"]>;

/**
 * One interval a line: the analyte first, then its limits as two cells or as one range, then in any order unit, season,
 * physiological state and laboratory. Limits keep their printed digits; a line without analyte, limit or unit is left.
 */
export function pastedIntervals(text: string): PastedIntervals {
  const intervals: ReferenceInterval[] = [];
  const leftovers: string[] = [];
  for (const cells of splitBlock(text)) {
    const read = intervalOf(cells);
    if (read !== undefined) intervals.push(read);
    else if (!isHeading(cells)) leftovers.push(cells.join(" "));
  }
  return { intervals, leftovers };
}

function intervalOf(cells: readonly string[]): ReferenceInterval | undefined {
  const [name = "", ...rest] = cells;
  const analyte: Analyte | undefined = analyteNamed(name);
  const limits = limitsOf(rest);
  if (analyte === undefined || limits === undefined) return undefined;
  const facts = rest.slice(limits.cells).filter((cell) => cell !== "");
  const unit = facts.find((cell) => parseUnit(cell).kind === "unit");
  if (unit === undefined) return undefined;
  const season = facts.map(seasonOf).find((found) => found !== undefined);
  const state = facts.map(stateOf).find((found) => found !== undefined);
  const laboratory = facts.find((cell) => cell !== unit && seasonOf(cell) === undefined && stateOf(cell) === undefined);
  return {
    analyte,
    ...limits.bounds,
    unit,
    ...(season === undefined ? {} : { season }),
    ...(state === undefined ? {} : { state }),
    ...(laboratory === undefined ? {} : { laboratory }),
  };
}

type Limits = { readonly bounds: { readonly low?: string; readonly high?: string }; readonly cells: number };

/** "15-65" in one cell, "<60" in one cell, or low and high in two, of which one may be empty. */
function limitsOf([first = "", second = ""]: readonly string[]): Limits | undefined {
  const plain = half(first);
  const range = /^(\d+(?:\.\d+)?)[-–—~](\d+(?:\.\d+)?)$/.exec(plain);
  if (range !== null) return { bounds: { low: range[1] ?? "", high: range[2] ?? "" }, cells: 1 };
  const open = /^([<>≤≥])=?(\d+(?:\.\d+)?)$/.exec(plain);
  if (open !== null) {
    const limit = open[2] ?? "";
    return { bounds: open[1] === "<" || open[1] === "≤" ? { high: limit } : { low: limit }, cells: 1 };
  }
  const low = NUMBER.test(plain) ? plain : undefined;
  const high = NUMBER.test(half(second)) ? half(second) : undefined;
  if (low === undefined && (first !== "" || high === undefined)) return undefined;
  const bounds = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
  return { bounds, cells: high === undefined && second !== "" ? 1 : 2 };
}

const NUMBER = /^\d+(?:\.\d+)?$/;

function half(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[\u2212至到]/g, "-");
}

function seasonOf(text: string): Season | undefined {
  return named(vocabularies.season, text) as Season | undefined;
}

function stateOf(text: string): State | undefined {
  return named(vocabularies.state, text) as State | undefined;
}

/** The value whose code or word in either language the text is; 夏 stands for 夏季. */
function named(
  words: Readonly<Record<string, { readonly en: string; readonly zh: string }>>,
  text: string,
): string | undefined {
  const wanted = bare(text);
  return Object.entries(words).find(([code, { en, zh }]) =>
    [code, en, zh, zh.replace(/季$/, "")].some((word) => bare(word) === wanted),
  )?.[0];
}

/** A first line of headings: no cell holds a digit. */
function isHeading(cells: readonly string[]): boolean {
  return cells.every((cell) => !/\d/.test(cell.replaceAll(/25|1,25/g, "")));
}
