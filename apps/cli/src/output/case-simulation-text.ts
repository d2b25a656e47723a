import {
  caseSentences,
  FEWEST_EFFECTIVE_WOMEN,
  type FittedParameter,
  populationKnowledge,
  sayChoice,
  sayFracturedInside,
  sayLeftOut,
  sayNotModelled,
  sayNursing,
  sayRestLevel,
  sayShownVerdicts,
  shownSites,
  type VirtualWomen,
} from "@materbone/circuit";
import { SKELETAL_SITES, say, type Terms } from "@materbone/clinical";
import { textTable } from "@materbone/evidence";
import type { Simulated } from "./case-simulation-data.ts";
import { caseTextWords as words } from "./case-simulation-words.ts";
import { warningLines } from "./warning-data.ts";

/** One woman's course in words and tables: months by rows, with her drugs and without. */
export function caseText(id: string, result: Simulated, terms: Terms): string {
  const { course, scans } = result;
  const listed = (title: keyof typeof words.titles, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ["", terms.text(words.titles[title]), ...[...new Set(lines)].map((line) => `  ${line}`)];
  const head = [
    `${id}`,
    terms.text(caseSentences.hypothesis),
    terms.text(caseSentences.effect),
    terms.text(caseSentences.untreated),
    ...sayShownVerdicts(terms),
    terms.text(words.bandMeaning),
    sayNursing(result.nursing, terms),
    ...listed("modelled", [
      ...course.doses.map((dose) => say(words.dose, dose, terms)),
      ...course.rates
        .filter(({ fromMonth, untilMonth }) => untilMonth === undefined || untilMonth > fromMonth)
        .map((rate) => say(words.rate, rate, terms)),
    ]),
    ...listed(
      "notModelled",
      course.notModelled.map((each) => sayNotModelled(each, terms)),
    ),
    ...listed(
      "choices",
      course.choices.map((each) => sayChoice(each, terms)),
    ),
    ...listed(
      "withCare",
      scans.fracturedInside.map((each) => sayFracturedInside(each, terms)),
    ),
    ...listed(
      "leftOut",
      leftOutTogether(scans.leftOut, terms).map((each) => sayLeftOut(each, terms)),
    ),
  ];
  return `${head.join("\n")}\n${result.variants.map((variant) => variantText(variant, result, terms)).join("")}`;
}

type LeftOut = Simulated["scans"]["leftOut"];

/** One line for the scans of a site that are left out for one reason. */
function leftOutTogether(leftOut: LeftOut, terms: Terms): LeftOut {
  return leftOut.flatMap((each, place) => {
    const alike = leftOut.filter(({ site, reason }) => site === each.site && reason === each.reason);
    return leftOut.indexOf(alike[0] ?? each) === place
      ? [{ ...each, scan: terms.series(alike.map(({ scan }) => scan)) }]
      : [];
  });
}

function variantText(variant: Simulated["variants"][number], result: Simulated, terms: Terms): string {
  const { weanedMonth, women, months, expected, fit } = variant;
  const rows = months.flatMap((month, at) => (isShown(month, months, result) ? [at] : []));
  const resampled = fit?.resampling.kind === "resampled" ? fit.resampling : undefined;
  const tables = SKELETAL_SITES.flatMap((site, column) => {
    const hers = resampled?.bands.find((each) => each.site === site);
    if (!shownSites.includes(site)) return [];
    if (fit !== undefined && !fit.sites.some((each) => each.site === site)) return [];
    const bands = hers ?? expected[column];
    if (bands === undefined) return [];
    const decimals = hers === undefined ? 1 : 3;
    const header = [words.month, words.treated, words.untreated, words.scan].map((text) => terms.text(text));
    const body = rows.map((at) => {
      const month = months[at] ?? 0;
      const seen = result.scans.observations.filter(
        (each) => each.site === site && each.months.some((time) => Math.abs(time - month) < 1e-4),
      );
      return [
        terms.months(month),
        bandText(bands.treated, at, decimals, terms),
        bandText(bands.untreated, at, decimals, terms),
        seen.map((each) => `${terms.fixed(each.bmdGPerCm2, 3)}${each.months.length > 1 ? "?" : ""}`).join(" "),
      ];
    });
    const isOpen = body.some((cells) => cells.some((cell) => cell.endsWith("?")));
    const unit = terms.text(hers === undefined ? words.percentSinceDelivery : words.fittingBand);
    return [
      `\n${terms.site(site)}${unit}\n${textTable([header, ...body])}${isOpen ? `${terms.text(words.openTime)}\n` : ""}`,
    ];
  });
  const lines = [
    "",
    weanedMonth === undefined ? terms.text(words.neverNursed) : say(words.weaned, { month: weanedMonth }, terms),
    say(words.population, women, terms),
    ...(women.weighting.kind === "notReached" ? [terms.text(words.notReached)] : []),
    ...anchorLines(women.weighting, terms),
    ...(fit === undefined ? [terms.text(words.noFit)] : fitLines(fit, terms)),
  ];
  const warned = ["", ...warningLines(variant.warnings, "sinceBirth", terms), ""];
  return `${lines.join("\n")}\n${tables.join("")}${warned.join("\n")}`;
}

/** What the virtual women do without a drug, beside the published women. */
export function anchorLines(weighting: VirtualWomen["weighting"], terms: Terms): readonly string[] {
  if (weighting.kind === "equal") return [];
  return weighting.anchors.flatMap(({ id, use, mean, sd, reachedMean, reachedSd }) => {
    const known = populationKnowledge.anchors.find((each) => each.id === id);
    if (known === undefined || sd === undefined) return [];
    const { site, months, women } = known;
    return [say(words.anchor, { use, site, months, women, mean, sd, reachedMean, reachedSd }, terms)];
  });
}

function fitLines(fit: NonNullable<Simulated["variants"][number]["fit"]>, terms: Terms): readonly string[] {
  const told = (name: string, parameter: FittedParameter, decimals: number): string => {
    const { estimate, low, high, told: share, staysAtPrior, liesAtLimit } = parameter;
    const range = say(words.range, { low: terms.fixed(low, decimals), high: terms.fixed(high, decimals) }, terms);
    const value = `${terms.fixed(estimate, decimals)} (${range})`;
    const prior = staysAtPrior ? ` (${terms.text(caseSentences.staysAtPrior)})` : "";
    const limit = liesAtLimit ? ` (${terms.text(caseSentences.liesAtLimit)})` : "";
    return `  ${say(words.told, { name, value, share }, terms)}${prior}${limit}`;
  };
  const { resampling } = fit;
  return [
    terms.text(words.fit),
    told(terms.text(caseSentences.susceptibility), fit.susceptibility, 2),
    ...fit.sites.map(({ site, restLevel }) => told(sayRestLevel(site, terms), restLevel, 3)),
    resampling.kind === "tooFew"
      ? say(
          fit.susceptibility.liesAtLimit ? words.tooFewAtLimit : words.tooFew,
          { effective: resampling.effectiveSampleSize, needed: FEWEST_EFFECTIVE_WOMEN },
          terms,
        )
      : say(words.effective, { effective: resampling.effectiveSampleSize }, terms),
  ];
}

type Bands = Simulated["variants"][number]["expected"][number]["treated"];

function bandText({ median, lower, upper }: Bands, at: number, decimals: number, terms: Terms): string {
  const shown = (values: Float64Array): string => terms.fixed(values[at] ?? 0, decimals);
  return `${shown(median)} (${say(words.range, { low: shown(lower), high: shown(upper) }, terms)})`;
}

/** Every third month, the last, and those of scans. */
function isShown(month: number, months: readonly number[], { scans }: Simulated): boolean {
  const isOfScan = scans.observations.some((scan) => scan.months.some((time) => Math.abs(time - month) < 1e-4));
  return isOfScan || Math.abs(month / 3 - Math.round(month / 3)) < 1e-4 || month === months.at(-1);
}
