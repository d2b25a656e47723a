import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import multilevel from "../../golden/meta-multilevel.json" with { type: "json" };
import univariate from "../../golden/meta-univariate.json" with { type: "json" };
import { readDataTable } from "./data-table.ts";
import { fitText } from "./fit-text.ts";
import { readModel } from "./read-model.ts";
import { runModel } from "./run-model.ts";
import { csvText, type Table } from "./run-text.fixture.ts";

const bcg = univariate.datasets.bcg_logRR.columns as Table;
const repeated = multilevel.datasets.synthetic_plo_repeated.columns as Table;
/** Five women at four visits, invented. */
const visits: Table = {
  id: Array.from({ length: 20 }, (_, i) => `P${Math.floor(i / 4)}`),
  years: Array.from({ length: 20 }, (_, i) => (i % 4) * 0.5),
  drug: Array.from({ length: 20 }, (_, i) => ["a", "b", "c"][Math.floor(i / 4) % 3]),
  bmd: [7.1, 7.3, 7.6, 7.7, 6.2, 6.3, 6.9, 6.8, 8.1, 8.4, 8.3, 8.9, 7.4, 7.3, 7.9, 8.2, 6.9, 7.2, 7.1, 7.7],
};

const fits: readonly (readonly [string, Table, object])[] = [
  [
    "a pooled effect",
    bcg,
    {
      extras: [
        ...[
          "leaveOneOut",
          "influence",
          "blup",
          "residuals",
          "egger",
          "rankTest",
          "trimAndFill",
          "failsafe",
          "henmiCopas",
        ],
        ...["excessSignificance", { kind: "subgroups", column: "alloc" }, { kind: "predict", at: [{}] }],
        { kind: "bayes", tau: { kind: "halfNormal", scale: 0.5 } },
      ],
    },
  ],
  [
    "a meta-regression",
    bcg,
    {
      moderators: "~ alloc + ablat",
      omnibus: ["alloc"],
      hypotheses: [{ weights: { ablat: 10 } }, { weights: { allocrandom: 1 } }],
      robust: { cluster: "year", type: "CR1" },
      test: "knha",
    },
  ],
  [
    "a multilevel model",
    repeated,
    {
      moderators: "~ months",
      random: "~ 1 | study/es",
      sampling: { rho: 0.5, cluster: "study" },
      robust: { cluster: "study", type: "CR0" },
      extras: ["profile", "blup", { kind: "predict", at: [{ months: 12 }] }],
    },
  ],
  [
    "a mixed model",
    visits,
    {
      mixed: { formula: "bmd ~ years + drug + (1 | id)" },
      omnibus: ["drug"],
      hypotheses: [{ weights: { years: 2 } }],
      extras: ["blup", "profile", { kind: "shrunkenSlopes", time: "years", measurementSd: 0.1 }],
    },
  ],
];

/** What only a program has a use for, or follows from what is shown. */
const NOT_SHOWN =
  /^\/(?:vcov|iterations|data|p|qeDf|qmDf|model\/level|rows\/\d+\/row)\b|\/(?:sei|covariance)\b|\/df\/|\/(?:sigma2?|variance)$/;

describe.each(fits)("the text of %s", (_name, columns, model) => {
  it.each(["en", "zh"] as const)("shows every number that its JSON has: %s", (lang) => {
    const terms = createTerms(lang);
    const table = readDataTable(csvText(columns));
    const read = readModel(model);
    if (table.kind === "refused" || read.kind === "refused") throw new Error("not read");
    const run = runModel(read.model, table.table, terms);
    if (run.kind === "refused") throw new Error(JSON.stringify(run.problems));
    const shown = numbersIn(fitText(run.output, terms));
    const missing = [...numbersOf(run.output, "")].filter(
      ([at, value]) => !NOT_SHOWN.test(at) && Math.abs(value) >= 0.0001 && !shown.some((one) => isRounded(one, value)),
    );
    expect(missing).toEqual([]);
  });
});

type Shown = { readonly value: number; readonly decimals: number };

function numbersIn(text: string): readonly Shown[] {
  return [...text.replaceAll("\u2212", "-").matchAll(/-?\d+(?:\.(\d+))?(?:e([+-]?\d+))?/g)].map(
    ([all, decimals, power]) => ({
      value: Number(all),
      decimals: (decimals?.length ?? 0) - Number(power ?? 0),
    }),
  );
}

function isRounded({ value, decimals }: Shown, exact: number): boolean {
  return (
    Math.abs(value - exact) <= 0.501 * 10 ** -decimals &&
    (decimals > 0 || Number.isInteger(exact) || Math.abs(exact) > 1e4)
  );
}

function* numbersOf(node: unknown, at: string): Generator<readonly [string, number]> {
  if (typeof node === "number") yield [at, node];
  else if (typeof node === "object" && node !== null) {
    for (const [key, value] of Object.entries(node)) yield* numbersOf(value, `${at}/${key}`);
  }
}
