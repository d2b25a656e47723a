import {
  AGENTS,
  assess,
  bmdResponses,
  type CaseView,
  checkRegimen,
  considerInstead,
  createTerms,
  definitions,
  delays,
  exposures,
  findings,
  followUpPlan,
  type Lang,
  type LscSource,
  openCase,
  openSeries,
  readCase,
  readiness,
  readSeries,
  type Series,
  sayFinding,
  sayFollowUpTask,
  sayProblem,
  sayReason,
  sensitivity,
  testClaims,
} from "@materbone/clinical";
import { shippedLiterature, testedBenchmark } from "@materbone/evidence";
import {
  bandOfWoman,
  bandSiteOf,
  benchmarkTable,
  bmdTrendFigure,
  laboratoryFigure,
  renderCsv,
  renderHtml,
  renderMarkdown,
  renderText,
  reportHtml,
  reportSummary,
  responseTable,
  sayComparability,
  seriesFigure,
  spineFigure,
  table1,
  table2,
  table3,
  zLadderFigure,
} from "@materbone/report";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { damaged, damages, examples, type Json, women } from "./damage.fixture.ts";
import { InputError } from "./input/input-error.ts";
import { sayInputProblem } from "./input/input-words.ts";
import { linesOf, readJsonText } from "./input/json-text.ts";

const LANGS: readonly Lang[] = ["zh", "en"];
const benchmark = testedBenchmark(shippedLiterature);
const SOURCES: readonly LscSource[] = [
  { kind: "paper" },
  { kind: "minimum" },
  {
    kind: "centre",
    sites: { totalHip: { kind: "rmsSd", rmsSdGPerCm2: 0.01 }, femoralNeck: { kind: "cv", cvPercent: 2 } },
  },
];
/** Words that a sentence with a fact missing would hold. */
const LEFT_OVER = /\bundefined\b|\bNaN\b|\[object /;

/** Refusals must say something in both languages; nothing may be thrown. */
function sayRefusal(problems: readonly Parameters<typeof sayProblem>[0][]): void {
  for (const lang of LANGS) {
    for (const problem of problems) expect(sayProblem(problem, createTerms(lang)).length).toBeGreaterThan(3);
  }
}

function judge(view: CaseView): void {
  const said: string[] = [];
  for (const lang of LANGS) {
    const terms = createTerms(lang);
    for (const definition of definitions) {
      for (const { because, missing } of assess(view, definition).criteria) {
        for (const reason of [...because, ...missing]) said.push(sayReason(reason, terms));
      }
    }
    for (const signal of considerInstead(view)) said.push(...signal.because.map((reason) => sayReason(reason, terms)));
    for (const source of SOURCES) {
      for (const one of bmdResponses(view, source))
        said.push(...one.reasons.map((reason) => sayComparability(reason, terms)));
    }
    said.push(...followUpPlan(view).items.map(({ task }) => sayFollowUpTask(task, terms)));
  }
  sensitivity(view);
  exposures(view);
  delays(view);
  for (const agent of AGENTS) readiness(view, agent);
  for (const { entry } of view.treatments) checkRegimen(entry.agent, entry.dose, entry.route);
  for (const sentence of said) expect(sentence).not.toMatch(LEFT_OVER);
}

function print(series: Series): void {
  const view = openSeries(series);
  for (const lang of LANGS) {
    const ofWomen = view.cases.flatMap((woman) => [
      responseTable(woman, { kind: "minimum" }, lang),
      benchmarkTable(woman, { kind: "minimum" }, benchmark.benchmark, lang),
    ]);
    for (const table of [table1(series, lang), table2(series, lang), table3(series, lang), ...ofWomen]) {
      for (const text of [
        renderText(table, { width: 80 }),
        renderCsv(table),
        renderMarkdown(table),
        renderHtml(table),
      ]) {
        expect(text.length).toBeGreaterThan(0);
      }
    }
    reportSummary({ series: view, lsc: { kind: "paper" }, benchmark }, lang);
    seriesFigure(view, { lang });
    for (const woman of view.cases) {
      for (const figure of [laboratoryFigure, spineFigure, zLadderFigure]) drawn(figure(woman, { lang }).svg);
      for (const quantity of ["gPerCm2", "percent", "z"] as const) {
        const band = bandOfWoman(woman, bandSiteOf(woman), benchmark.benchmark);
        drawn(bmdTrendFigure(woman, { lang, lsc: { kind: "paper" }, quantity, benchmark: band }).svg);
      }
    }
  }
}

/** A drawing holds no number that is none, which a browser would drop without a word. */
function drawn(svg: string): void {
  expect(svg).not.toMatch(/="[^"]*\b(NaN|Infinity|undefined)\b/);
}

