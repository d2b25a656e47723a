import {
  type CaseSimulation,
  caseSentences,
  sayChoice,
  sayFracturedInside,
  sayLeftOut,
  sayNotModelled,
  sayNursing,
  sayShownVerdicts,
  shownSites,
} from "@materbone/circuit";
import { SKELETAL_SITES, type Terms } from "@materbone/clinical";
import type * as z from "zod";
import type { BesideCourse } from "./beside-course.ts";
import type { simulateCaseShape } from "./case-simulation-shape.ts";
import { csvLine } from "./csv.ts";
import { jsonText } from "./json.ts";
import { warningOutput } from "./warning-data.ts";

export type Simulated = Extract<CaseSimulation, { kind: "simulated" }>;
type Output = z.infer<typeof simulateCaseShape>;
type Variant = Output["variants"][number];

const COLUMNS = [
  "weanedMonth",
  "site",
  "course",
  "month",
  "bmdMedianGPerCm2",
  "bmdLowerGPerCm2",
  "bmdUpperGPerCm2",
  "changeMedianPercent",
  "changeLowerPercent",
  "changeUpperPercent",
] as const;

/** One line per reading of weaning, site, course and month: the women that fit in g/cm², all women in percent since delivery. */
export function caseCsv(result: Simulated): string {
  const lines = result.variants.flatMap(({ weanedMonth, months, expected, fit }) =>
    SKELETAL_SITES.flatMap((site, column) => {
      if (!shownSites.includes(site)) return [];
      const own =
        fit?.resampling.kind === "resampled" ? fit.resampling.bands.find((each) => each.site === site) : undefined;
      return (["treated", "untreated"] as const).flatMap((course) =>
        months.map((month, at) => {
          const all = expected[column]?.[course];
          const hers = own?.[course];
          return csvLine([
            weanedMonth ?? null,
            site,
            course,
            digits(month, 4),
            hers === undefined ? null : digits(hers.median[at] ?? 0, 4),
            hers === undefined ? null : digits(hers.lower[at] ?? 0, 4),
            hers === undefined ? null : digits(hers.upper[at] ?? 0, 4),
            digits(all?.median[at] ?? 0, 3),
            digits(all?.lower[at] ?? 0, 3),
            digits(all?.upper[at] ?? 0, 3),
          ]);
        }),
      );
    }),
  );
  return csvLine(COLUMNS) + lines.join("");
}

/** Sentences that stand beside every output of a case. */
function caseNotes(terms: Terms): readonly string[] {
  const { hypothesis, effect, untreated } = caseSentences;
  return [...[hypothesis, effect, untreated].map((text) => terms.text(text)), ...sayShownVerdicts(terms)];
}

/** What has no place in the CSV of a case. */
export function besideCase(id: string, { variants }: Simulated, terms: Terms): readonly BesideCourse[] {
  return variants.map(({ weanedMonth, warnings }) => ({ subject: id, weanedMonth, notes: caseNotes(terms), warnings }));
}

export function caseJson(
  id: string,
  result: Simulated,
  { women, seed }: { readonly women: number; readonly seed: number },
  terms: Terms,
): string {
  const output: Output = {
    kind: "hypothesis",
    case: id,
    notes: [...caseNotes(terms)],
    nursing: sayNursing(result.nursing, terms),
    notModelled: result.course.notModelled.map((each) => ({
      at: each.at,
      agent: each.agent,
      why: sayNotModelled(each, terms),
    })),
    choices: result.course.choices.map((each) => ({ at: each.at, what: sayChoice(each, terms) })),
    scans: result.scans.observations.map(({ scan, site, bmdGPerCm2, precisionGPerCm2, months }) => ({
      scan,
      site,
      bmdGPerCm2,
      precisionGPerCm2: digits(precisionGPerCm2, 5),
      months: [...months],
    })),
    fracturedInside: result.scans.fracturedInside.map((each) => ({
      scans: [...each.scans],
      site: each.site,
      levels: [...each.levels],
      isRegionRecorded: each.isRegionRecorded,
      what: sayFracturedInside(each, terms),
    })),
    leftOut: result.scans.leftOut.map((each) => ({ scan: each.scan, site: each.site, why: sayLeftOut(each, terms) })),
    women,
    seed,
    variants: result.variants.map((variant) => variantOutput(variant, terms)),
  };
  return jsonText(output);
}

function variantOutput(
  { weanedMonth, scenario, months, women, expected, fit, warnings }: Simulated["variants"][number],
  terms: Terms,
): Variant {
  return {
    weanedMonth: weanedMonth ?? null,
    scenario: scenario.treated,
    untreatedScenario: scenario.untreated,
    population: {
      draws: women.draws,
      acceptanceRate: digits(women.acceptanceRate, 4),
      effectiveSampleSize: digits(women.effectiveSampleSize, 1),
      weighting: women.weighting.kind,
    },
    warnings: [...warningOutput(warnings, terms)],
    months: months.map((month) => digits(month, 4)),
    expectedPercent: SKELETAL_SITES.flatMap((site, column) => {
      const { treated, untreated } = expected[column] ?? {};
      if (!shownSites.includes(site)) return [];
      return [{ site, treated: bandOutput(treated, 3), untreated: bandOutput(untreated, 3) }];
    }),
    fit:
      fit === undefined
        ? null
        : {
            susceptibility: parameterOutput(fit.susceptibility),
            restLevelsGPerCm2: fit.sites.map(({ site, scans, restLevel }) => ({
              site,
              scans,
              ...parameterOutput(restLevel),
            })),
            effectiveSampleSize: digits(fit.resampling.effectiveSampleSize, 1),
            bandsGPerCm2:
              fit.resampling.kind === "tooFew"
                ? null
                : fit.resampling.bands.map(({ site, treated, untreated }) => ({
                    site,
                    treated: bandOutput(treated, 4),
                    untreated: bandOutput(untreated, 4),
                  })),
          },
  };
}

function parameterOutput(parameter: NonNullable<Simulated["variants"][number]["fit"]>["susceptibility"]) {
  const { estimate, low, high, told, staysAtPrior, liesAtLimit } = parameter;
  return {
    estimate: digits(estimate, 4),
    low: digits(low, 4),
    high: digits(high, 4),
    posteriorOverPriorSd: digits(told, 3),
    staysAtPrior,
    liesAtLimit,
  };
}

type Band = Simulated["variants"][number]["expected"][number]["treated"];

function bandOutput(band: Band | undefined, decimals: number) {
  const rounded = (values: Float64Array | undefined): number[] =>
    Array.from(values ?? [], (value) => digits(value, decimals));
  return { median: rounded(band?.median), lower: rounded(band?.lower), upper: rounded(band?.upper) };
}

function digits(value: number, decimals: number): number {
  // Adding 0 turns -0 into 0.
  return Number(value.toFixed(decimals)) + 0;
}
