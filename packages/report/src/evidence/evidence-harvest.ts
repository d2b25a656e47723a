import {
  type Benchmark,
  type EvidenceRow,
  expectationAt,
  type PooledSite,
  pooledSite,
  type Synthesis,
} from "@materbone/evidence";
import type { UntreatedBand } from "../figures/evidence/evidence-figure-data.ts";
import type { HarvestData, HarvestPoint, UntreatedCourse } from "../figures/evidence/harvest-data.ts";
import { bothLanguages } from "./both-languages.ts";
import { DRUG_CLASS_OF } from "./evidence-forest.ts";
import { evidenceSite, TREATMENT_WORDS } from "./literature-words.ts";
import { statisticBadge } from "./statistic-badge.ts";

/** Every change of one site against its months by drug, pooled or not, with the course of women without a drug behind. */
export function evidenceHarvest(synthesis: Synthesis, site: PooledSite, benchmark: Benchmark): HarvestData {
  const rows = synthesis.rows.filter(
    ({ outcome, study, reading, women }) =>
      women !== undefined &&
      pooledSite(outcome.site) === site &&
      outcome.metric === "percentChange" &&
      outcome.reference !== "lastOnDrug" &&
      study.population.kind === "plo" &&
      !isSummary(study) &&
      reading?.value !== undefined,
  );
  return {
    id: `harvest-${site}`,
    title: bothLanguages((t) =>
      t.lang === "zh"
        ? `${evidenceSite(site, t)}骨密度变化与时间`
        : `Change of ${evidenceSite(site, t)} BMD against time`,
    ),
    quantity: {
      name: bothLanguages((t) =>
        t.lang === "zh" ? `${evidenceSite(site, t)}BMD变化` : `change of ${evidenceSite(site, t)} BMD`,
      ),
      unit: { en: "%", zh: "%" },
      decimals: 1,
      isSigned: true,
    },
    points: rows.map(harvestPoint),
    untreated: untreatedCourse(site, benchmark),
    notes: [
      {
        en: "Months are counted from the first scan, those of the band from weaning; reports seldom give both.",
        zh: "月数自首次检查起算，未用药变化范围自停止哺乳起算；原文很少同时给出两者。",
      },
    ],
  };
}

/** A review's values are those of its studies. */
function isSummary({ design }: EvidenceRow["study"]): boolean {
  return design === "review" || design === "pooledIndividualData";
}

function harvestPoint(row: EvidenceRow): HarvestPoint {
  const { key, study, arm, treatment, women, months, reading } = row;
  return {
    at: key,
    study: study.label,
    women: women ?? 1,
    months: months === undefined || months.earliest !== months.latest ? undefined : months.earliest,
    drug: { label: TREATMENT_WORDS[treatment], kind: DRUG_CLASS_OF[treatment] },
    badges: [statisticBadge(reading?.statistic)],
    estimate: reading?.value ?? 0,
    course: `${study.id}/${arm.id}`,
  };
}

/** Months between the points that a band is drawn through. */
const STEP_MONTHS = 3;

function untreatedCourse(site: PooledSite, benchmark: Benchmark): UntreatedCourse | undefined {
  const band = benchmark[site];
  if (band.kind === "noBand") return undefined;
  const points = [];
  const steps = Math.ceil((band.toMonths - band.fromMonths) / STEP_MONTHS);
  for (let step = 0; step <= steps; step++) {
    const months = Math.min(band.fromMonths + step * STEP_MONTHS, band.toMonths);
    const expectation = expectationAt(band, 0, months);
    if (expectation !== undefined) {
      points.push({ months, lower: expectation.lowerPercent, upper: expectation.upperPercent });
    }
  }
  return { at: `untreated/${site}`, label: UNTREATED, points };
}

const UNTREATED: UntreatedBand["label"] = { en: "one woman without a drug", zh: "未用药个体" };
