import type { Phrase, Terms, Text } from "@materbone/clinical";
import {
  type Benchmark,
  certaintyOf,
  type EvidenceRow,
  type Expectation,
  expectationAt,
  gradeProfileOf,
  type Literature,
  restsOnOthers,
  type StratumPool,
  type Synthesis,
  type TreatmentPool,
} from "@materbone/evidence";
import { headed } from "../figures/time-words.ts";
import { placesOf } from "./evidence-table.ts";
import { GRADE_WORDS, stratumName } from "./literature-words.ts";

/** A sentence of the paper on its Table 3, where it stands, and what this literature says to it. */
export type PaperConclusion = { readonly said: string; readonly place: string; readonly now: string };

/**
 * What the paper concluded from its Table 3 beside what the literature says now; the second column is counted anew from the
 * numbers.
 */
export function paperConclusions(
  literature: Literature,
  synthesis: Synthesis,
  benchmark: Benchmark,
  terms: Terms,
): readonly PaperConclusion[] {
  const facts = factsOf(literature, synthesis, benchmark, terms);
  return CONCLUSIONS.map(({ said, place, now }) => ({
    said: terms.text(said),
    place,
    now: now[terms.lang](facts, terms),
  }));
}

type Facts = {
  /** Studies of bisphosphonates in PLO, their values, and those in a pooled effect. */
  readonly studies: number;
  readonly values: number;
  readonly pooled: number;
  /** Changes at spine or hip that have a number, and those above nothing. */
  readonly changes: number;
  readonly gains: number;
  readonly expected: Expectation | undefined;
  readonly largest: Largest | undefined;
  readonly certainty: string | undefined;
  readonly trials: number;
};

type Largest = {
  readonly where: string;
  readonly studies: number;
  readonly women: number;
  readonly singles: number;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
};

/** Months that the expectation without a drug is given at. */
const MONTHS = 24;

function factsOf(literature: Literature, synthesis: Synthesis, benchmark: Benchmark, terms: Terms): Facts {
  const places = placesOf(synthesis);
  const rows = synthesis.rows.filter(
    ({ study, treatment }) =>
      study.population.kind === "plo" && treatment === "bisphosphonate" && !restsOnOthers(study),
  );
  const changes = rows.filter(({ outcome, reading }) => isChange(outcome) && reading?.value !== undefined);
  const spine = benchmark.lumbarSpine;
  const profile = gradeProfileOf(literature.grade, {
    site: "lumbarSpine",
    metric: "percentChange",
    treatment: "bisphosphonate",
  });
  return {
    studies: new Set(rows.map(({ study }) => study.id)).size,
    values: rows.length,
    pooled: rows.filter((row) => places.get(row) === "pooled").length,
    changes: changes.length,
    gains: changes.filter(({ reading }) => (reading?.value ?? 0) > 0).length,
    expected: spine.kind === "band" ? expectationAt(spine, 0, MONTHS) : undefined,
    largest: largestOf(synthesis, terms),
    certainty: profile === undefined ? undefined : terms.text(GRADE_WORDS[certaintyOf(profile)]),
    trials: literature.studies.filter(({ design, population }) => design === "trial" && population.kind === "plo")
      .length,
  };
}

function isChange({ metric, reference }: EvidenceRow["outcome"]): boolean {
  return (metric === "percentChange" || metric === "annualPercentChange") && reference !== "lastOnDrug";
}

/** The pooled effect of bisphosphonates at the lumbar spine with the most studies. */
function largestOf({ strata }: Synthesis, terms: Terms): Largest | undefined {
  const effects = strata.flatMap(({ stratum, pools }: StratumPool) =>
    pools
      .filter(({ treatment }) => treatment === "bisphosphonate" && stratum.site === "lumbarSpine")
      .flatMap((pool) => effectOf(headed(stratumName(stratum, terms)), pool)),
  );
  return effects.toSorted((a, b) => b.studies - a.studies)[0];
}

function effectOf(where: string, { rows, withSingles }: TreatmentPool): readonly Largest[] {
  const coefficient = withSingles.kind === "pooled" ? withSingles.fit.coefficients[0] : undefined;
  if (withSingles.kind === "notPooled" || coefficient === undefined) return [];
  return [
    {
      where,
      studies: rows.length,
      women: withSingles.women,
      singles: rows.filter(({ isSingleWomen }) => isSingleWomen).length,
      estimate: coefficient.estimate,
      lower: coefficient.ciLower,
      upper: coefficient.ciUpper,
    },
  ];
}

