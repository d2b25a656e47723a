import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { When } from "../time/when.ts";
import { definitionById, publishedWindows } from "./definition.ts";
import { assessTiming } from "./timing.ts";
import { fracture, woman } from "./women.fixture.ts";

const paper = definitionById("paper-any-site");

function at(time: When | undefined, gestationalAgeDays?: number): string {
  const pregnancies = gestationalAgeDays === undefined ? [] : [{ gestationalAgeDays }];
  const fractures = [time === undefined ? fracture() : fracture({ at: time })];
  return assessTiming(woman({ pregnancies, fractures }), paper).status;
}

describe("the window of the source paper, late pregnancy to 18.0 months", () => {
  it.each([
    [17.97, "met"],
    [18, "met"],
    [18.03, "notMet"],
    [-3, "met"],
    [-3.01, "undecided"],
    [-3.18, "undecided"],
    [-3.19, "notMet"],
    [0, "met"],
  ])("month %s: %s", (months, status) => {
    expect(at({ months })).toBe(status);
  });

  it.each([
    [[17, 18], "met"],
    [[17, 18.03], "undecided"],
    [[18.03, 20], "notMet"],
    [[null, 18], "undecided"],
    [[0, null], "undecided"],
    [[-4, -3], "undecided"],
    [[-4, -3.19], "notMet"],
    [[19, null], "notMet"],
  ] as [[number | null, number | null], string][])("months %j: %s", (months, status) => {
    expect(at({ months })).toBe(status);
  });

  it("18 months by the calendar end on the same day of the month", () => {
    const born = [{ deliveredAt: { date: "2017-08-31" } }];
    const on = (date: string): string =>
      assessTiming(woman({ pregnancies: born, fractures: [fracture({ at: { date } })] }), paper).status;
    // 31 August 2017 + 18 months = 28 February 2019, the last day of that month.
    expect(on("2019-02-28")).toBe("met");
    expect(on("2019-03-01")).toBe("notMet");
    expect(on("2019-02")).toBe("met");
    expect(on("2019")).toBe("undecided");
  });

  it("late pregnancy begins with week 28 where the age at delivery is recorded", () => {
    // Born at 40 weeks: week 28 lies 84 days = 2.76 months before delivery.
    expect(at({ months: -2.75 }, 280)).toBe("met");
    expect(at({ months: -2.77 }, 280)).toBe("notMet");
    // Born at 30 weeks: 14 days = 0.46 months.
    expect(at({ months: -0.45 }, 210)).toBe("met");
    expect(at({ months: -1 }, 210)).toBe("notMet");
  });

  it("without the age at delivery, between week 28 of the longest term and the last three months it is open", () => {
    const missing = (months: number, gestationalAgeDays?: number): readonly string[] =>
      assessTiming(
        woman({
          pregnancies: gestationalAgeDays === undefined ? [] : [{ gestationalAgeDays }],
          fractures: [fracture({ at: { months } })],
        }),
        paper,
      ).missing.map((reason) => reason.key);
    // 41 weeks 6 days = 293 days: week 28 lies 97 days = 3.187 months before delivery.
    expect(missing(-3.1)).toEqual(["gestationalAgeAssumed"]);
    expect([missing(-3), missing(-3.2), missing(-3.1, 293)]).toEqual([[], [], []]);
    expect([at({ months: -3.18 }, 293), at({ months: -3.19 }, 293)]).toEqual(["met", "notMet"]);
  });

  it("weeks of gestation are held against week 28 directly", () => {
    expect(at({ gestationalWeeks: 28 })).toBe("met");
    expect(at({ gestationalWeeks: 27.9 })).toBe("notMet");
    expect(at({ gestationalWeeks: [27, 30] })).toBe("undecided");
  });

  it("a time that is not known is undecided, with the time missing", () => {
    const { status, missing } = assessTiming(woman({ fractures: [fracture()] }), paper);
    expect(status).toBe("undecided");
    expect(missing.map((reason) => reason.key)).toEqual(["eventTimeUnknown"]);
    expect(missing[0]?.facts).toMatchObject({ sites: ["L1"], at: "/fractures/0" });
  });
});

