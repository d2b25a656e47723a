import type { BenchmarkPoint, PooledSite, TestedBenchmark } from "@materbone/evidence";
import type { BenchmarkFigureData, BenchmarkFigurePoint } from "../figures/evidence/benchmark-data.ts";
import { LEFT_OUT_WORDS } from "./benchmark-band-table.ts";
import { benchmarkCourse } from "./benchmark-course.ts";
import { bothLanguages } from "./both-languages.ts";
import { changeQuantity } from "./change-quantity.ts";
import { evidenceSite } from "./literature-words.ts";

/** The values behind the benchmark of one site, its course, and its course without each of them; points without a number are left out. */
export function evidenceBenchmark({ benchmark, withoutEach }: TestedBenchmark, site: PooledSite): BenchmarkFigureData {
  const of = benchmark[site];
  return {
    id: site,
    title: bothLanguages((t) =>
      t.lang === "zh"
        ? `未用药时${evidenceSite(site, t)}骨密度的变化`
        : `Change of ${evidenceSite(site, t)} BMD without a drug`,
    ),
    quantity: changeQuantity(site, "percentChange"),
    points: of.points.flatMap(figurePoint),
    course: benchmarkCourse(of),
    without: withoutEach
      .filter(({ without }) => without.site === site)
      .map(({ without, benchmark: rest }) => ({
        at: `without/${without.id}`,
        study: of.points.find(({ id }) => id === without.id)?.label ?? without.id,
        course: benchmarkCourse(rest[site]),
      })),
    notes: [
      {
        en: "Not a control group: the women were not chosen at random, and weaning is assumed where reports do not give it.",
        zh: "并非对照组：病例非随机选择；原文未注明停止哺乳时间者按假定处理。",
      },
    ],
  };
}

function figurePoint(point: BenchmarkPoint): readonly BenchmarkFigurePoint[] {
  const { id, label, population, monthsSinceWeaning: months, women, percent, range, leftOut } = point;
  const shared = {
    at: `point/${id}`,
    study: label,
    population,
    months,
    women,
    leftOut: leftOut === undefined ? undefined : LEFT_OUT_WORDS[leftOut],
  };
  if (percent !== undefined) return [{ ...shared, value: { kind: "mean", estimate: percent } }];
  if (range === undefined) return [];
  return [{ ...shared, value: { kind: "range", lower: range[0], upper: range[1] } }];
}
