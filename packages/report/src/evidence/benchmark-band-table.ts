import { createTerms, type Lang, type Terms, type Text } from "@materbone/clinical";
import {
  BENCHMARK_SITES,
  type BenchmarkPoint,
  benchmarkSelection,
  type Expectation,
  expectationAt,
  type LeftOut,
  type SiteBenchmark,
  type TestedBenchmark,
} from "@materbone/evidence";
import { headed } from "../figures/time-words.ts";
import { cell, column, MISSING, plainTable, type Row, type RowGroup, row, type Table } from "../tables/table.ts";
import { evidenceSite } from "./literature-words.ts";

/** Every value behind the benchmark: who was measured, when, how the value was come by, in the band or beside it. */
export function benchmarkPointsTable({ benchmark }: TestedBenchmark, lang: Lang): Table {
  const t = createTerms(lang);
  const header = [WORDS.study, WORDS.population, WORDS.months, WORDS.women, WORDS.change, WORDS.use, WORDS.how];
  return {
    id: "benchmark-points",
    lang,
    title: t.text(WORDS.pointsTitle),
    groupLabel: t.text(WORDS.site),
    blocks: [
      {
        columns: [
          column("left"),
          column("left"),
          column("right"),
          column("right"),
          column("right"),
          column("left", true),
          column("left", true),
        ],
        headerRows: [header.map((word) => cell(t.text(word)))],
        groups: BENCHMARK_SITES.map((site): RowGroup => {
          const of = benchmark[site];
          return { heading: cell(siteHeading(of, t)), rows: of.points.map((point) => pointRow(point, t)) };
        }),
      },
    ],
    footnotes: [{ text: t.text(WORDS.selection) }, { text: t.text(WORDS.notControl) }],
  };
}

/** What is expected of one woman at round times, and what it becomes without each value behind it. */
export function benchmarkBandTable(tested: TestedBenchmark, lang: Lang): Table {
  const t = createTerms(lang);
  const borrows = BENCHMARK_SITES.some((site) => isBorrowed(tested.benchmark[site]));
  const rows = BENCHMARK_SITES.flatMap((site): Row[] => {
    const of = tested.benchmark[site];
    const name = headed(evidenceSite(site, t));
    if (of.kind === "noBand") {
      return [
        row(
          cell(name),
          cell(t.text(WORDS.whole)),
          ...SHOWN_MONTHS.map(() => cell(MISSING[lang])),
          cell(t.text(WORDS.tooFew)),
        ),
      ];
    }
    const whole = row(cell(name), cell(t.text(WORDS.whole)), ...expectationCells(of, t), cell(paceText(of, t)));
    const without = tested.withoutEach
      .filter((each) => each.without.site === site)
      .map((each) => {
        const rest = each.benchmark[site];
        const point = of.points.find(({ id }) => id === each.without.id);
        const label = WORDS.without[lang](point?.label ?? each.without.id);
        return row(
          cell(name),
          cell(label),
          ...(rest.kind === "band" ? expectationCells(rest, t) : SHOWN_MONTHS.map(() => cell(MISSING[lang]))),
          cell(rest.kind === "band" ? paceText(rest, t) : t.text(WORDS.tooFew)),
        );
      });
    return [whole, ...without];
  });
  return plainTable(
    {
      id: "benchmark",
      lang,
      title: t.text(WORDS.title),
      footnotes: [
        { text: t.text(WORDS.band) },
        ...(borrows ? [{ text: t.text(WORDS.borrowed) }] : []),
        { text: t.text(WORDS.notControl) },
      ],
    },
    [column("left"), column("left", true), ...SHOWN_MONTHS.map(() => column("right")), column("left", true)],
    [
      t.text(WORDS.site),
      t.text(WORDS.made),
      ...SHOWN_MONTHS.map((months) => WORDS.month[lang](months)),
      t.text(WORDS.pace),
    ],
    rows,
  );
}

/** Months since weaning that tables show. */
export const SHOWN_MONTHS = [6, 12, 24, 36, 60] as const;

