import {
  type Benchmark,
  type EvidenceRow,
  type PooledSite,
  pooledSite,
  restsOnOthers,
  type Synthesis,
} from "@materbone/evidence";
import type { UntreatedBand } from "../figures/evidence/evidence-figure-data.ts";
import type { HarvestData, HarvestPoint, UntreatedCourse } from "../figures/evidence/harvest-data.ts";
import { benchmarkCourse } from "./benchmark-course.ts";
import { bothLanguages } from "./both-languages.ts";
import { changeQuantity } from "./change-quantity.ts";
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
      !restsOnOthers(study) &&
      outcome.worded !== true &&
      reading?.value !== undefined,
  );
  return {
    id: `harvest-${site}`,
    title: bothLanguages((t) =>
      t.lang === "zh"
        ? `${evidenceSite(site, t)}骨密度变化与时间`
        : `Change of ${evidenceSite(site, t)} BMD against time`,
    ),
    quantity: changeQuantity(site, "percentChange"),
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

function untreatedCourse(site: PooledSite, benchmark: Benchmark): UntreatedCourse | undefined {
  const points = benchmarkCourse(benchmark[site]);
  return points.length === 0 ? undefined : { at: `untreated/${site}`, label: UNTREATED, points };
}

const UNTREATED: UntreatedBand["label"] = { en: "one woman without a drug", zh: "未用药个体" };
