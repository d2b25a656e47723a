import {
  readScenario,
  type Scenario,
  sayChoice,
  sayLeftOut,
  sayNotModelled,
  sayNursing,
  sayShownVerdicts,
  shownSites,
  simulationModels,
} from "@materbone/circuit";
import { type CaseView, type Lang, localText, type Phrase, SKELETAL_SITES, say, type Text } from "@materbone/clinical";
import { headed, type PinnedCourse, type SimulatedScan, type SimulatedSite, simulationFigure } from "@materbone/report";
import type { Simulated } from "./case-simulation-data.ts";
import { caseTextWords, drawnCaseWords as words } from "./case-simulation-words.ts";
import { courseFrame, inBoth, pairedNotes } from "./course-frame.ts";
import { warningNotes } from "./warning-data.ts";

type Variant = Simulated["variants"][number];
type Shown = Extract<SimulatedSite, { readonly kind: "shown" }>;

/**
 * One woman's course as a drawing: with her drugs and without, the women that fit her scans, and her scans in g/cm²; where no
 * scan can be used, or one reading has too few women that fit, all women in percent since delivery. A second reading of when she weaned stands beside as thin lines.
 */
export function caseSvg(view: CaseView, result: Simulated, lang: Lang): string {
  const [variant, ...others] = result.variants;
  if (variant === undefined) return "";
  // One quantity for all readings: bands of women that fit are in g/cm², those of all women in percent.
  const isFitted = result.variants.every(({ fit }) => fit?.resampling.kind === "resampled");
  const scenario = scenarioOf(variant);
  const frame = courseFrame(scenario, view.record.id);
  const { label } = view.record;
  const { svg } = simulationFigure(
    {
      ...frame,
      drugs: (frame.drugs ?? []).map((drug) => ({ ...drug, detail: amountsOf(result, drug.id) })),
      since: "delivery",
      subject:
        label === undefined
          ? { en: view.record.id, zh: view.record.id }
          : { en: localText(label, "en"), zh: localText(label, "zh") },
      ...(view.weaned === undefined ? {} : { weaned: view.weaned }),
      quantity: isFitted ? "gPerCm2" : "percent",
      errorBars: words.precision,
      sites: SKELETAL_SITES.map((site, column): SimulatedSite => {
        if (!shownSites.includes(site)) return { kind: "notShown", site, reason: words.notValidated };
        const drawn = bandsOf(variant, site, column, isFitted);
        return drawn === undefined
          ? { kind: "notShown", site, reason: words.noScan }
          : {
              ...drawn,
              scans: isFitted ? scansOf(result, site) : [],
              pinned: pinnedOf(others, site, column, isFitted),
            };
      }),
      notes: [...notesOf(result, isFitted), ...pairedNotes(sayShownVerdicts), ...warningsOf(result.variants)],
    },
    { lang, layout: "broad" },
  );
  return svg;
}

function scenarioOf({ scenario }: Variant): Scenario {
  const read = readScenario(scenario.treated, simulationModels);
  if (read.kind !== "read") throw new TypeError("the scenario of a simulated course cannot be read");
  return read.scenario;
}

/** "5 mg"; several amounts of one drug after each other. */
function amountsOf({ course }: Simulated, agent: string): Text {
  const amounts = course.doses.filter((dose) => dose.agent === agent).map(({ amountMg }) => amountMg.toPrecision(3));
  const words = [...new Set(amounts)].map((amount) => `${Number(amount)} mg`).join(", ");
  return { en: words, zh: words };
}

/** Bands of the women that fit, or of all women. */
function bandsOf(variant: Variant, site: Shown["site"], column: number, isFitted: boolean): Shown | undefined {
  const { fit, months, expected } = variant;
  const own = fit?.resampling.kind === "resampled" ? fit.resampling.bands : [];
  const found = isFitted ? own.find((each) => each.site === site) : expected[column];
  if (found === undefined) return undefined;
  const isTreated = (variant.scenario.treated.doses ?? []).length > 0;
  return {
    kind: "shown",
    site,
    untreated: { months, values: found.untreated.median },
    untreatedBand: { months, lower: found.untreated.lower, upper: found.untreated.upper },
    ...(isTreated
      ? { treated: { months, values: found.treated.median }, treatedBand: { months, ...found.treated } }
      : {}),
  };
}

function pinnedOf(
  others: readonly Variant[],
  site: Shown["site"],
  column: number,
  isFitted: boolean,
): readonly PinnedCourse[] {
  return others.flatMap((variant, index): readonly PinnedCourse[] => {
    const bands = bandsOf(variant, site, column, isFitted);
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

function scansOf({ scans }: Simulated, site: Shown["site"]): readonly SimulatedScan[] {
  return scans.observations
    .filter((each) => each.site === site)
    .map(({ scan, at, bmdGPerCm2, precisionGPerCm2, months }) => ({
      at: `${at}/sites/${site}`,
      name: { en: scan, zh: scan },
      months: { earliest: Math.min(...months), latest: Math.max(...months) },
      value: bmdGPerCm2,
      half: precisionGPerCm2,
    }));
}

/** What the model warns of; where readings of when she weaned differ in it, under each. */
function warningsOf(variants: readonly Variant[]): readonly Text[] {
  const notes = variants.map(({ warnings }) => warningNotes(warnings, "sinceBirth"));
  const [first = []] = notes;
  const isOne = notes.every((each) => each.map(({ en }) => en).join() === first.map(({ en }) => en).join());
  if (isOne) return first;
  return variants.flatMap(({ weanedMonth }, place) => {
    const month = weanedMonth ?? 0;
    return [inBoth((terms) => say(caseTextWords.weaned, { month }, terms)), ...(notes[place] ?? [])];
  });
}

/** Hips that are not shown are told of once, in the head. */
function notesOf({ course, scans, nursing }: Simulated, isFitted: boolean): readonly Text[] {
  const leftOut = scans.leftOut.filter(({ site }) => shownSites.includes(site));
  return [
    isFitted ? words.fitting : words.allWomen,
    inBoth((terms) => {
      const sentences = [
        sayNursing(nursing, terms),
        ...course.notModelled.map((each) => sayNotModelled(each, terms)),
        ...course.choices.map((each) => sayChoice(each, terms)),
        ...leftOut.map((each) => sayLeftOut(each, terms)),
      ];
      return [...new Set(sentences.map(headed))].join(terms.lang === "zh" ? "" : " ");
    }),
  ];
}
