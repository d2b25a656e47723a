import { createTerms } from "@materbone/clinical";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CriterionLeaf, ResolvedDefinition } from "../definition/definition-schema.ts";
import { compileQuery } from "../evaluate/compile-query.ts";
import { keep, project, step } from "../ir/build-relation.ts";
import type { Row } from "../ir/relation.ts";
import { exclusionColumns } from "../plan/judgement.ts";
import { planDefinition } from "../plan/plan-definition.ts";
import { ACCIDENT_COHORT, delivery, event, NEAR_COHORT, person, SMALL_COHORT } from "../plan/small-cohort.fixture.ts";
import type { EvidenceLine } from "./answer.ts";
import { answerCriterion } from "./criterion-answer.ts";
import { womanExplainer } from "./explain-woman.ts";
import { sayWhy } from "./say-answer.ts";

const explain = womanExplainer(SMALL_COHORT);
const FRACTURE = "ICD-10|M80.88XA";

const date = fc.oneof(
  fc.integer({ min: 0, max: 900 }).map((days) => new Date(Date.UTC(2023, 6, 1 + days)).toISOString().slice(0, 10)),
  fc.constantFrom("2023", "2024", "2025", "2024-03", "2024-09", "2025-09"),
);
const codes = [FRACTURE, "ICD-10|M54.5", "local|脊柱MRI", "ATC|M05BA08", "ICD-10|Q78.0", "ICD-10|V89.2"];
const births = fc.array(
  date.map((day) => delivery(1, day)),
  { minLength: 1, maxLength: 2 },
);
const others = fc.array(
  fc.oneof(
    fc.tuple(date, fc.constantFrom(...codes)).map(([day, code]) => event(1, day, code)),
    fc.constantFrom(...codes).map((code) => event(1, null, code)),
    // Several events of one row of a table.
    fc
      .tuple(date, fc.constantFrom(...codes))
      .map(([day, code]) => ({ ...event(1, day, code), source_ref: "visits.csv:2" })),
    fc
      .tuple(date, fc.constantFrom(-2.6, -1.95, -1.9, 40), fc.constantFrom("1", "g/cm2"))
      .map(([day, value, unit]) => event(1, day, "LOINC|85394-5", { value, unit, kind: "measurement" })),
  ),
  { maxLength: 7 },
);

/** Asks of a woman that her explanation, her line of the worklist and the plan's statement say the same. */
function agreement(definition: ResolvedDefinition): (born: readonly Row[], had: readonly Row[]) => void {
  const explain = womanExplainer(definition);
  const plan = planDefinition(definition);
  const columns = definition.exclusions.map(({ id }) => exclusionColumns(id));
  const names = columns.flatMap(({ possibly, certainly }) => [possibly, certainly]);
  const judged = compileQuery({
    steps: plan.steps,
    result: project(step("judged"), keep("episode", "tier", ...names)),
  });
  return (born, had) => {
    const tables = { person: [person(1)], event: [...born, ...had], ancestor: [] };
    const { candidate, deliveries } = explain(tables);
    for (const row of judged(tables)) {
      const own = deliveries.find(({ number }) => number === row.episode);
      columns.forEach(({ possibly, certainly }, index) => {
        const excluded = own?.exclusions[index]?.answer.answer;
        expect([excluded !== "no", excluded === "yes"]).toEqual([row[possibly], row[certainly]]);
      });
      expect(own?.tiers.find(({ answer }) => answer.answer !== "no")?.id ?? null).toBe(row.tier);
    }
    if (candidate === undefined) return;
    const own = deliveries.find(({ number }) => number === candidate.delivery.number);
    const tier = own?.tiers.find(({ id }) => id === candidate.tier)?.answer;
    expect(candidate.why.answer).toBe(tier?.answer);
    for (const line of candidate.evidence) expect(own?.evidence).toContainEqual(line);
    for (const { id, when } of definition.exclusions) {
      const flagged = own?.exclusions.find((one) => one.id === id)?.answer.answer;
      expect(answerCriterion(when, definition, candidate.delivery.when, candidate.evidence).answer).toBe(flagged);
    }
  };
}

