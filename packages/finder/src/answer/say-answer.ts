import { fixed, localText, MINUS, say, type Terms } from "@materbone/clinical";
import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import { sayNear, sayStreamName } from "../definition/say-definition.ts";
import { sayWindow } from "../definition/window-words.ts";
import type { Candidate, EvidenceLine, SettleItem, UnusedValue } from "./answer.ts";
import {
  CLOCK_WITHIN,
  CLOCK_WORDS,
  SETTLE_REASON_WORDS,
  SETTLER_WORDS,
  STAGE_PHRASES,
  STAGE_WORDS,
  UNUSED_WORDS,
  WORKLIST_WORDS,
  YES_NO_WORDS,
} from "./answer-words.ts";
import { absentLeaves, type CriterionAnswer, metLeaves } from "./criterion-answer.ts";
import type { DayRange, IntegerRange } from "./day-range.ts";
import type { ClockReading } from "./delay-clock.ts";
import { codingsOf, type EvidenceRecord } from "./evidence-line.ts";
import { sayCode, saySite, sayUnit } from "./say-code.ts";
import { sayDays, sayRange, saySinceDelivery, sayWhen } from "./say-time.ts";
import type { ShownCount } from "./suppress-funnel.ts";

/** Names of the streams of a record's lines, each once. */
export function sayStreams(lines: readonly EvidenceLine[], definition: ResolvedDefinition, terms: Terms): string {
  const names = new Set(lines.map(({ stream }) => sayStream(stream, definition, terms)));
  return [...names].join(terms.lang === "zh" ? "、" : ", ");
}

/** Name of a stream in the definition's words, with the bound of its values. */
export function sayStream(name: string, definition: ResolvedDefinition, terms: Terms): string {
  return sayStreamName(definition.streams, name, terms);
}

/**
 * "ICD-10 M54.5 (Low back pain)", "LOINC 85394-5, −2.0": codes with their names, then value, unit and site. A unit that is
 * none, as 1 of UCUM, is not said.
 *
 * @param beside - further lines of the same record
 */
export function sayWhat(line: EvidenceLine, terms: Terms, beside: readonly EvidenceLine[] = []): string {
  const { value } = line;
  const unit = sayUnit(line.unit);
  // Of a site that only the code tells, the name of the code is enough.
  const site = line.site === undefined ? undefined : saySite(line, terms);
  const comma = terms.lang === "zh" ? "，" : ", ";
  const lines = [line, ...beside];
  const codes = codingsOf(lines)
    .map((coding) => sayCode(coding, terms))
    .join(terms.lang === "zh" ? "、" : ", ");
  const decimals = lines.find((one) => one.decimals !== undefined)?.decimals;
  const measured = value === undefined ? "" : `${comma}${sayValue(value, decimals)}${unit === "" ? "" : ` ${unit}`}`;
  return `${codes}${measured}${site === undefined ? "" : `${comma}${site}`}`;
}

/** "4", "4–6": the number of a record of evidence, counted in lines from 1. */
export function sayLines({ first, beside }: EvidenceRecord): string {
  return sayRange({ least: first + 1, most: first + 1 + beside.length });
}

/** A number with U+2212, and with the decimals of its quantity; as given where these are not known. */
export function sayValue(value: number, decimals: number | undefined): string {
  return decimals === undefined ? String(value).replace(/^-/, MINUS) : fixed(value, decimals);
}

/** "2024-04-02, 23 days after delivery", or that it has no date. */
export function sayTiming(line: EvidenceLine, delivery: DayRange, terms: Terms): string {
  if (line.when === undefined) return terms.text(WORKLIST_WORDS.undated);
  return `${sayWhen(line.when, terms)}${terms.lang === "zh" ? "，" : ", "}${saySinceDelivery(delivery, line.when, terms)}`;
}

/** The line in one sentence, its place in the source last. */
export function sayEvidence(
  line: EvidenceLine,
  definition: ResolvedDefinition,
  delivery: DayRange,
  terms: Terms,
  beside: readonly EvidenceLine[] = [],
): string {
  const lines = [line, ...beside] as const;
  return sentence(sayStreams(lines, definition, terms), lines, delivery, terms);
}

