import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../../golden/effect-sizes.json" with { type: "json" };
import { collectEffects } from "./collect-effects.ts";
import type { EffectSizeRow } from "./effect-size-row.ts";
import { type EffectSizeOptions, effectSizes } from "./effect-sizes.ts";
import { type EffectColumns, MEASURES, type Measure, type VarianceType } from "./measures.ts";

type GoldenCase = {
  readonly measure: string;
  readonly options: unknown;
  readonly input: EffectColumns;
  readonly expected: { readonly yi: readonly number[]; readonly vi: readonly number[] };
};
const cases = Object.entries(golden.cases as unknown as Readonly<Record<string, GoldenCase>>);

/** The options of metafor by our names. */
function optionsOf(raw: unknown): EffectSizeOptions {
  const { vtype, ...rest } = raw as { vtype?: VarianceType } & EffectSizeOptions;
  return vtype === undefined ? { ...rest } : { ...rest, varianceType: vtype };
}

function effectOf(row: EffectSizeRow | undefined): { yi: number; vi: number } {
  if (row?.kind !== "effect") throw new Error(`expected an effect, got ${JSON.stringify(row)}`);
  return row;
}

const one = (measure: Measure, values: Readonly<Record<string, number | undefined>>, options?: EffectSizeOptions) => {
  const columns = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
  const [row] = effectSizes(measure, columns as EffectColumns, options);
  if (row === undefined) throw new Error("expected one row");
  return row;
};

const arms = { m1i: 16.4, sd1i: 6.1, n1i: 12, m2i: 7.1, sd2i: 5.2, n2i: 10 };
const visits = { m1i: 0.812, m2i: 0.698, sd1i: 0.095, sd2i: 0.09, ri: 0.91, ni: 12 };

describe("effectSizes agrees with metafor's escalc", () => {
  // Relative tolerance 1e-10 of the reference results' README; yi of 0 is exact.
  it.each(cases)("%s", (_name, { measure, options, input, expected }) => {
    const rows = effectSizes(measure as Measure, input, optionsOf(options));
    expect(rows.length).toBe(expected.yi.length);
    rows.forEach((row, i) => {
      const { yi, vi } = effectOf(row);
      expect(Math.abs(yi - expected.yi[i])).toBeLessThanOrEqual(1e-10 * Math.abs(expected.yi[i]));
      expect(Math.abs(vi - expected.vi[i])).toBeLessThanOrEqual(1e-10 * expected.vi[i]);
    });
  });
});

describe("effectSizes without the small-sample correction takes the smallest groups, as escalc does", () => {
  // Worked by hand from the formulas of escalc (metafor 5) with J = 1.
  it.each([
    ["SMN", { mi: 3, sdi: 2, ni: 2 }, 1.5, 1 / 2 + 2.25 / 4],
    ["SMD", { m1i: 5, sd1i: 1, n1i: 1, m2i: 3, sd2i: 2, n2i: 2 }, 1, 1 + 1 / 2 + 1 / 6],
    ["SMD1", { m1i: 5, sd1i: 1, n1i: 4, m2i: 3, sd2i: 2, n2i: 2 }, 1, 1 / 4 + 1 / 2 + 1 / 4],
    ["SMD1H", { m1i: 5, sd1i: 1, n1i: 3, m2i: 3, sd2i: 2, n2i: 2 }, 1, 1 / 8 + 1 + 1 / 2],
    ["SMCC", { m1i: 5, m2i: 3, sd1i: 2, sd2i: 2, ri: 0.5, ni: 2 }, 1, 1 / 2 + 1 / 4],
    ["SMCR", { m1i: 5, m2i: 3, sd1i: 2, sd2i: 1, ri: 0.5, ni: 2 }, 1, 1 / 2 + 1 / 4],
    ["SMCRP", { m1i: 5, m2i: 3, sd1i: 2, sd2i: 2, ri: 1, ni: 2 }, 1, 2 / 8],
  ] as const)("%s", (measure, values, yi, vi) => {
    const row = effectOf(one(measure, values, { correct: false }));
    expect(row.yi).toBeCloseTo(yi, 14);
    expect(row.vi).toBeCloseTo(vi, 14);
    if (measure !== "SMCRP") expect(one(measure, values).kind).not.toBe("effect");
  });

  it("SMD keeps the unbiased variance from one degree of freedom, where it does not exist", () => {
    const values = { m1i: 5, sd1i: 1, n1i: 1, m2i: 3, sd2i: 2, n2i: 2 };
    expect(one("SMD", values, { correct: false, varianceType: "UB" }).kind).not.toBe("effect");
  });
});

