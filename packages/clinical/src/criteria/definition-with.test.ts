import { describe, expect, it } from "vitest";
import { assess } from "./assess.ts";
import { definitionById } from "./definition.ts";
import { definitionWith, paperChoice } from "./definition-with.ts";
import { sensitivity } from "./sensitivity.ts";
import { published } from "./women.fixture.ts";

describe("definitionWith", () => {
  it("gives the paper's own readings back", () => {
    // Source paper, l.282-287: to 18 months after delivery, Z at or below -2.0.
    expect(paperChoice).toEqual({ siteRule: "any", windowMonths: 18, operator: "<=" });
    expect(definitionWith(paperChoice)).toBe(definitionById("paper-any-site"));
    expect(definitionWith({ ...paperChoice, siteRule: "all" })).toBe(definitionById("paper-all-sites"));
  });

  it("judges timing and density as the sensitivity table does, for every choice and woman", () => {
    for (const id of ["case-1", "case-2", "case-3"] as const) {
      const view = published(id);
      for (const { timing, density, ...choice } of sensitivity(view).rows) {
        const { criteria } = assess(view, definitionWith(choice));
        const status = (criterion: string) => criteria.find((each) => each.id === criterion)?.status;
        expect({ timing: status("timing"), density: status("density") }, JSON.stringify(choice)).toEqual({
          timing,
          density,
        });
      }
    }
  });

  it("keeps the paper's other criteria, and says what it is", () => {
    const changed = definitionWith({ siteRule: "all", windowMonths: 6, operator: "<" });
    expect(changed.exclusionRequired).toBe(true);
    expect(changed.fracture).toEqual(definitionById("paper-all-sites").fracture);
    expect(changed.name.en).toContain("month 6");
    expect(changed.name.en).toContain("Z < −2.0");
    expect(changed.name.zh).toContain("产后6个月");
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses a window to month %d", (windowMonths) => {
    expect(() => definitionWith({ ...paperChoice, windowMonths })).toThrow(RangeError);
  });
});
