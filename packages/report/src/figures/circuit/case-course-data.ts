import {
  type CaseSimulation,
  readScenario,
  type Scenario,
  sayChoice,
  sayFracturedInside,
  sayLeftOut,
  sayNotModelled,
  sayNursing,
  sayShownVerdicts,
  shownSites,
  simulationModels,
} from "@materbone/circuit";
import {
  type CaseView,
  doseFact,
  localText,
  type Phrase,
  SKELETAL_SITES,
  say,
  sayDose,
  type Terms,
  type Text,
} from "@materbone/clinical";
import { scanName } from "../../scan-name.ts";
import { headed } from "../time-words.ts";
import { CASE_COURSE_WORDS as words } from "./case-course-words.ts";
import { courseFrame, inBoth, pairedNotes } from "./course-frame.ts";
import { extrapolatedStretches } from "./extrapolated-stretches.ts";
import type {
  PinnedCourse,
  SimulatedScan,
  SimulatedSite,
  SimulationFigureData,
  SimulationFrame,
} from "./simulation-data.ts";

/** A woman's course that could be simulated. */
export type SimulatedCase = Extract<CaseSimulation, { kind: "simulated" }>;

type Variant = SimulatedCase["variants"][number];
type Shown = Extract<SimulatedSite, { readonly kind: "shown" }>;

/**
 * One woman's course as a figure draws it: with her drugs and without, the women that fit her scans, and her scans in g/cm²;
 * where no scan can be used, all women in percent since delivery. A second reading of when she weaned stands beside as thin
 * lines.
 */
export function caseCourseData(view: CaseView, result: SimulatedCase): SimulationFigureData | undefined {
  const [variant, ...others] = result.variants;
  if (variant === undefined) return undefined;
  // One quantity for all readings of when she weaned: densities of one and changes of another share no axis.
  const isFitted = result.variants.every(({ fit }) => fit?.resampling.kind === "resampled");
  const { label } = view.record;
  return {
    ...frameOf(view, result, variant),
    subject:
      label === undefined
        ? { en: view.record.id, zh: view.record.id }
        : { en: localText(label, "en"), zh: localText(label, "zh") },
    ...(view.weaned === undefined ? {} : { weaned: view.weaned }),
    quantity: isFitted ? "gPerCm2" : "percent",
    errorBars: words.precision,
    sites: SKELETAL_SITES.map((site, column): SimulatedSite => {
      if (!shownSites.includes(site)) return { kind: "notShown", site, reason: words.notValidated };
      const drawn = bandsOf(variant, isFitted, site, column);
      return drawn === undefined
        ? { kind: "notShown", site, reason: words.noScan }
        : {
            ...drawn,
            scans: isFitted ? scansOf(view, result, site) : [],
            pinned: pinnedOf(others, isFitted, site, column),
          };
    }),
    notes: [...notesOf(view, result, isFitted), ...pairedNotes(sayShownVerdicts)],
  };
}

/** Time, nursing and drugs of the first reading of a woman's course. */
export function variantFrame(view: CaseView, result: SimulatedCase): SimulationFrame | undefined {
  const [variant] = result.variants;
  return variant === undefined ? undefined : frameOf(view, result, variant);
}

function frameOf(view: CaseView, result: SimulatedCase, variant: Variant): SimulationFrame {
  const frame = courseFrame(scenarioOf(variant), view.record.id);
  return {
    ...frame,
    drugs: (frame.drugs ?? []).map((drug) => ({ ...drug, detail: amountsOf(view, result, drug.id) })),
    since: "delivery",
    extrapolated: extrapolatedStretches(
      result.variants.flatMap(({ warnings }) => warnings),
      frame.span[1],
    ),
  };
}

function scenarioOf({ scenario }: Variant): Scenario {
  const read = readScenario(scenario.treated, simulationModels);
  if (read.kind !== "read") throw new TypeError("the scenario of a simulated course cannot be read");
  return read.scenario;
}

