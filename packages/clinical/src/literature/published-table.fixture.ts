import type { Study } from "../record/study.ts";

/** The nine studies of Table 3 of the source paper (l.438-515) with what the tests need of their primary abstracts. */
export function publishedStudies(): Study[] {
  return [
    {
      id: "li",
      authors: "Li",
      women: 12,
      meanAgeYears: 31,
      diagnosis: { months: 1.5, statistic: "median" },
      regimens: [{ agent: "alendronate" }, { agent: "zoledronicAcid" }],
      effects: [
        { site: "lumbarSpine", metric: "percentChange", atMonths: 6, percent: "11.5", statistic: "median" },
        { site: "femoralNeck", metric: "percentChange", atMonths: 6, percent: "5.2", statistic: "notStated" },
        { site: "totalHip", metric: "percentChange", atMonths: 6, percent: "3.6", statistic: "notStated" },
      ],
    },
    {
      id: "laroche",
      authors: "Laroche",
      women: 7,
      meanAgeYears: 32.1,
      diagnosis: { months: [-3, 2], statistic: "range" },
      regimens: [{ agent: "risedronate" }, { agent: "alendronate" }, { agent: "zoledronicAcid" }],
      effects: [
        { site: "spine", metric: "annualPercentChange", atMonths: 12, percent: "10.2", statistic: "mean" },
        { site: "femoralNeck", metric: "annualPercentChange", atMonths: 12, percent: "2.6", statistic: "mean" },
      ],
      primary: { document: "10.1007/s00198-017-4165-2", meanAgeYears: 32.1, ageOfWomen: 52 },
    },
    {
      id: "osullivan",
      authors: "O'Sullivan",
      women: 5,
      meanAgeYears: 30,
      diagnosis: { months: 1, statistic: "notStated" },
      regimens: [{ agent: "alendronate" }, { agent: "zoledronicAcid" }, { agent: "pamidronate" }],
      effects: [
        { site: "spine", metric: "percentChange", atMonths: 12, percent: "2", statistic: "notStated" },
        { site: "spine", metric: "percentChange", atMonths: 24, percent: "11", statistic: "notStated" },
      ],
      primary: {
        document: "10.1007/s00198-006-0112-3",
        agents: ["bisphosphonateUnspecified"],
        effects: [{ site: "lumbarSpine", metric: "percentChange", atMonths: 24, percent: "23", statistic: "mean" }],
      },
    },
    {
      id: "hellmeyer",
      authors: "Hellmeyer",
      women: 1,
      meanAgeYears: 28,
      diagnosis: { months: 2, statistic: "singleWoman" },
      regimens: [
        { agent: "ibandronate", dose: { amount: 2, unit: "mg", per: "3 months" }, route: "intravenousInjection" },
      ],
      effects: [
        { site: "lumbarSpine", metric: "percentChange", atMonths: 24, percent: "20.9", statistic: "singleWoman" },
        { site: "femoralNeck", metric: "percentChange", atMonths: 24, percent: "2.7", statistic: "singleWoman" },
      ],
    },
    {
      id: "grizzo",
      authors: "Grizzo",
      women: 1,
      meanAgeYears: 31,
      diagnosis: { months: 1.4, statistic: "singleWoman" },
      regimens: [{ agent: "zoledronicAcid" }],
      effects: [
        { site: "spine", metric: "percentChange", atMonths: 6, percent: "14.7", statistic: "singleWoman" },
        { site: "totalHip", metric: "percentChange", atMonths: 6, percent: "2.8", statistic: "singleWoman" },
        { site: "spine", metric: "percentChange", atMonths: 12, percent: "28.3", statistic: "singleWoman" },
        { site: "totalHip", metric: "percentChange", atMonths: 12, percent: "1.1", statistic: "singleWoman" },
      ],
    },
    {
      id: "kabi",
      authors: "Kabi",
      women: 1,
      meanAgeYears: 27,
      diagnosis: { months: [-1, 0], statistic: "singleWoman" },
      regimens: [{ agent: "alendronate", dose: { amount: 10, unit: "mg", per: "day" } }],
      effects: [
        { site: "lumbarSpine", metric: "percentChange", atMonths: 24, percent: "27.2", statistic: "singleWoman" },
      ],
    },
    {
      id: "di-gregorio",
      authors: "Di Gregorio",
      women: 3,
      meanAgeYears: 34,
      diagnosis: { months: 4, statistic: "median" },
      regimens: [
        { agent: "pamidronate", dose: { amount: 200, unit: "mg", per: "day" } },
        { agent: "alendronate", dose: { amount: 10, unit: "mg", per: "day" } },
      ],
      effects: [
        { site: "lumbarSpine", metric: "annualPercentChange", atMonths: 12, percent: "20.7", statistic: "mean" },
        { site: "femoralNeck", metric: "annualPercentChange", atMonths: 12, percent: "27.6", statistic: "mean" },
      ],
    },
    {
      id: "choe",
      authors: "Choe",
      women: 1,
      meanAgeYears: 36,
      diagnosis: { months: 5, statistic: "singleWoman" },
      regimens: [{ agent: "alendronate", dose: { amount: 70, unit: "mg", per: "week" } }],
      effects: [
        { site: "L4", metric: "percentChange", atMonths: 12, percent: "17.53", statistic: "singleWoman" },
        { site: "femur", metric: "percentChange", atMonths: 12, percent: "14.53", statistic: "singleWoman" },
      ],
      primary: { document: "10.1007/s00774-011-0334-0", agents: ["teriparatide"] },
    },
    {
      id: "tanriover",
      authors: "Tanriover",
      women: 1,
      meanAgeYears: 23,
      diagnosis: { months: 2, statistic: "singleWoman" },
      regimens: [{ agent: "ibandronate" }],
      effects: [
        { site: "lumbarSpine", metric: "percentChange", atMonths: 36, percent: "9.9", statistic: "singleWoman" },
      ],
      primary: { document: "abstract of 2009", agents: ["alendronate", "strontiumRanelate"] },
    },
  ];
}
