import { compileQuery, funnelOf, mergeResults, planDefinition, readAnswer, suppressed } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import { delivery, event, person, SMALL_COHORT } from "../../../finder/src/plan/small-cohort.fixture.ts";
import { worklistHtml } from "./worklist-html.ts";

const ask = compileQuery(planDefinition(SMALL_COHORT));
const rows = mergeResults([
  ask({
    person: [{ ...person(1), source_id: "<img src=x onerror=alert(1)>" }],
    event: [
      delivery(1, "2024-03-10"),
      event(1, "2024-04-02", "ICD-10|M54.5"),
      event(1, "2024-06", "ICD-10|M80.88XA"),
      event(1, "2025-09", "ATC|M05BA08", { kind: "drug" }),
      event(1, "2024-07-01", "LOINC|85394-5", { value: -2.6, unit: "1", kind: "measurement" }),
      event(1, null, 'local|"><script>', { kind: "imaging" }),
    ],
    ancestor: [],
  }),
]);
const page = {
  answer: readAnswer(SMALL_COHORT, rows),
  funnel: suppressed(funnelOf(rows, SMALL_COHORT)),
  definition: SMALL_COHORT,
};

describe("worklistHtml", () => {
  it.each([
    ["en", "A candidate is a question to a doctor, never a diagnosis.", "113 days (3 months) after delivery"],
    ["zh", "绝不是诊断", "产后 113 天（3 个月）"],
  ] as const)("says in %s what a candidate is and when each event was", (lang, notice, when) => {
    const html = worklistHtml(page, lang);
    expect(html).toContain(notice);
    expect(html).toContain(when);
    expect(html).toContain("default-src &#39;none&#39;");
  });

  it("escapes every word of the data and loads nothing", () => {
    const html = worklistHtml(page, "en");
    expect(html).not.toContain("<img");
    expect(html).not.toContain("<script");
    expect(html).not.toMatch(/\b(?:src|href)="(?!#)/);
  });

  it("marks what is only possible by its form, not by colour alone", () => {
    const html = worklistHtml(page, "en");
    // A drug dated September 2025 may lie after the 18 months of the clock, but lies in the two years of its tier.
    expect(html).toMatch(/<rect [^>]*height="10"/);
    expect(html).toMatch(/<circle [^>]*fill="var\(--accent\)"/);
  });

  it("counts nobody beside the funnel, and says that the list stays inside", () => {
    const html = worklistHtml(page, "zh");
    expect(html).toContain("仅限院内使用");
    expect(html).not.toContain('tiles"');
    expect(html).not.toContain("名候选者");
  });

  it("names a code system that is an address by its speaking part, and keeps the whole", () => {
    const system = "https://hospital.example/fhir/CodeSystem/back-pain";
    const candidates = page.answer.candidates.map((candidate) => ({
      ...candidate,
      evidence: candidate.evidence.map((line) => (line.code === "M54.5" ? { ...line, system } : line)),
    }));
    const html = worklistHtml({ ...page, answer: { candidates } }, "en");
    expect(html).toContain(`title="${system} M54.5">back-pain M54.5`);
    expect(html.replaceAll(/ title="[^"]*"/g, "")).not.toContain(system);
  });

  it("hides small cells of the funnel and says so of an empty worklist", () => {
    expect(worklistHtml(page, "en")).toContain("&lt;11");
    expect(worklistHtml({ ...page, answer: { candidates: [] } }, "zh")).toContain("没有候选者");
  });
});