function sentence(
  name: string,
  lines: readonly [EvidenceLine, ...EvidenceLine[]],
  delivery: DayRange,
  terms: Terms,
): string {
  const [colon, part] = terms.lang === "zh" ? ["：", "；"] : [": ", "; "];
  const [line, ...beside] = lines;
  const open = lines.some(({ isCertain }) => isCertain) ? "" : `${part}${terms.text(WORKLIST_WORDS.possible)}`;
  const what = `${name}${colon}${sayWhat(line, terms, beside)}`;
  return `${what}${part}${sayTiming(line, delivery, terms)}${open} [${line.sourceRef}]`;
}

/** Why a value was not used, after the line itself. */
export function sayUnused(
  { line, why }: UnusedValue,
  definition: ResolvedDefinition,
  delivery: DayRange,
  terms: Terms,
): string {
  const said = sentence(bareName(line.stream, definition, terms), [line], delivery, terms);
  return `${said}${terms.lang === "zh" ? "：" : ": "}${terms.text(UNUSED_WORDS[why])}`;
}

/** "Back pain, 0 to 18 months after delivery, on at least 3 days: lines 1, 4". Lines count from 1. */
export function sayLeaf(
  { leaf, answer, evidence }: Extract<CriterionAnswer, { kind: "event" }>,
  definition: ResolvedDefinition,
  terms: Terms,
): string {
  const isZh = terms.lang === "zh";
  const window = definition.windows[leaf.window];
  const parts = [
    sayStream(leaf.event, definition, terms),
    window === undefined ? leaf.window : sayWindow(window, terms),
    ...(leaf.atLeastDays === undefined || leaf.atLeastDays === 1
      ? []
      : [isZh ? `至少 ${leaf.atLeastDays} 个不同日期` : `on at least ${leaf.atLeastDays} days`]),
    ...(leaf.spanDays === undefined
      ? []
      : [isZh ? `首末相隔至少 ${leaf.spanDays} 天` : `at least ${leaf.spanDays} days apart`]),
    ...sayNear(leaf, definition.streams, terms),
  ];
  const lines = stretches(evidence)
    .map(sayRange)
    .join(isZh ? "、" : ", ");
  const by =
    evidence.length === 0
      ? ""
      : isZh
        ? `：依据 ${lines}`
        : `: ${terms.count(evidence.length, "line", "lines")} ${lines}`;
  const open =
    answer === "possibly" ? (isZh ? `（${YES_NO_WORDS.possibly.zh}）` : ` (${YES_NO_WORDS.possibly.en})`) : "";
  return `${parts.join(isZh ? "，" : ", ")}${open}${by}`;
}

/** The reasons for the tier, one sentence each. */
export function sayWhy(candidate: Candidate, definition: ResolvedDefinition, terms: Terms): readonly string[] {
  const none = terms.lang === "zh" ? "无：" : "without: ";
  return [
    ...metLeaves(candidate.why).map((leaf) => sayLeaf(leaf, definition, terms)),
    ...absentLeaves(candidate.why).map((leaf) => `${none}${sayLeaf(leaf, definition, terms)}`),
  ];
}

/** "Spine imaging: 2024-06-20, 102 days (3 months) after delivery; 79 days after pain". */
export function sayClock(reading: ClockReading, delivery: DayRange, terms: Terms): string {
  const isZh = terms.lang === "zh";
  const head = `${terms.text(CLOCK_WORDS[reading.step])}${isZh ? "：" : ": "}`;
  if (reading.kind === "notRecorded") return `${head}${terms.text(WORKLIST_WORDS.notRecorded)}`;
  const { first, sincePrevious, isCertain } = reading;
  const open = isCertain ? "" : isZh ? "（可能）" : " (possible)";
  const when = `${head}${sayWhen(first, terms)}${open}${isZh ? "，" : ", "}${saySinceDelivery(delivery, first, terms)}`;
  return sincePrevious === undefined ? when : `${when}${isZh ? "；" : "; "}${sayPrevious(sincePrevious, terms)}`;
}