/** Lines of the paper as in the claims of the example `qingdao-2016-2019`. */
const CONCLUSIONS: readonly { readonly said: Text; readonly place: string; readonly now: Phrase<Facts> }[] = [
  {
    said: {
      en: "Nine studies report that bisphosphonates work in more than 30 women with PLO.",
      zh: "9项研究报告了双膦酸盐对30余例PLO患者的有效性。",
    },
    place: "l.411-415",
    now: {
      en: ({ studies, values, pooled }, t) =>
        `${studies} ${t.count(studies, "report", "reports")} of bisphosphonates in PLO without another drug or a break, ${values} ${t.count(values, "value", "values")}. ${pooled} of them can be pooled; for each of the others the reason is listed.`,
      zh: ({ studies, values, pooled }) =>
        `未联用其他药物、未中断用药的双膦酸盐治疗PLO报告共${studies}篇，${values}个数值，其中${pooled}个可合并，其余均列出原因。`,
    },
  },
  {
    said: {
      en: "After 1 to 4 years of treatment the BMD of lumbar spine and femur rose, by different amounts.",
      zh: "治疗1年到4年不等时间后，腰椎及股骨BMD均有不同程度增加。",
    },
    place: "l.421-423",
    now: {
      en: ({ changes, gains, expected }, t) => {
        const without =
          expected === undefined
            ? ""
            : ` Without a drug one woman would be expected at ${t.signed(expected.expectedPercent, 1)}% (${t.signed(expected.lowerPercent, 1)} to ${t.signed(expected.upperPercent, 1)}) at the lumbar spine ${MONTHS} months after weaning.`;
        return `${gains} of ${changes} changes with a number are gains. Reports of a gain are published more readily.${without}`;
      },
      zh: ({ changes, gains, expected }, t) => {
        const without =
          expected === undefined
            ? ""
            : `未用药个体停止哺乳后${MONTHS}个月腰椎的预期变化为${t.signed(expected.expectedPercent, 1)}%（${t.signed(expected.lowerPercent, 1)}%～${t.signed(expected.upperPercent, 1)}%）。`;
        return `${changes}个有数值的变化中${gains}个为增加；增加者更易发表。${without}`;
      },
    },
  },
  {
    said: {
      en: "A large body of clinical evidence proves that bisphosphonates raise BMD.",
      zh: "大量临床证据证明双膦酸盐可提高BMD。",
    },
    place: "l.587-604",
    now: {
      en: ({ largest, certainty }, t) => {
        const most =
          largest === undefined
            ? "No two reports can be pooled at the lumbar spine."
            : `The most studies stand in “${largest.where}”: ${largest.studies}, with ${largest.women} ${t.count(largest.women, "woman", "women")}, ${largest.singles} of the studies single women; ${t.signed(largest.estimate, 1)}% (95% CI ${t.signed(largest.lower, 1)} to ${t.signed(largest.upper, 1)}).`;
        return `${most} Recovery after weaning is in the same numbers.${certaintyEn(certainty)}`;
      },
      zh: ({ largest, certainty }, t) => {
        const most =
          largest === undefined
            ? "腰椎尚无两篇报告可合并。"
            : `研究最多的一层为“${largest.where}”：${largest.studies}项研究、${largest.women}例，其中${largest.singles}项为单例；${t.signed(largest.estimate, 1)}%（95%CI ${t.signed(largest.lower, 1)}%～${t.signed(largest.upper, 1)}%）。`;
        return `${most}上述数值同时含停止哺乳后的自然恢复。${certaintyZh(certainty)}`;
      },
    },
  },
  {
    said: {
      en: "Bisphosphonates can therefore be the first choice for PLO.",
      zh: "故其可作为PLO治疗的首选药物。",
    },
    place: "l.587-604",
    now: {
      en: ({ trials }, t) =>
        `${trials === 0 ? "No randomised trial" : `${trials} randomised ${t.count(trials, "trial", "trials")}`} in PLO ${t.count(trials, "is", trials === 0 ? "is" : "are")} in this literature. Treatments are pooled apart, of different women at different times; which comes first cannot be told from them.`,
      zh: ({ trials }) =>
        `本文献库${trials === 0 ? "没有" : `有${trials}项`}PLO随机试验。各治疗分别合并，病例与时间均不相同，无法据此比较优先次序。`,
    },
  },
];

function certaintyEn(certainty: string | undefined): string {
  return certainty === undefined ? "" : ` Certainty (GRADE): ${certainty}.`;
}

function certaintyZh(certainty: string | undefined): string {
  return certainty === undefined ? "" : `证据质量（GRADE）：${certainty}。`;
}