const WORDS = {
  title: {
    en: "Change of bone density after weaning that is expected of one woman without a drug, %",
    zh: "未用药个体停止哺乳后骨密度的预期变化（%）",
  },
  pointsTitle: { en: "Values behind the benchmark", zh: "未用药变化范围所依据的数值" },
  site: { en: "Site", zh: "部位" },
  made: { en: "Made of", zh: "依据" },
  whole: { en: "all values", zh: "全部数值" },
  without: {
    en: (study: string) => `without ${study}`,
    zh: (study: string) => `去除${study}`,
  },
  month: {
    en: (months: number) => `Month ${months}`,
    zh: (months: number) => `${months}个月`,
  },
  pace: { en: "Course", zh: "变化过程" },
  tooFew: { en: "fewer than three studies: no band", zh: "研究少于3项，不给出范围" },
  band: {
    en: "Expected value with the range that 95% of women without a drug would lie in. Nothing is said before the first and after the last month that was measured.",
    zh: "预期值及 95% 未用药个体所在范围。首个与末个测量月份之外不作推断。",
  },
  borrowed: {
    en: "The femoral neck and the total hip borrow the time constant of the lumbar spine. Their ranges therefore rest on the studies of the spine too, and move when one of those is left out.",
    zh: "股骨颈与全髋借用腰椎的时间常数，其范围因此也依据腰椎研究，去除某项腰椎研究时随之改变。",
  },
  notControl: {
    en: "Not a control group: the women were not chosen at random, and weaning is assumed where reports do not give it.",
    zh: "并非对照组：病例非随机选择；原文未注明停止哺乳时间者按假定处理。",
  },
  selection: {
    en: "Healthy women recover a smaller loss than women with PLO; those who took no drug were not like those who did.",
    zh: "健康女性需恢复的丢失小于 PLO 患者；未用药者与用药者并不相似。",
  },
  study: { en: "Study", zh: "研究" },
  population: { en: "Women", zh: "人群" },
  months: { en: "Months since weaning", zh: "停止哺乳后月数" },
  women: { en: "n", zh: "例数" },
  change: { en: "Change, %", zh: "变化（%）" },
  use: { en: "In the band?", zh: "是否计入范围" },
  how: { en: "How it was come by", zh: "数值由来" },
  yes: { en: "Yes", zh: "是" },
  healthy: { en: "healthy", zh: "健康女性" },
  plo: { en: "PLO", zh: "PLO" },
} as const;

/** Why a value does not count in the band. */
export const LEFT_OUT_WORDS: Readonly<Record<LeftOut, Text>> = {
  siteNotStated: { en: "No: site not stated", zh: "否：部位未注明" },
  containsOthers: { en: "No: may contain the others", zh: "否：可能包含其他研究的病例" },
  rangeOnly: { en: "No: a range without a mean", zh: "否：仅有范围" },
  sameWomenLater: { en: "No: the same women later", zh: "否：同一批女性已按后一时间计入" },
  womenUnknown: { en: "No: number of women not given", zh: "否：未给出例数" },
  notInLiterature: { en: "No: not in this literature", zh: "否：本文献库中没有" },
  noNumber: { en: "No: no value or variance", zh: "否：无数值或方差" },
};

function siteHeading(of: SiteBenchmark, t: Terms): string {
  const { studies, women } = benchmarkSelection(of);
  const name = headed(evidenceSite(of.site, t));
  if (t.lang === "zh") return `${name}（${studies}项数值，${women}例）`;
  return `${name} (${studies} ${t.count(studies, "value", "values")}, ${women} ${t.count(women, "woman", "women")})`;
}

function pointRow(point: BenchmarkPoint, t: Terms): Row {
  const { percent, range, women, leftOut } = point;
  const change =
    percent !== undefined
      ? t.signed(percent, 1)
      : range === undefined
        ? MISSING[t.lang]
        : spanText(range[0], range[1], t);
  return row(
    cell(point.label),
    cell(t.text(WORDS[point.population])),
    cell(t.months(point.monthsSinceWeaning)),
    cell(women === undefined ? MISSING[t.lang] : String(women)),
    cell(change),
    cell(
      leftOut === undefined ? t.text(WORDS.yes) : t.text(LEFT_OUT_WORDS[leftOut]),
      leftOut === undefined ? {} : { tone: "quiet" },
    ),
    cell(headed(t.text(point.because))),
  );
}

function expectationCells(band: Extract<SiteBenchmark, { kind: "band" }>, t: Terms) {
  return SHOWN_MONTHS.map((months) => {
    const expectation = expectationAt(band, 0, months);
    return cell(expectation === undefined ? MISSING[t.lang] : expectationText(expectation, t));
  });
}

function expectationText({ expectedPercent, lowerPercent, upperPercent }: Expectation, t: Terms): string {
  const interval = spanText(lowerPercent, upperPercent, t);
  return t.lang === "zh"
    ? `${t.signed(expectedPercent, 1)}（${interval}）`
    : `${t.signed(expectedPercent, 1)} (${interval})`;
}

function spanText(lower: number, upper: number, t: Terms): string {
  return t.lang === "zh"
    ? `${t.signed(lower, 1)}～${t.signed(upper, 1)}`
    : `${t.signed(lower, 1)} to ${t.signed(upper, 1)}`;
}

function isBorrowed(of: SiteBenchmark): boolean {
  return of.kind === "band" && of.timeConstantFrom === "borrowed";
}

function paceText(band: Extract<SiteBenchmark, { kind: "band" }>, t: Terms): string {
  const asymptote = t.signed(band.asymptotePercent, 1);
  const pace = t.fixed(band.timeConstantMonths, 0);
  const borrowed = isBorrowed(band);
  if (t.lang === "zh") return `趋于${asymptote}%，时间常数${pace}个月${borrowed ? "（借自腰椎）" : ""}`;
  return `tends to ${asymptote}%, time constant ${pace} months${borrowed ? " (the spine's)" : ""}`;
}
