import { type CaseRecord, type Lang, openSeries, type Series, seriesSchema } from "@materbone/clinical";
import { shippedLiterature, testedBenchmark } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import case1 from "../../../../examples/qingdao-2016-2019/cases/case-1.json" with { type: "json" };
import case2 from "../../../../examples/qingdao-2016-2019/cases/case-2.json" with { type: "json" };
import case3 from "../../../../examples/qingdao-2016-2019/cases/case-3.json" with { type: "json" };
import head from "../../../../examples/qingdao-2016-2019/series.json" with { type: "json" };
import { renderText } from "../tables/render-text.ts";
import { reportHtml } from "./report-html.ts";
import { reportSummary } from "./report-summary.ts";
import { COMPUTED, REPORT_WORDS } from "./words.ts";

const LANGS: readonly Lang[] = ["zh", "en"];
const PAPER = { kind: "paper" } as const;
const MINIMUM = { kind: "minimum" } as const;
const benchmark = testedBenchmark(shippedLiterature);

function published(): Series {
  return seriesSchema.parse(structuredClone({ ...head, cases: [case1, case2, case3] }));
}

function page(series: Series, lang: Lang, lsc: typeof PAPER | typeof MINIMUM = PAPER): string {
  return reportHtml({ series: openSeries(series), lsc, benchmark }, lang);
}

/** Tags that never close. */
const VOID = new Set(["br", "meta", "rect", "path", "line", "circle", "polygon", "polyline"]);

/** Names of elements left open or closed out of turn. */
function unbalanced(markup: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const withoutStyle = markup.replace(/<style>[\s\S]*?<\/style>/, "");
  for (const [, slash, name = "", rest] of withoutStyle.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>/g)) {
    if (slash === "/") {
      if (open.pop() !== name) wrong.push(name);
    } else if (!VOID.has(name) && !rest?.endsWith("/")) open.push(name);
  }
  return [...wrong, ...open];
}

