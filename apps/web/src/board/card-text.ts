import { PERCENT_DECIMALS, SEVERITIES, type Severity, say, type Terms } from "@materbone/clinical";
import type { CaseSummary } from "@materbone/registry";
import { headed } from "@materbone/report";
import { sayWhen } from "../fields/say-when.ts";
import { sayAge, sayDelivered, sayDiagnosis, boardWords as words } from "./board-words.ts";
import type { FracturePicture } from "./fracture-picture.ts";

/** "30 y · vaginal delivery, 3 May 2018 · diagnosis at 15 months"; what is not recorded is said where a reader would miss it. */
export function factsLine(woman: CaseSummary, t: Terms): string {
  const { ageYears, monthsToDiagnosis } = woman;
  const [earliest, latest] = monthsToDiagnosis ?? [null, null];
  const isTimed = earliest !== null || latest !== null;
  const months = t.monthInterval({
    earliest: earliest ?? Number.NEGATIVE_INFINITY,
    latest: latest ?? Number.POSITIVE_INFINITY,
  });
  return [
    ageYears === undefined ? t.text(words.ageUnknown) : say(sayAge, { years: ageYears }, t),
    ...deliveryText(woman, t),
    isTimed ? say(sayDiagnosis, { months }, t) : t.text(words.diagnosisUnknown),
  ].join(" · ");
}

/** Mode and date of delivery as far as they are recorded. */
function deliveryText({ deliveryMode, deliveredOn }: CaseSummary, t: Terms): readonly string[] {
  const mode =
    deliveryMode === undefined || deliveryMode === "notReported" ? undefined : t.word("deliveryMode", deliveryMode);
  const [from, to] = deliveredOn ?? [null, null];
  const isDated = from !== null || to !== null;
  const date = isDated ? sayWhen({ date: from !== null && from === to ? from : [from, to] }, t) : undefined;
  if (date !== undefined) return [say(sayDelivered, { mode, date }, t)];
  return mode === undefined ? [] : [mode];
}

/** The change of spine BMD with the vertebrae it was measured on, or why there is none. */
export function spineChangeText(
  { spineChange, spineBmd }: Pick<CaseSummary, "spineChange" | "spineBmd">,
  t: Terms,
): { readonly percent: string | undefined; readonly words: string } {
  if (spineChange === undefined) {
    return { percent: undefined, words: t.text(spineBmd.length === 0 ? words.noBmd : words.oneBmd) };
  }
  const { percent, isComparable, vertebrae } = spineChange;
  const comma = t.lang === "zh" ? "，" : ", ";
  return {
    percent: `${t.signed(percent, PERCENT_DECIMALS)}${t.lang === "zh" ? "" : " "}%`,
    words: [
      vertebrae?.replace("-", "\u2013") ?? t.text(words.spine),
      t.text(words.firstToLast),
      ...(isComparable ? [] : [t.text(words.notComparable)]),
    ].join(comma),
  };
}

/** "Lowest Z −4.2 (lumbar spine)". */
export function lowestText({ zScore, site }: NonNullable<CaseSummary["lowestZ"]>, t: Terms): string {
  const [open, close] = t.lang === "zh" ? ["（", "）"] : [" (", ")"];
  return `${t.text(words.lowestZ)} ${t.fixed(zScore, 1)}${open}${t.site(site)}${close}`;
}

/** "T6, T8 · grade not recorded", "L4 grade 2 (moderate)". */
export function fractureText({ vertebrae, others }: Pick<FracturePicture, "vertebrae" | "others">, t: Terms): string {
  if (vertebrae.length + others.length === 0) return t.text(words.noFracture);
  const graded = vertebrae.flatMap(({ level, grade }) =>
    grade === undefined ? [] : [`${level} ${t.word("genantGrade", `${grade}`)}`],
  );
  const ungraded = vertebrae.flatMap(({ level, grade }) => (grade === undefined ? [level] : []));
  return [
    ...(graded.length === 0 ? [] : [t.series(graded)]),
    ...(ungraded.length === 0
      ? []
      : [
          `${ungraded.join(" ")}${t.lang === "zh" ? "（" : " ("}${t.text(words.gradeUnknown)}${t.lang === "zh" ? "）" : ")"}`,
        ]),
    ...(others.length === 0 ? [] : [t.series(others.map((site) => t.word("fractureSite", site)))]),
  ].join(" · ");
}

/** The density criterion in its two readings, once where they agree. */
export function densityText({ densityAnySite, densityAllSites }: CaseSummary["verdicts"], t: Terms): string {
  const colon = t.lang === "zh" ? "：" : ": ";
  const any = t.word("criterionStatus", densityAnySite);
  if (densityAnySite === densityAllSites) return `${t.text(words.density)}${colon}${any}`;
  const all = t.word("criterionStatus", densityAllSites);
  return t.lang === "zh"
    ? `${t.text(words.density)}：${t.text(words.anySite)}${any}，${t.text(words.allSites)}${all}`
    : `${t.text(words.density)}: ${t.text(words.anySite)} ${any}, ${t.text(words.allSites)} ${all}`;
}

/** The verdict of the source paper's definition in its two readings, once where they agree. */
export function readings(
  { anySite, allSites }: Pick<CaseSummary["verdicts"], "anySite" | "allSites">,
  t: Terms,
): readonly { readonly outcome: CaseSummary["verdicts"]["anySite"]; readonly text: string }[] {
  const say = (outcome: typeof anySite): string => t.word("outcome", outcome);
  if (anySite === allSites) return [{ outcome: anySite, text: headed(say(anySite)) }];
  const colon = t.lang === "zh" ? "：" : ": ";
  return [
    { outcome: anySite, text: `${headed(t.text(words.anySite))}${colon}${say(anySite)}` },
    { outcome: allSites, text: `${headed(t.text(words.allSites))}${colon}${say(allSites)}` },
  ];
}

/** Open findings by severity, gravest first; severities without any are left out. */
export function openFindings(
  counts: CaseSummary["openFindings"],
): readonly { readonly severity: Severity; readonly count: number }[] {
  return SEVERITIES.toReversed().flatMap((severity) =>
    counts[severity] === 0 ? [] : [{ severity, count: counts[severity] }],
  );
}
