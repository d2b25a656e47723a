import { describe, expect, it } from "vitest";
import { fitMeta } from "./fit-meta.ts";
import { columnOf, designOf, effectsOf } from "./golden-cases.fixture.ts";
import { fitSubgroups } from "./subgroups.ts";

describe("fitSubgroups", () => {
  const effects = effectsOf("bcg_logRR");
  const groups = columnOf("bcg_logRR", "alloc").map(String);

  it("pools each group by itself", () => {
    const { subgroups } = fitSubgroups(effects, groups, { method: "DL", test: "z" });
    expect(subgroups.map(({ name }) => name)).toEqual(["random", "alternate", "systematic"]);
    expect(subgroups.flatMap(({ rows }) => rows).sort((a, b) => a - b)).toEqual([...groups.keys()]);
    const { rows, fit } = subgroups[1];
    const alone = fitMeta(
      { yi: Float64Array.from(rows, (i) => effects.yi[i]), vi: Float64Array.from(rows, (i) => effects.vi[i]) },
      undefined,
      { method: "DL", test: "z" },
    );
    expect(fit.coefficients).toEqual(alone.coefficients);
  });

  it("splits Q of a common effect into that within and that between groups", () => {
    const options = { method: "FE", test: "z" } as const;
    const whole = fitMeta(effects, undefined, options);
    for (const tau2 of ["separate", "common"] as const) {
      const { subgroups, between } = fitSubgroups(effects, groups, options, tau2);
      const within = subgroups.reduce((sum, { fit }) => sum + fit.qe, 0);
      expect((between?.statistic ?? Number.NaN) + within).toBeCloseTo(whole.qe, 10);
      expect(between?.df).toEqual([2, undefined]);
    }
  });

  it("with a common tau² tests as the meta-regression on the groups does", () => {
    const options = { method: "REML", test: "knha" } as const;
    const regression = fitMeta(effects, designOf("bcg_logRR", "~ factor(alloc)"), options);
    const { subgroups, between } = fitSubgroups(effects, groups, options, "common");
    for (const { fit } of subgroups) expect(fit.tau2).toBeCloseTo(regression.tau2, 12);
    expect(between?.statistic).toBeCloseTo(regression.qm, 10);
    expect(between?.p).toBeCloseTo(regression.qmp, 10);
    expect(subgroups[1].fit.coefficients[0].estimate).toBeCloseTo(regression.coefficients[0].estimate, 10);
  });

  it("tests nothing between when there is one group", () => {
    expect(
      fitSubgroups(
        effects,
        groups.map(() => "all"),
      ).between,
    ).toBeUndefined();
    expect(() => fitSubgroups(effects, ["random"])).toThrow(TypeError);
  });

  it("keeps a group of one study", () => {
    const { subgroups } = fitSubgroups(
      effects,
      groups.map((_, i) => (i === 0 ? "first" : "rest")),
    );
    expect(subgroups[0].fit.notes).toEqual([{ kind: "oneStudy" }]);
  });
});