describe("effectSizes agrees with the worked examples of Borenstein et al. (2009), chapters 4 to 6", () => {
  const bookArms = { m1i: 103, sd1i: 5.5, n1i: 50, m2i: 100, sd2i: 4.5, n2i: 50 };
  const bookCells = { ai: 5, bi: 95, ci: 10, di: 90 };

  it.each([
    ["MD", bookArms, { varianceType: "HO" }, 3, 1.01],
    ["SMD", bookArms, { varianceType: "LS2" }, 0.5924, 0.0411],
    ["RR", bookCells, {}, -Math.LN2, 0.28],
    ["OR", bookCells, {}, -0.7472, 0.3216],
    ["RD", bookCells, {}, -0.05, 0.00138],
    ["ZCOR", { ri: 0.5, ni: 100 }, {}, 0.5493, 0.0103],
  ] as const)("%s", (measure, values, options, yi, vi) => {
    const effect = effectOf(one(measure, values, options));
    expect(effect.yi).toBeCloseTo(yi, 4);
    expect(effect.vi).toBeCloseTo(vi, vi < 0.01 ? 5 : 4);
  });
});

describe("effectSizes of single cases and assumed numbers", () => {
  it("keeps one woman with the SD she is given, and says that it was assumed", () => {
    const columns = { mi: [11.5, 20.9], sdi: [6.2, undefined], ni: [12, 1] };
    const rows = effectSizes("MN", columns, { assumedSd: 7 });
    expect(rows[0]).toMatchObject({ kind: "effect", origins: [] });
    expect(rows[1]).toEqual({ kind: "effect", yi: 20.9, vi: 49, origins: [{ kind: "assumedSd", sd: 7 }] });
    expect(effectSizes("MN", columns)[1]).toEqual({
      kind: "noEffect",
      reasons: [{ kind: "singleWithoutSd", column: "sdi" }],
    });
  });

  it("assumes a correlation for a change, never for a correlation", () => {
    const row = one("MC", { ...visits, ri: undefined }, { assumedCorrelation: 0.91 });
    expect(row).toMatchObject({ kind: "effect", origins: [{ kind: "assumedCorrelation", r: 0.91 }] });
    expect(effectOf(row)).toMatchObject(effectSizesOfVisits("MC"));
    expect(one("COR", { ri: undefined, ni: 9 }, { assumedCorrelation: 0.5 })).toEqual({
      kind: "noEffect",
      reasons: [{ kind: "missing", column: "ri" }],
    });
  });

  it("carries the origins it was given before those it adds", () => {
    const derived = { kind: "derivedFromMedian", method: "luoWanShi" } as const;
    const [row] = effectSizes("PR", { xi: [0], ni: [4] }, { origins: [[derived]] });
    expect(row).toMatchObject({ origins: [derived, { kind: "addedToCounts", add: 0.5 }] });
  });

  it("collects what can be fitted and names every row left out", () => {
    const rows = effectSizes("MN", { mi: [1, 2, undefined], sdi: [1, -1, 2], ni: [4, 4, 4] });
    const { effects, rows: kept, leftOut } = collectEffects(rows);
    expect([[...effects.yi], [...effects.vi], kept]).toEqual([[1], [0.25], [0]]);
    expect(leftOut).toEqual([
      { row: 1, reasons: [{ kind: "sdNotPositive", column: "sdi", value: -1 }] },
      { row: 2, reasons: [{ kind: "missing", column: "mi" }] },
    ]);
  });

  function effectSizesOfVisits(measure: Measure): { yi: number; vi: number } {
    const { yi, vi } = effectOf(one(measure, visits));
    return { yi, vi };
  }
});

