import { bmdResponses, openSeries, type SeriesContext, seriesSchema } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import case3 from "../../../../../../examples/qingdao-2016-2019/cases/case-3.json" with { type: "json" };
import head from "../../../../../../examples/qingdao-2016-2019/series.json" with { type: "json" };
import { changedVerdicts } from "./changed-verdicts.ts";
import { lscOfSearch } from "./lsc-of-search.ts";

describe("changedVerdicts", () => {
  const [view] = openSeries(seriesSchema.parse({ ...head, cases: [case3] })).cases;
  if (view === undefined) throw new Error("no woman");

  it("finds the femoral neck of case 3: +3.13 % is a gain at 2.77 % and no change at 6.9 %", () => {
    const changes = changedVerdicts(bmdResponses(view, { kind: "minimum" }), bmdResponses(view, { kind: "paper" }));
    expect(changes.map(({ now, before }) => [now.site, before.verdict, now.verdict])).toEqual([
      ["femoralNeck", "gain", "noChange"],
    ]);
  });

  it("finds none between a limit and itself, or without pairs", () => {
    const paper = bmdResponses(view, { kind: "paper" });
    expect(changedVerdicts(paper, paper)).toEqual([]);
    expect(changedVerdicts([], paper)).toEqual([]);
  });
});

describe("lscOfSearch", () => {
  const repeats = Array.from({ length: 30 }, (_, index) => [0.9 + index * 0.001, 0.905 + index * 0.001]);
  const centre: SeriesContext = {
    methods: {
      densitometers: [
        {
          id: "a",
          manufacturer: "x",
          model: "y",
          precisionStudy: [{ site: "totalHip", scansGPerCm2: repeats }],
        },
      ],
    },
  };

  it("is the minimum unless the address says otherwise", () => {
    expect(lscOfSearch(undefined, {}).kind).toBe("minimum");
    expect(lscOfSearch("minimum", centre).kind).toBe("minimum");
    expect(lscOfSearch("paper", {}).kind).toBe("paper");
  });

  it("takes the centre's study where there is one, and the minimum where there is none", () => {
    expect(lscOfSearch("centre", centre).kind).toBe("centre");
    expect(lscOfSearch("centre", {}).kind).toBe("minimum");
  });
});
