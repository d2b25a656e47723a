import { describe, expect, it } from "vitest";
import type { Fracture } from "../record/fracture.ts";
import { definitionById } from "./definition.ts";
import { assessFragility } from "./fragility.ts";
import type { CriterionResult } from "./verdict.ts";
import { fracture, woman } from "./women.fixture.ts";

const paper = definitionById("paper-any-site");
type VertebralRule = "genant" | "moreThan20Percent";

function judged(fractures: readonly Fracture[] | undefined, rule?: VertebralRule): CriterionResult {
  if (paper.fracture === undefined) throw new TypeError("the paper asks for a fracture");
  const parts = fractures === undefined ? {} : { fractures: [...fractures] };
  const context = rule === undefined ? {} : { methods: { vertebralFractureRule: rule } };
  return assessFragility(woman(parts, context), paper, paper.fracture);
}

describe("mechanism", () => {
  it.each(["lowEnergy", "spontaneous", "noTraumaReported"] as const)("%s is a fragility fracture", (mechanism) => {
    expect(judged([fracture({ mechanism })])).toMatchObject({
      status: "met",
      because: [{ key: "fragilityFracture", facts: { site: "L1", mechanism, at: "/fractures/0" } }],
      missing: [],
    });
  });

  it("high energy does not count", () => {
    expect(judged([fracture({ mechanism: "highEnergy" })])).toMatchObject({
      status: "notMet",
      because: [{ key: "highEnergyFracture" }],
    });
  });

  it("not stated and absent are undecided, naming what is missing", () => {
    for (const one of [fracture({ mechanism: "notStated" }), { site: "L1" } as const]) {
      expect(judged([one])).toMatchObject({ status: "undecided", missing: [{ key: "mechanismNotStated" }] });
    }
  });

  it("one that counts is enough beside others that do not", () => {
    const accident = fracture({ mechanism: "highEnergy" });
    expect(judged([accident, fracture({ site: "T12" })]).status).toBe("met");
    expect(judged([accident, fracture({ mechanism: "notStated" })]).status).toBe("undecided");
  });
});

describe("a vertebra whose level is not stated", () => {
  it("is a vertebral fracture of the paper's definition, and asks for a mechanism like any other", () => {
    expect(judged([{ site: "vertebra", mechanism: "noTraumaReported" }])).toMatchObject({ status: "met" });
    expect(judged([{ site: "vertebra" }])).toMatchObject({
      status: "undecided",
      missing: [{ key: "mechanismNotStated", facts: { site: "vertebra" } }],
    });
    expect(judged([{ site: "other", mechanism: "noTraumaReported" }]).status).toBe("undecided");
  });

  it("is none when it is graded as normal or borderline", () => {
    expect(judged([fracture({ site: "vertebra", genantGrade: 0.5 })]).status).toBe("notMet");
  });
});

describe("recorded or not", () => {
  it("absent fractures are not known, an empty list is none", () => {
    expect(judged(undefined)).toMatchObject({ status: "undecided", missing: [{ key: "fracturesNotRecorded" }] });
    expect(judged([])).toMatchObject({ status: "notMet", because: [{ key: "noFracture" }], missing: [] });
  });
});

describe("height loss by the rule in use", () => {
  it.each([
    [19.9, "genant", "notMet"],
    [20, "genant", "met"],
    [20, "moreThan20Percent", "notMet"],
    [20.1, "moreThan20Percent", "met"],
  ] as const)("%s %% under %s: %s", (heightLossPercent, rule, status) => {
    expect(judged([fracture({ heightLossPercent })], rule).status).toBe(status);
  });

  it.each([
    [0, "notMet"],
    [0.5, "notMet"],
    [1, "met"],
    [3, "met"],
  ] as const)("grade %s: %s", (genantGrade, status) => {
    expect(judged([fracture({ genantGrade })]).status).toBe(status);
  });

  it("a hip has no height", () => {
    expect(judged([fracture({ site: "hip" })]).status).toBe("met");
  });
});

describe("site", () => {
  it("the paper names vertebra and hip; whether a rib counts is open", () => {
    expect(judged([fracture({ site: "rib" })])).toMatchObject({
      status: "undecided",
      missing: [{ key: "siteNotNamed" }],
    });
    expect(judged([fracture({ site: "rib", mechanism: "highEnergy" })]).status).toBe("notMet");
  });
});