describe("effectSizes says why a row has no effect", () => {
  it.each([
    ["MN", { mi: 1, sdi: 1, ni: undefined }, {}, [{ kind: "missing", column: "ni" }]],
    ["MN", { mi: 1, sdi: undefined, ni: 2 }, {}, [{ kind: "missing", column: "sdi" }]],
    ["MN", { mi: Number.NaN, sdi: Infinity, ni: 2 }, {}, notFinite("mi", "sdi")],
    ["MN", { mi: 1, sdi: 1, ni: 0.5 }, {}, [{ kind: "sizeBelowOne", column: "ni", value: 0.5 }]],
    ["SMN", { mi: 1, sdi: 1, ni: 2 }, {}, [{ kind: "tooFew", columns: ["ni"], needed: 3 }]],
    ["MNLN", { mi: 0, sdi: 1, ni: 2 }, {}, [{ kind: "meanNotPositive", column: "mi", value: 0 }]],
    ["CVLN", { mi: 1, sdi: 1, ni: 1 }, {}, [{ kind: "tooFew", columns: ["ni"], needed: 2 }]],
    ["MD", { ...arms, n1i: 1, n2i: 1 }, { varianceType: "HO" }, [tooFew(3)]],
    ["SMD", { ...arms, n1i: 2, n2i: 1 }, {}, [tooFew(4)]],
    ["SMDH", { ...arms, n1i: 9, n2i: 1 }, {}, [tooFew(4)]],
    ["SMD1", { ...arms, n2i: 2 }, {}, [{ kind: "tooFew", columns: ["n2i"], needed: 3 }]],
    ["SMD1H", { ...arms, n1i: 1 }, {}, [{ kind: "tooFew", columns: ["n1i"], needed: 2 }]],
    ["ROM", { ...arms, m2i: -1 }, {}, [{ kind: "meanNotPositive", column: "m2i", value: -1 }]],
    ["VR", { ...arms, n2i: 1 }, {}, [{ kind: "tooFew", columns: ["n2i"], needed: 2 }]],
    ["SMCC", { ...visits, sd1i: 1, sd2i: 1, ri: 1 }, {}, [{ kind: "noVariance" }]],
    ["MC", { ...visits, sd1i: 1, sd2i: 1, ri: 1 }, {}, [{ kind: "noVariance" }]],
    ["MC", { ...visits, ri: 1.1 }, {}, [{ kind: "correlationOutOfRange", column: "ri", value: 1.1 }]],
    ["VRC", { ...visits, ri: -1 }, {}, [{ kind: "noVariance" }]],
    ["PR", { xi: 3, ni: 3 }, { to: "none" }, [{ kind: "noVariance" }]],
    ["PR", { xi: 4, ni: 3 }, {}, [{ kind: "moreEventsThanPeople" }]],
    ["PR", { xi: -1, ni: 3 }, {}, [{ kind: "countOutOfRange", column: "xi", value: -1 }]],
    ["PLN", { xi: 0, ni: 3 }, { add: 0 }, [{ kind: "zeroCount" }]],
    ["PLO", { xi: 3, ni: 3 }, { to: "none" }, [{ kind: "zeroCount" }]],
    ["IRLN", { xi: 0, ti: 3 }, { to: "none" }, [{ kind: "zeroCount" }]],
    ["IR", { xi: 0, ti: 0 }, {}, [{ kind: "countOutOfRange", column: "ti", value: 0 }]],
    ["IRR", { x1i: 0, t1i: 9, x2i: 0, t2i: 9 }, { drop00: true }, [{ kind: "noContrast" }]],
    ["RR", { ai: 0, bi: 5, ci: 0, di: 6 }, { drop00: true }, [{ kind: "noContrast" }]],
    ["OR", { ai: 3, bi: 0, ci: 4, di: 0 }, { drop00: true }, [{ kind: "noContrast" }]],
    ["OR", { ai: 3, bi: 0, ci: 4, di: 1 }, { to: "none" }, [{ kind: "zeroCount" }]],
    ["RD", { ai: 0, bi: 0, ci: 4, di: 1 }, {}, [{ kind: "tooFew", columns: ["ai", "bi"], needed: 1 }]],
    ["PETO", { ai: 0, bi: 5, ci: 0, di: 6 }, { to: "none" }, [{ kind: "noContrast" }]],
    ["ZCOR", { ri: 1, ni: 9 }, {}, [{ kind: "correlationOutOfRange", column: "ri", value: 1 }]],
    ["ZCOR", { ri: 0.1, ni: 3 }, {}, [{ kind: "tooFew", columns: ["ni"], needed: 4 }]],
  ] as const)("%s %o", (measure, values, options, reasons) => {
    expect(one(measure, values, options)).toEqual({ kind: "noEffect", reasons });
  });

  it("throws at a caller's mistake", () => {
    expect(() => effectSizes("MN", { mi: [1], sdi: [1] })).toThrow("needs column ni");
    expect(() => effectSizes("MN", { mi: [1], sdi: [1], ni: [1, 2] })).toThrow(TypeError);
    expect(() => effectSizes("MD", {}, {})).toThrow(TypeError);
    expect(() => one("MN", { mi: 1, sdi: 1, ni: 2 }, { varianceType: "UB" })).toThrow(RangeError);
    expect(() => one("PR", { xi: 1, ni: 2 }, { add: -1 })).toThrow(RangeError);
    expect(() => one("MN", { mi: 1, sdi: 1, ni: 2 }, { assumedSd: 0 })).toThrow(RangeError);
    expect(() => one("MC", visits, { assumedCorrelation: 2 })).toThrow(RangeError);
    expect(() => one("MN", { mi: 1, sdi: 1, ni: 2 }, { origins: [] })).toThrow(TypeError);
  });

  function tooFew(needed: number) {
    return { kind: "tooFew", columns: ["n1i", "n2i"], needed };
  }
  function notFinite(...columns: readonly string[]) {
    return columns.map((column) => ({ kind: "notFinite", column }));
  }
});