describe("womanExplainer", () => {
  it("answers every tier and exclusion of every delivery, with the evidence for each", () => {
    const { candidate, deliveries } = explain({
      person: [person(1)],
      event: [
        delivery(1, "2020-01-05"),
        delivery(1, "2024-03-10"),
        event(1, "2024-06-20", FRACTURE),
        event(1, "2024-04-02", "ICD-10|M54.5"),
      ],
      ancestor: [],
    });
    expect(candidate?.tier).toBe("fracture");
    expect(deliveries.map(({ number, when }) => [number, when.low])).toEqual([
      [1, "2020-01-05"],
      [2, "2024-03-10"],
    ]);
    const [earlier, later] = deliveries;
    expect(earlier?.tiers.map(({ id, answer }) => [id, answer.answer])).toEqual([
      ["fracture_low_z", "no"],
      ["fracture", "no"],
      ["drug", "no"],
      ["pain", "no"],
    ]);
    expect(later?.tiers.map(({ answer }) => answer.answer)).toEqual(["no", "yes", "no", "no"]);
    const fracture = later?.tiers[1]?.answer;
    expect(fracture).toMatchObject({ kind: "event", answer: "yes" });
    const at = fracture?.kind === "event" ? fracture.evidence.map((position) => later?.evidence[position]?.code) : [];
    expect(at).toEqual(["M80.88XA"]);
    // Each delivery counts from itself: 20 June 2024 is 102 days after the later, and four years and five months after the earlier.
    const sinceOf = (of: typeof later) => of?.evidence.find(({ code }) => code === "M80.88XA")?.sinceDelivery;
    expect(sinceOf(later)).toEqual({ days: { least: 102, most: 102 }, months: { least: 3, most: 3 } });
    expect(sinceOf(earlier)?.months).toEqual({ least: 53, most: 53 });
    expect(later?.exclusions.map(({ id, answer }) => [id, answer.answer])).toEqual([["imperfecta", "no"]]);
  });

  it("shows a fracture outside the window, and that it does not count", () => {
    const { candidate, deliveries } = explain({
      person: [person(1)],
      event: [delivery(1, "2024-03-10"), event(1, "2025-09-11", FRACTURE)],
      ancestor: [],
    });
    expect(candidate).toBeUndefined();
    // 18 months after 10 March 2024 is 10 September 2025.
    expect(deliveries[0]?.evidence.map(({ code }) => code)).toContain("M80.88XA");
    expect(deliveries[0]?.tiers[1]?.answer).toMatchObject({ answer: "no", evidence: [] });
  });

  it("says that an accident near a fracture takes it out, and which fracture is left", () => {
    const definition = ACCIDENT_COHORT;
    const tables = {
      person: [person(1)],
      event: [
        delivery(1, "2024-03-10"),
        event(1, "2024-06-20", FRACTURE),
        event(1, "2024-06-18", "ICD-10|V89.2"),
        event(1, "2024-09-20", FRACTURE),
      ],
      ancestor: [],
    };
    const { candidate, deliveries } = womanExplainer(definition)(tables);
    const tier = deliveries[0]?.tiers.find(({ id }) => id === "fracture")?.answer;
    const days = tier?.kind === "event" ? tier.evidence.map((at) => deliveries[0]?.evidence[at]?.when?.low) : [];
    expect(days).toEqual(["2024-09-20"]);
    if (candidate === undefined) throw new Error("no candidate");
    // Her worklist line names the fracture that counts, third of three lines of evidence by day.
    expect(sayWhy(candidate, definition, createTerms("en"))).toEqual([
      "Fracture, from 3 months before delivery to 18 months after delivery, without “Accident” from 14 days before to 7 days after it: line 3",
    ]);
    expect(sayWhy(candidate, definition, createTerms("zh"))[0]).toContain("其前 14 天至后 7 天内无“Accident”：依据 3");
  });

  it.each([
    // The fracture of 2025 may be of an accident in December, beyond the 18 months that end on 10 September 2025.
    ["2025", "2025-12-20", ["fracture", false], ["possible"]],
    ["2025-09-08", "2025-09-12", ["fracture", true], ["certain"]],
    ["2025-09-08", "2025-09-16", undefined, []],
    ["2025-09-08", "2025-09", ["fracture", false], ["possible"]],
    ["2024-06-20", null, ["fracture", false], ["possible"]],
    // Years before: near no fracture of these months, so no evidence.
    ["2024-06-20", "2015-06-20", undefined, []],
  ])("lists a fracture of %s with an accident of %s near it, and the accident", (broken, hurt, found, marks) => {
    const { candidate, deliveries } = womanExplainer(NEAR_COHORT)({
      person: [person(1)],
      event: [delivery(1, "2024-03-10"), event(1, broken, FRACTURE), event(1, hurt, "ICD-10|V89.2")],
      ancestor: [],
    });
    expect(candidate && [candidate.tier, candidate.isCertain]).toEqual(found);
    const marked = (lines: readonly EvidenceLine[] | undefined) =>
      lines?.filter(({ stream }) => stream === "accident").map(({ isCertain }) => (isCertain ? "certain" : "possible"));
    expect(marked(candidate?.evidence) ?? []).toEqual(marks);
    if (candidate !== undefined) expect(marked(deliveries[0]?.evidence)).toEqual(marks);
  });

  it("shows the accident that a flag is raised for, also where the fracture has no date", () => {
    const { candidate } = womanExplainer(NEAR_COHORT)({
      person: [person(1)],
      event: [
        delivery(1, "2024-03-10"),
        event(1, "2024-05-01", "ATC|M05BA08", { kind: "drug" }),
        event(1, null, FRACTURE),
        event(1, "2027-02-01", "ICD-10|V89.2"),
      ],
      ancestor: [],
    });
    expect(candidate?.flags.map(({ exclusion, isCertain }) => [exclusion, isCertain])).toEqual([["injured", false]]);
    expect(candidate?.evidence.map(({ stream, when }) => [stream, when?.low])).toEqual([
      ["drug", "2024-05-01"],
      ["accident", "2027-02-01"],
      ["fracture", undefined],
    ]);
  });

  it.each([
    // Two records without a date may be of two days; one is of one.
    [[null, null], "possibly", [["imperfecta", false]]],
    [[null, "2019-05-05"], "possibly", [["imperfecta", false]]],
    [[null], "no", []],
    [["2019-05-05", "2019-05"], "possibly", [["imperfecta", false]]],
  ])("flags osteogenesis imperfecta, ever, on at least two days, for records of %j", (days, answer, flags) => {
    for (const atLeastDays of [2, 3]) {
      const when: CriterionLeaf = { event: "imperfecta", window: "ever", atLeastDays };
      const exclusions = SMALL_COHORT.exclusions.map((exclusion) => ({ ...exclusion, when }));
      const more = atLeastDays === 3 && days.length > 1 ? [null] : [];
      const { candidate, deliveries } = womanExplainer({ ...SMALL_COHORT, exclusions })({
        person: [person(1)],
        event: [
          delivery(1, "2024-03-10"),
          event(1, "2024-06-20", FRACTURE),
          ...[...days, ...more].map((day, index) => ({
            ...event(1, day, "ICD-10|Q78.0"),
            source_ref: `Condition/${index}`,
          })),
        ],
        ancestor: [],
      });
      expect(deliveries[0]?.exclusions[0]?.answer.answer).toBe(answer);
      expect(candidate?.flags.map(({ exclusion, isCertain }) => [exclusion, isCertain])).toEqual(flags);
    }
  });

  it("answers for a person with more records than a call takes arguments", () => {
    const line: EvidenceLine = {
      stream: "pain",
      kind: "condition",
      system: "ICD-10",
      code: "M54.5",
      when: { low: "2024-04-01", high: "2024-04-01" },
      isCertain: true,
      sourceRef: "Condition/1",
    };
    const last = { ...line, when: { low: "2024-05-13", high: "2024-05-13" } };
    const lines = [...Array.from({ length: 200_000 }, () => line), last];
    const day = { low: "2024-03-10", high: "2024-03-10" };
    const answer = (spanDays: number) =>
      answerCriterion({ event: "pain", window: "after", spanDays }, SMALL_COHORT, day, lines).answer;
    expect([answer(42), answer(43)]).toEqual(["yes", "no"]);
  });

  it("says that the delivery was at another age, and lists none for a man", () => {
    const events = [delivery(1, "2024-03-10"), event(1, "2024-06-20", FRACTURE)];
    const young = explain({ person: [person(1, { born: "2010-05-05" })], event: events, ancestor: [] });
    expect(young.deliveries.map(({ isOfAge }) => isOfAge)).toEqual(["no"]);
    expect(explain({ person: [person(1, { sex: "male" })], event: events, ancestor: [] }).deliveries).toEqual([]);
  });

  it.each([
    ["the small cohort", SMALL_COHORT],
    ["fractures without an accident near them", ACCIDENT_COHORT],
    ["fractures with an accident near them", NEAR_COHORT],
  ])("agrees with the plan's statement on every answer of %s", (_, definition) => {
    const agrees = agreement(definition);
    fc.assert(fc.property(births, others, agrees), { numRuns: 300 });
  });

  it("agrees with the plan's statement on criteria that ask for events near others, whatever days and windows", () => {
    const stream = fc.constantFrom("fracture", "accident", "pain", "imperfecta");
    const days = fc.record({ before: fc.constantFrom(0, 14, 400), after: fc.constantFrom(0, 7, 400) });
    const leaf = fc
      .record(
        {
          event: stream,
          window: fc.constantFrom("around", "known", "ever"),
          atLeastDays: fc.constantFrom(1, 2, 3),
          spanDays: fc.constantFrom(1, 42, 300),
          near: fc.record({ event: stream, days }),
          notNear: fc.record({ event: stream, days }),
        },
        { requiredKeys: ["event", "window"] },
      )
      .map((one): CriterionLeaf => one);
    const definition = fc.tuple(leaf, leaf, leaf).map(([excluded, first, second]): ResolvedDefinition => {
      const exclusions = ACCIDENT_COHORT.exclusions.slice(0, 1).map((one) => ({ ...one, when: excluded }));
      const [tier] = ACCIDENT_COHORT.tiers;
      if (tier === undefined) throw new Error("no tier");
      const tiers = [
        { ...tier, id: "first", when: { all: [first, second] } },
        { ...tier, id: "second", when: { any: [second, { not: first }] } },
      ];
      return { ...ACCIDENT_COHORT, exclusions, tiers };
    });
    fc.assert(
      fc.property(definition, fc.array(fc.tuple(births, others), { minLength: 4, maxLength: 4 }), (asked, women) => {
        const agrees = agreement(asked);
        for (const [born, had] of women) agrees(born, had);
      }),
      { numRuns: 100 },
    );
  });
});