describe("reportHtml of the published series", () => {
  it.each(LANGS)("is one closed, self-contained page (%s)", (lang) => {
    const markup = page(published(), lang);
    expect(markup.startsWith("<!doctype html>\n<html lang=")).toBe(true);
    expect(markup).toContain("default-src &#39;none&#39;");
    expect(markup).not.toMatch(/<script|<link|<img|<iframe|javascript:|@import|url\(/i);
    // The name space of SVG is the only address in the page.
    expect(markup.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/(?:src|href|xlink:href)="(?!#)/);
    expect(unbalanced(markup)).toEqual([]);
  });

  it.each(LANGS)("has no id twice, and every link leads to one (%s)", (lang) => {
    const markup = page(published(), lang);
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of markup.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it.each(LANGS)("puts findings first, then claims, women, tables and methods (%s)", (lang) => {
    const markup = page(published(), lang);
    const order = [
      "summary",
      "findings",
      "claims",
      "woman-case-1",
      "woman-case-3",
      "tables",
      "series-figure",
      "methods",
    ];
    const places = order.map((id) => markup.indexOf(`id="${id}"`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it.each(LANGS)("states research use at the top, at the foot and on every printed page (%s)", (lang) => {
    const markup = page(published(), lang);
    expect(markup.split(REPORT_WORDS.banner[lang])).toHaveLength(3);
    expect(markup).toContain(`@bottom-left{content:"${REPORT_WORDS.printFooter[lang]}"`);
    for (const rule of COMPUTED) expect(markup).toContain(rule[lang]);
  });

  it("shows the printed numbers of every part", () => {
    const markup = page(published(), "en");
    for (const number of ["+37.02%", "+16.60%", "+15.86%", "−4.2 (lumbar spine)", "43.70", "17.53"]) {
      expect(markup).toContain(number);
    }
    expect(markup).toContain("not met: bone density");
    expect(markup).toContain("hangs on: other causes excluded");
  });

  it("names the LSC in use and what the other one would change", () => {
    expect(page(published(), "en", PAPER)).toContain(
      "With the minimum acceptable in-vivo precision: Total hip (after 1st treatment → after 2nd treatment, LSC 5.00%) goes from “loss” to “no change”.",
    );
    expect(page(published(), "en", MINIMUM)).toContain(
      "Least significant change in use: lumbar spine 5.30%, femoral neck 6.90%, total hip 5.00% (from the minimum acceptable in-vivo precision).",
    );
    expect(page(published(), "zh", MINIMUM)).toContain("股骨颈（治疗前 → 治疗后，LSC 2.77%）由“无显著变化”变为“升高”");
  });
});

describe("the change without a drug in the report", () => {
  it.each([
    [
      "en",
      "Beside the change without a drug",
      "lies above the band of change without a drug",
      "may still not be the drug",
      "Above the band of change without a drug",
    ],
    ["zh", "与未用药者变化的比较", "高于未用药变化范围（", "未必由药物所致", "高于未用药变化范围</p>"],
  ] as const)("is said of every woman, drawn in her figure, and named among the methods (%s)", (lang, ...words) => {
    const markup = page(published(), lang);
    for (const each of words) expect(markup).toContain(each);
    expect(markup.split(`<h3>${words[0]}</h3>`)).toHaveLength(1 + 3);
    expect(markup).toContain('fill="#4f6d9e" fill-opacity="0.16"');
    expect(markup).toContain("Liel and Atar");
    expect(markup).toContain("Iwamoto 2012");
    expect(markup).not.toMatch(/due to the drug|由药物引起/);
  });
});

describe("reportHtml of other series", () => {
  it("carries no markup out of a record", () => {
    const attack = `"><script>alert(1)</script><img src=x onerror=alert(2)>'--></style>`;
    const hostile = hostileText(published(), attack);
    for (const lang of LANGS) {
      const markup = page(hostile, lang);
      expect(markup).not.toMatch(/<script|<img/i);
      expect(markup).toContain("&lt;script&gt;");
      expect(unbalanced(markup)).toEqual([]);
    }
  });

  it("reports a series without women, and a woman without data", () => {
    const empty: Series = { schema: published().schema, id: "none", title: "none", cases: [] };
    const bare: CaseRecord = { schema: "materbone/case/1", id: "bare" };
    for (const lang of LANGS) {
      expect(unbalanced(page(empty, lang))).toEqual([]);
      const markup = page({ ...empty, cases: [bare] }, lang);
      expect(unbalanced(markup)).toEqual([]);
      expect(markup).toContain(REPORT_WORDS.noResponses[lang]);
      expect(markup).toContain(REPORT_WORDS.noTreatment[lang]);
    }
  });

  it("says so when records are synthetic", () => {
    const series = published();
    expect(page({ ...series, origin: "synthetic" }, "en")).toContain(REPORT_WORDS.synthetic.en);
    expect(page(series, "en")).not.toContain(REPORT_WORDS.synthetic.en);
  });
});

describe("reportSummary", () => {
  it("has the verdicts of both readings and the spine of every woman", () => {
    const text = renderText(reportSummary({ series: openSeries(published()), lsc: PAPER, benchmark }, "en"), {
      width: 240,
    });
    expect(text).toMatch(/Case 1 +L4 +undecided +undecided +\+37\.02%, not comparable/);
    expect(text).toMatch(/Case 2 +T6, T8, T10, T11 +undecided +not consistent with PLO +\+16\.60%, gain/);
    expect(text).toMatch(/Case 3 +T9, T11, T12 +undecided +undecided +\+15\.86%, gain/);
  });
});

/** The series with every free text of it replaced. */
function hostileText(series: Series, text: string): Series {
  const cases = series.cases.map((record) => ({
    ...record,
    label: `${record.id} ${text}`,
    scans: (record.scans ?? []).map((scan) => ({ ...scan, label: text })),
    treatments: (record.treatments ?? []).map((treatment) => ({ ...treatment, name: text, brand: text })),
    comorbidities: [{ condition: "other" as const, name: text }],
  }));
  const claims = (series.claims ?? []).map((claim) => ({
    ...claim,
    place: text,
    ...("words" in claim ? { words: text } : {}),
  }));
  return { ...series, title: text, centre: text, cases, claims };
}