describe("which fracture", () => {
  const timing = (fractures: ReturnType<typeof fracture>[]): string => assessTiming(woman({ fractures }), paper).status;

  it("one in the window is enough: an earlier one belongs to another pregnancy", () => {
    expect(timing([fracture({ at: { months: -30 } }), fracture({ at: { months: 2 } })])).toBe("met");
    expect(timing([fracture({ at: { months: -30 } }), fracture({ at: { months: 20 } })])).toBe("notMet");
    expect(timing([fracture({ at: { months: -30 } }), fracture()])).toBe("undecided");
  });

  it("an accident does not date the disease", () => {
    const accident = fracture({ at: { months: 2 }, mechanism: "highEnergy" });
    expect(timing([accident])).toBe("notMet");
    expect(timing([accident, fracture({ at: { months: 20 } })])).toBe("notMet");
  });

  it("an open mechanism is the other criterion's question, unless it decides which fracture counts", () => {
    const open = fracture({ at: { months: 2 }, mechanism: "notStated" });
    expect(timing([open])).toBe("met");
    expect(timing([open, fracture({ at: { months: 20 } })])).toBe("undecided");
  });

  it("an absent list is not known, an empty list is none", () => {
    expect(assessTiming(woman(), paper)).toMatchObject({ status: "undecided", missing: [{ key: "eventNotRecorded" }] });
    expect(assessTiming(woman({ fractures: [] }), paper)).toMatchObject({
      status: "notMet",
      because: [{ key: "noEvent" }],
    });
  });

  it("fractures of one time are one reason", () => {
    const three = (["T9", "T11", "T12"] as const).map((site) => fracture({ site, at: { months: 3 } }));
    const { because } = assessTiming(woman({ fractures: three }), paper);
    expect(because).toHaveLength(1);
    expect(because[0]?.facts).toMatchObject({
      sites: ["T9", "T11", "T12"],
      time: { earliest: 3, latest: 3 },
      fromMonths: -3,
      toMonths: 18,
      inWindow: "yes",
    });
  });
});

describe("other events", () => {
  it("the diagnosis dates the introduction's definition, not the fracture", () => {
    const introduction = definitionById("paper-introduction");
    const seen = (months: number): string =>
      assessTiming(
        woman({ fractures: [fracture({ at: { months: 1 } })], events: [{ kind: "diagnosis", at: { months } }] }),
        introduction,
      ).status;
    expect([seen(18), seen(18.03)]).toEqual(["met", "notMet"]);
    expect(assessTiming(woman({ fractures: [fracture({ at: { months: 1 } })] }), introduction).status).toBe(
      "undecided",
    );
  });

  it("a diagnosis of an earlier pregnancy does not undo that of this one", () => {
    const events = [-30, 2].map((months) => ({ kind: "diagnosis" as const, at: { months } }));
    expect(assessTiming(woman({ events }), definitionById("paper-introduction")).status).toBe("met");
  });

  it("the scan dates a density-only definition", () => {
    const karamay = definitionById("karamay-2021");
    const scanned = (months: number): string =>
      assessTiming(woman({ scans: [{ id: "a", at: { months }, sites: { lumbarSpine: { zScore: -3 } } }] }), karamay)
        .status;
    expect([scanned(6), scanned(6.1)]).toEqual(["met", "notMet"]);
  });
});

describe("laws", () => {
  it("a wider window never loses a fracture after delivery", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 60, noNaN: true }), (months) => {
        const view = woman({ fractures: [fracture({ at: { months } })] });
        const met = publishedWindows.map(
          ({ months: toMonths }) =>
            assessTiming(view, { ...paper, window: { ...paper.window, toMonths } }).status === "met",
        );
        expect(met).toEqual([...met].sort((a, b) => Number(a) - Number(b)));
      }),
    );
  });
});