/** As recorded, "5 mg once", "70 mg per week"; several regimens of one drug after each other. */
function amountsOf(view: CaseView, { course }: SimulatedCase, agent: string): Text {
  const places = course.doses.filter((dose) => dose.agent === agent).map(({ at }) => at);
  const given = view.treatments.flatMap(({ at, entry: { dose } }) =>
    dose !== undefined && places.includes(at) ? [doseFact(dose)] : [],
  );
  return inBoth((terms) => {
    const regimens = new Set(given.map((dose) => sayDose(dose, terms)));
    return [...regimens].join(terms.lang === "zh" ? "、" : ", ");
  });
}

/** Is a drug of her record in the model? */
export function isTreated({ scenario }: Variant): boolean {
  return (scenario.treated.doses ?? []).length > 0;
}

/** Bands of the women that fit, or of all where none is fitted. */
function bandsOf(variant: Variant, isFitted: boolean, site: Shown["site"], column: number): Shown | undefined {
  const { fit, months, expected } = variant;
  const found =
    isFitted && fit?.resampling.kind === "resampled"
      ? fit.resampling.bands.find((each) => each.site === site)
      : expected[column];
  if (found === undefined) return undefined;
  return {
    kind: "shown",
    site,
    untreated: { months, values: found.untreated.median },
    untreatedBand: { months, lower: found.untreated.lower, upper: found.untreated.upper },
    ...(isTreated(variant)
      ? { treated: { months, values: found.treated.median }, treatedBand: { months, ...found.treated } }
      : {}),
  };
}

function pinnedOf(
  others: readonly Variant[],
  isFitted: boolean,
  site: Shown["site"],
  column: number,
): readonly PinnedCourse[] {
  return others.flatMap((variant, index): readonly PinnedCourse[] => {
    const bands = bandsOf(variant, isFitted, site, column);
    if (bands === undefined) return [];
    const month = variant.weanedMonth ?? 0;
    const name = (phrase: Phrase<{ readonly month: string }>): Text =>
      inBoth((terms) => say(phrase, { month: terms.months(month) }, terms));
    return [
      ...(bands.treated === undefined
        ? []
        : [{ id: `treated-${index}`, name: name(words.treatedIfWeaned), course: bands.treated }]),
      { id: `untreated-${index}`, name: name(words.untreatedIfWeaned), course: bands.untreated },
    ];
  });
}

function scansOf(view: CaseView, { scans }: SimulatedCase, site: Shown["site"]): readonly SimulatedScan[] {
  return scans.observations
    .filter((each) => each.site === site)
    .map(({ scan, at, bmdGPerCm2, precisionGPerCm2, months }) => ({
      at: `${at}/sites/${site}`,
      name: inBoth((terms) => nameOfScan(view, scan, terms)),
      months: { earliest: Math.min(...months), latest: Math.max(...months) },
      value: bmdGPerCm2,
      half: precisionGPerCm2,
    }));
}

/** A scan as its reader knows it: an id says nothing. */
export function nameOfScan(view: CaseView, id: string, terms: Terms): string {
  const scan = view.scans.find(({ entry }) => entry.id === id);
  return scan === undefined ? id : scanName(scan, terms);
}

/** Hips that are not shown are told of once, in the head. */
function notesOf(view: CaseView, { course, scans, nursing }: SimulatedCase, isFitted: boolean): readonly Text[] {
  const leftOut = scans.leftOut.filter(({ site }) => shownSites.includes(site));
  return [
    isFitted ? words.fitting : words.allWomen,
    inBoth((terms) => {
      const sentences = [
        sayNursing(nursing, terms),
        ...course.notModelled.map((each) => sayNotModelled(each, terms)),
        ...course.choices.map((each) => sayChoice(each, terms)),
        ...scans.fracturedInside.map((each) =>
          sayFracturedInside({ ...each, scans: each.scans.map((scan) => nameOfScan(view, scan, terms)) }, terms),
        ),
        ...leftOut.map((each) => sayLeftOut({ ...each, scan: nameOfScan(view, each.scan, terms) }, terms)),
      ];
      return [...new Set(sentences.map(headed))].join(terms.lang === "zh" ? "" : " ");
    }),
  ];
}
