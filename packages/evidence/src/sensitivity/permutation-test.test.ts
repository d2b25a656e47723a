import { createRandom } from "@materbone/numerics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../../golden/permutation-exact.json" with { type: "json" };
import { fitMeta } from "../meta/fit-meta.ts";
import { effectsOf, numbers } from "../meta/golden-cases.fixture.ts";
import type { Design } from "../meta/meta-fit.ts";
import type { Tau2Method } from "../meta/methods.ts";
import { classifyRows, distinctOrderings, nextOrdering } from "./arrangements.ts";
import { exactArrangements, permutationTest } from "./permutation-test.ts";

type GoldenCase = {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly ablat?: readonly number[];
  readonly asymptotic_p: readonly number[];
  readonly permutation_p: readonly number[];
  readonly QMp?: number;
};

function line(dose: Iterable<number>): Design {
  return { names: ["intrcpt", "dose"], x: Float64Array.from([...dose].flatMap((value) => [1, value])) };
}

describe("permutationTest against metafor 5.1-12", () => {
  it.each(Object.entries(golden.cases as Readonly<Record<string, GoldenCase>>))("%s", (name, expected) => {
    const effects = { yi: Float64Array.from(expected.yi), vi: Float64Array.from(expected.vi) };
    const design = expected.ablat === undefined ? undefined : line(expected.ablat);
    const fit = fitMeta(effects, design, { method: name.split("/")[1] as Tau2Method, test: "z" });
    // REML in this file was run with metafor's default threshold, an absolute 1e-5 in tau².
    const digits = fit.method === "REML" ? 8 : 12;
    expected.asymptotic_p.forEach((p, j) => {
      expect(fit.coefficients[j].p).toBeCloseTo(p, digits);
    });
    const found = permutationTest(fit, { kind: "exact" });
    // Ratios of counts: equal but for the 15 printed digits.
    expected.permutation_p.forEach((p, j) => {
      expect(found.p[j]).toBeCloseTo(p, 14);
    });
    if (expected.QMp !== undefined) expect(found.omnibusP).toBeCloseTo(expected.QMp, 14);
    expect(found.arrangements).toBe(exactArrangements(fit));
  });
});

describe("permutationTest", () => {
  it("gives the sign test's share to effects that all point one way", () => {
    const fit = fitMeta({ yi: Float64Array.of(5, 6, 7, 8), vi: Float64Array.of(1, 1, 1, 1) }, undefined, { test: "z" });
    expect(permutationTest(fit, { kind: "exact" }).p).toEqual([2 / 16]);
  });

  it("refuses more arrangements than its limit and iterations below 1", () => {
    const fit = fitMeta(effectsOf("bcg_logRR"), undefined);
    expect(exactArrangements(fit)).toBe(8192);
    expect(() => permutationTest(fit, { kind: "exact", limit: 8191 })).toThrow(RangeError);
    expect(() => permutationTest(fit, { kind: "random", iterations: 0.5, random: createRandom(1) })).toThrow(
      RangeError,
    );
  });

  it("comes near the exact share by random arrangements, and never to 0", () => {
    const fit = fitMeta(effectsOf("normand1999_MD"), undefined, { method: "DL", test: "z" });
    const random = permutationTest(fit, { kind: "random", iterations: 4000, random: createRandom(7) });
    expect(random.arrangements).toBe(4001);
    expect(Math.abs(random.p[0] - permutationTest(fit, { kind: "exact" }).p[0])).toBeLessThan(0.02);
    const moderated = fitMeta(effectsOf("bcg_logRR"), line(numbers("bcg_logRR", "ablat")), { method: "DL" });
    const { p, omnibusP } = permutationTest(moderated, { kind: "random", iterations: 200, random: createRandom(3) });
    expect(p[1]).toBeGreaterThanOrEqual(1 / 201);
    expect(p[1]).toBeLessThan(0.1);
    expect(omnibusP).toBe(p[1]);
  });
});

describe("orderings", () => {
  it("are as many as counted, all different", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 7 }), (doses) => {
        const rows = classifyRows(line(doses));
        const order = rows.classes.slice().sort();
        const seen = new Set<string>();
        do seen.add(order.join());
        while (nextOrdering(order));
        expect(seen.size).toBe(distinctOrderings(rows));
      }),
    );
  });
});