function ask(series: Series): void {
  const found = findings(series);
  testClaims(openSeries(series));
  for (const lang of LANGS) {
    for (const one of found) {
      const message = sayFinding(one, createTerms(lang));
      expect(message).not.toMatch(LEFT_OVER);
      expect(message.length).toBeGreaterThan(3);
    }
  }
}

/** How many documents were read and how many refused: both have to happen, or the test tests nothing. */
function tally(): { readonly count: (kind: "read" | "refused") => void; readonly check: () => void } {
  const seen = { read: 0, refused: 0 };
  return {
    count: (kind) => {
      seen[kind]++;
    },
    check: () => {
      expect(seen.read).toBeGreaterThan(10);
      expect(seen.refused).toBeGreaterThan(10);
    },
  };
}

describe("a damaged record is answered or refused", () => {
  it("one woman, by every judgement", () => {
    const { count, check } = tally();
    fc.assert(
      fc.property(fc.constantFrom(...women), damages, (woman: Json, all) => {
        const result = readCase(damaged(woman, all));
        count(result.kind);
        if (result.kind === "refused") return sayRefusal(result.problems);
        judge(openCase(result.value));
      }),
      { numRuns: 200 },
    );
    check();
  });

  it("a series, by every rule and claim", () => {
    const { count, check } = tally();
    fc.assert(
      fc.property(fc.constantFrom(...examples), damages, (series: Json, all) => {
        const result = readSeries(damaged(series, all.slice(0, 6)));
        count(result.kind);
        if (result.kind === "refused") return sayRefusal(result.problems);
        ask(result.value);
      }),
      { numRuns: 60 },
    );
    check();
  });

  it("one woman, in every table and figure", () => {
    const { count, check } = tally();
    fc.assert(
      fc.property(fc.constantFrom(...women), damages, (woman: Json, all) => {
        const result = readSeries(alone(damaged(woman, all)));
        count(result.kind);
        if (result.kind === "read") print(result.value);
      }),
      { numRuns: 80 },
    );
    check();
  });

  it("one woman, in the whole report", () => {
    const { count, check } = tally();
    fc.assert(
      fc.property(fc.constantFrom(...women), damages, fc.constantFrom(...LANGS), (woman: Json, all, lang) => {
        const result = readSeries(alone(damaged(woman, all)));
        count(result.kind);
        if (result.kind === "refused") return;
        const page = reportHtml({ series: openSeries(result.value), lsc: { kind: "paper" }, benchmark }, lang);
        expect(page).not.toMatch(/>\s*(NaN|undefined|\[object Object\])\s*</);
      }),
      { numRuns: 60 },
    );
    check();
  });
});

/** A series of one woman, with the devices that the women of the examples were scanned on. */
function alone(woman: Json): object {
  const densitometers = examples.flatMap((series) => {
    const { methods } = series as { readonly methods?: { readonly densitometers?: readonly object[] } };
    return methods?.densitometers ?? [];
  });
  return { schema: "materbone/series/1", id: "s", title: "S", methods: { densitometers }, cases: [woman] };
}

describe("a damaged text is read or refused", () => {
  const text = JSON.stringify(women[0], null, 2);
  const slip = fc.tuple(
    fc.nat(),
    fc.nat({ max: 40 }),
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 5 }),
      fc.constantFrom('"', "{", "]", ",", "\\", "\n", "[".repeat(500)),
    ),
  );

  it("at any place, with every problem told in both languages", () => {
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
        const broken = slips.reduce((current, [at, length, put]) => {
          const start = at % (current.length + 1);
          return current.slice(0, start) + put + current.slice(start + length);
        }, text);
        const json = readJsonText(broken, "a.json");
        if (json.kind === "refused") {
          expect(() => new InputError(json.problems)).not.toThrow();
          for (const lang of LANGS)
            for (const problem of json.problems)
              expect(sayInputProblem(problem, createTerms(lang))).toMatch(/^a\.json:\d+/);
          return;
        }
        const result = readCase(json.value);
        if (result.kind === "read") return;
        const places = result.problems.map((problem) => problem.at);
        const lines = broken.split("\n").length;
        const lineOf = linesOf(broken, places);
        for (const place of places) {
          expect(lineOf(place)).toBeGreaterThanOrEqual(1);
          expect(lineOf(place)).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 500 },
    );
  });
});