function sayPrevious(
  { step, days, order }: NonNullable<Extract<ClockReading, { kind: "recorded" }>["sincePrevious"]>,
  terms: Terms,
): string {
  const isZh = terms.lang === "zh";
  const previous = terms.text(CLOCK_WITHIN[step]);
  if (order === "reversed") {
    const before = sayDays({ least: -days.most, most: -days.least }, terms);
    return isZh ? `早于${previous} ${before}，顺序颠倒` : `${before} before ${previous}, out of sequence`;
  }
  if (order === "perhapsReversed") {
    return isZh ? `与${previous}的先后不明` : `before or after ${previous}, the dates leave it open`;
  }
  if (days.most === 0) return isZh ? `与${previous}同日` : `same day as ${previous}`;
  return isZh ? `${previous}后 ${sayDays(days, terms)}` : `${sayDays(days, terms)} after ${previous}`;
}

/** The question, and why it is asked where the tier alone does not ask it. */
export function saySettle({ settler, because }: SettleItem, candidate: Candidate, terms: Terms): string {
  const isZh = terms.lang === "zh";
  const reasons = because
    .filter((reason) => reason !== "tier")
    .map((reason) => {
      const said = terms.text(SETTLE_REASON_WORDS[reason]);
      if (reason !== "flag") return said;
      const names = terms.series(candidate.flags.map(({ name }) => localText(name, terms.lang)));
      return `${said}${isZh ? "：" : ": "}${names}`;
    });
  const question = terms.text(SETTLER_WORDS[settler]);
  if (reasons.length === 0) return question;
  return isZh ? `${question}（${reasons.join("；")}）` : `${question} (${reasons.join("; ")})`;
}

/** "31", "30–31", or that it is not known. */
export function sayAge({ ageYears }: Candidate, terms: Terms): string {
  if (ageYears === undefined) return terms.text(WORKLIST_WORDS.ageUnknown);
  return terms.lang === "zh" ? `${sayRange(ageYears)} 岁` : sayRange(ageYears);
}

/** Name of a step of the funnel; ids are those of `stageIds`. */
export function sayStage(id: string, definition: ResolvedDefinition, terms: Terms): string {
  const [kind, name] = split(id);
  if (kind === "excluded") {
    const exclusion = definition.exclusions.find((one) => one.id === name);
    return say(
      STAGE_PHRASES.excluded,
      { name: exclusion === undefined ? name : localText(exclusion.name, terms.lang) },
      terms,
    );
  }
  if (kind === "tier") {
    const tier = definition.tiers.find((one) => one.id === name);
    return say(STAGE_PHRASES.tier, { name: tier === undefined ? name : localText(tier.name, terms.lang) }, terms);
  }
  if (kind === "unused") {
    return say(STAGE_PHRASES.unused, { name: bareName(name, definition, terms) }, terms);
  }
  return id in STAGE_WORDS ? terms.text(STAGE_WORDS[id as keyof typeof STAGE_WORDS]) : id;
}

/** "1234", "<11" or "hidden". */
export function sayCount(count: ShownCount | undefined, terms: Terms): string {
  if (count === undefined) return "";
  if (count.kind === "count") return String(count.count);
  return count.kind === "small" ? `<${count.below}` : terms.text(WORKLIST_WORDS.hidden);
}

function split(id: string): readonly [kind: string, name: string] {
  const at = id.indexOf("_");
  return at < 0 ? [id, ""] : [id.slice(0, at), id.slice(at + 1)];
}

/** Name of a stream without its bound, for what could not be used and so met none. */
function bareName(name: string, definition: ResolvedDefinition, terms: Terms): string {
  const stream = definition.streams[name];
  return stream === undefined ? name : localText(stream.name, terms.lang);
}

/** Positions from 0 as stretches of lines from 1. */
function stretches(positions: readonly number[]): readonly IntegerRange[] {
  const found: { readonly least: number; most: number }[] = [];
  for (const position of positions) {
    const last = found.at(-1);
    if (last?.most === position) last.most = position + 1;
    else found.push({ least: position + 1, most: position + 1 });
  }
  return found;
}