describe("laws of effectSizes", () => {
  const mean = fc.double({ min: 0.5, max: 50, noNaN: true });
  const sd = fc.double({ min: 0.1, max: 10, noNaN: true });
  const size = fc.integer({ min: 4, max: 60 });
  const r = fc.double({ min: -0.95, max: 0.95, noNaN: true });
  const outcome = fc.record({
    mi: mean,
    sdi: sd,
    m1i: mean,
    sd1i: sd,
    n1i: size,
    m2i: mean,
    sd2i: sd,
    n2i: size,
    ni: size,
    ri: r,
  });
  const cells = fc.record({ ai: fc.nat(20), bi: fc.nat(20), ci: fc.nat(20), di: fc.nat(20) }).filter(isFilled);
  const measures = (Object.keys(MEASURES) as Measure[]).filter((measure) =>
    MEASURES[measure].columns.some((name) => name.startsWith("sd")),
  );

  it.each(measures)("%s keeps its meaning when the unit changes", (measure) => {
    // SMN is a share of the SD, so is free of the unit; a mean and a log mean or SD are not.
    const { scale } = MEASURES[measure];
    const shifts = measure === "MNLN" || measure === "SDLN";
    fc.assert(
      fc.property(outcome, fc.double({ min: 0.01, max: 1000, noNaN: true }), (row, unit) => {
        const scaled = { ...row };
        for (const name of ["mi", "sdi", "m1i", "sd1i", "m2i", "sd2i"] as const) scaled[name] *= unit;
        const before = effectOf(one(measure, row));
        const after = effectOf(one(measure, scaled));
        const factor = scale === "outcome" ? unit : 1;
        expectClose(after.yi, factor * before.yi + (shifts ? Math.log(unit) : 0), 1 + Math.abs(factor * before.yi));
        expectClose(after.vi, factor ** 2 * before.vi, factor ** 2 * before.vi);
      }),
    );
  });

  it.each([
    ["MD", "LS"],
    ["MD", "HO"],
    ["SMD", "LS"],
    ["SMD", "LS2"],
    ["SMD", "UB"],
    ["SMD", "AV"],
    ["SMDH", "LS"],
    ["ROM", "LS"],
    ["ROM", "HO"],
    ["ROM", "AV"],
    ["CVR", "LS"],
    ["VR", "LS"],
  ] as const)("%s (%s) turns its sign when the groups change places", (measure, varianceType) => {
    fc.assert(
      fc.property(outcome, (row) => {
        const turned = {
          ...row,
          m1i: row.m2i,
          sd1i: row.sd2i,
          n1i: row.n2i,
          m2i: row.m1i,
          sd2i: row.sd1i,
          n2i: row.n1i,
        };
        expectTurned(one(measure, row, { varianceType }), one(measure, turned, { varianceType }));
      }),
    );
  });

  it.each(["MC", "SMCC", "SMCRP", "SMCRPH", "ROMC", "CVRC", "VRC"] as const)(
    "%s turns its sign when after and before change places",
    (measure) => {
      fc.assert(
        fc.property(outcome, (row) => {
          const turned = { ...row, m1i: row.m2i, sd1i: row.sd2i, m2i: row.m1i, sd2i: row.sd1i };
          expectTurned(one(measure, row), one(measure, turned));
        }),
      );
    },
  );

  it.each(["RR", "OR", "RD", "AS", "PETO"] as const)("%s turns its sign when the groups change places", (measure) => {
    fc.assert(
      fc.property(cells, (row) => {
        expectTurned(one(measure, row), one(measure, { ai: row.ci, bi: row.di, ci: row.ai, di: row.bi }));
      }),
    );
  });

  it.each(["OR", "RD", "AS", "PETO"] as const)("%s turns its sign when events and others change places", (measure) => {
    fc.assert(
      fc.property(cells, (row) => {
        expectTurned(one(measure, row), one(measure, { ai: row.bi, bi: row.ai, ci: row.di, di: row.ci }));
      }),
    );
  });

  it("does not depend on the other rows, but for the averages of AV", () => {
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 2, maxLength: 6 }), (rows) => {
        const column = (name: "m1i" | "sd1i" | "n1i" | "m2i" | "sd2i" | "n2i") => rows.map((row) => row[name]);
        const columns = {
          m1i: column("m1i"),
          sd1i: column("sd1i"),
          n1i: column("n1i"),
          m2i: column("m2i"),
          sd2i: column("sd2i"),
          n2i: column("n2i"),
        };
        expect(effectSizes("SMD", columns)).toEqual(rows.map((row) => one("SMD", row)));
      }),
    );
  });

  it("PCHG and ROMC say the same change on two scales", () => {
    fc.assert(
      fc.property(outcome, (row) => {
        const percent = effectOf(one("PCHG", row));
        const ratio = effectOf(one("ROMC", row, { correct: false }));
        expectClose(percent.yi, 100 * Math.expm1(ratio.yi), 100 + Math.abs(percent.yi));
        expectClose(percent.vi, (100 * Math.exp(ratio.yi)) ** 2 * ratio.vi, percent.vi);
      }),
    );
  });

  function isFilled(row: { ai: number; bi: number; ci: number; di: number }): boolean {
    return row.ai + row.bi > 0 && row.ci + row.di > 0;
  }
  function expectTurned(first: EffectSizeRow, second: EffectSizeRow): void {
    if (first.kind === "noEffect") {
      expect(second.kind).toBe("noEffect");
      return;
    }
    const turned = effectOf(second);
    expectClose(turned.yi, -first.yi, 1 + Math.abs(first.yi));
    expectClose(turned.vi, first.vi, first.vi);
  }
  function expectClose(actual: number, expected: number, size: number): void {
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-11 * size);
  }
});
