import {
  presetDefinition,
  type ResolvedDefinition,
  type Row,
  resolveDefinition,
  womanExplainer,
} from "@materbone/finder";
import { describe, expect, it } from "vitest";
import { expectSound } from "../sound-figure.fixture.ts";
import { monthsOf, placedInRows, timelineSpan } from "./timeline-layout.ts";
import { timelineLanes, womanRecords } from "./woman-records.ts";
import { womanTimelineFigure } from "./woman-timeline-figure.ts";

const definition = paper();

function paper(): ResolvedDefinition {
  const preset = presetDefinition("paper");
  if (preset === undefined) throw new Error("the paper's definition ships");
  return resolveDefinition(preset);
}

type Event = Pick<Row, "kind" | "system" | "code"> & { readonly day?: string; readonly value?: number };

function eventRow({ day, value, ...event }: Event, index: number): Row {
  const [low, high] = day === undefined ? [null, null] : day.length === 7 ? [`${day}-01`, `${day}-28`] : [day, day];
  return {
    person_id: 1,
    ...event,
    date_low: low,
    date_high: high,
    value: value ?? null,
    unit: value === undefined ? null : "1",
    site: null,
    source_ref: `row/${index}`,
  };
}

/** A woman who delivered, had pain, a vertebral fracture and a low Z-score, and a cold that nobody asked for. */
const events = [
  { kind: "condition", system: "ICD-10", code: "O80", day: "2025-03-10" },
  { kind: "condition", system: "ICD-10", code: "M54.5", day: "2025-04-10" },
  { kind: "condition", system: "ICD-10", code: "M48.5", day: "2025-06" },
  { kind: "measurement", system: "LOINC", code: "85394-5", day: "2025-06-20", value: -3.1 },
  { kind: "condition", system: "ICD-10", code: "J06.9", day: "2029-01-01" },
  { kind: "condition", system: "ICD-10", code: "J06.9" },
].map(eventRow);

function explained() {
  const person: Row = {
    person_id: 1,
    source_id: "w1",
    sex: "female",
    birth_low: "1995-01-01",
    birth_high: "1995-01-01",
    source_ref: "p/1",
  };
  const { candidate, deliveries } = womanExplainer(definition)({ person: [person], event: events, ancestor: [] });
  const [delivery] = deliveries;
  if (candidate === undefined || delivery === undefined) throw new Error("she is a candidate");
  return { candidate, delivery, records: womanRecords(events, delivery, candidate.tier, definition) };
}

describe("the records of a woman", () => {
  it("stand in the lane of the step that asks for them, and what speaks for her tier is marked", () => {
    const { candidate, records } = explained();
    const laneOf = (code: string) => records.find(({ lines }) => lines[0]?.code === code)?.lane.kind;
    expect(["O80", "M54.5", "M48.5", "J06.9"].map(laneOf)).toEqual(["delivery", "pain", "asked", "other"]);
    const evidence = records.filter(({ isEvidence }) => isEvidence).map(({ lines }) => lines[0]?.code);
    expect(evidence).toContain("M48.5");
    expect(evidence).not.toContain("J06.9");
    expect(candidate.tier).toMatch(/fracture/);
  });

  it("are each there once, those without a date too", () => {
    const { records } = explained();
    expect(records).toHaveLength(events.length);
    expect(records.filter(({ when }) => when === undefined)).toHaveLength(1);
  });

  it("have lanes with the windows in which the definition looks", () => {
    const lanes = timelineLanes(definition);
    expect(lanes.map(({ lane }) => lane.kind)).toEqual([
      "delivery",
      "pain",
      "imaging",
      "asked",
      "density",
      "drug",
      "exclusion",
      "other",
    ]);
    expect(lanes.find(({ lane }) => lane.kind === "asked")?.windows).toEqual(["late_pregnancy_to_18_months"]);
  });
});

describe("the drawing", () => {
  it.each(["en", "zh"] as const)("is sound in every layout (%s), with a row for every record", (lang) => {
    const { delivery, records } = explained();
    for (const layout of ["wide", "broad", "narrow"] as const) {
      const drawn = womanTimelineFigure({ id: "1", delivery: delivery.when, records, definition }, { lang, layout });
      expectSound(drawn);
      expect(drawn.rows).toHaveLength(records.length);
      // What has no date is in the table only.
      expect(drawn.marks).toHaveLength(records.length - 1);
    }
  });

  it("says what, when and where in the source", () => {
    const { delivery, records } = explained();
    const { marks } = womanTimelineFigure({ id: "1", delivery: delivery.when, records, definition }, { lang: "en" });
    const said = marks.find(({ label }) => label.includes("M54.5"))?.label;
    expect(said).toMatch(/Back pain.*2025-04-10, 31 days \(1 month\) after delivery; row\/1/);
  });

  it("draws records of one day as one mark with their number, ringed when any is evidence", () => {
    const day = { low: "2025-06-20", high: "2025-06-20" };
    const line = { stream: "bone_density", kind: "measurement", system: "LOINC", code: "38261-4", isCertain: true };
    const records = Array.from({ length: 7 }, (_, index) => ({
      key: String(index),
      streams: ["bone_density"],
      lane: { kind: "density" as const },
      when: day,
      lines: [{ ...line, sourceRef: `row/${index}` }],
      sourceRef: `row/${index}`,
      isEvidence: index === 5,
    }));
    const delivery = { low: "2025-03-10", high: "2025-03-10" };
    const { svg, marks, rows } = womanTimelineFigure({ id: "1", delivery, records, definition }, { lang: "en" });
    expect(svg.match(/>×7</g)).toHaveLength(1);
    expect(svg.match(/rx="8.5"/g)).toHaveLength(1);
    expect(marks).toHaveLength(7);
    expect(marks[0]?.label).toContain("7 records of this date");
    expect(rows).toHaveLength(7);
  });

  it("begins its table with the time that is drawn, older visits after it", () => {
    const delivery = { low: "2025-03-10", high: "2025-03-10" };
    const records = ["2019-05-01", "2025-04-10", "2026-01-02"].map((low) => ({
      key: low,
      streams: [],
      lane: { kind: "other" as const },
      when: { low, high: low },
      lines: [{ stream: "", kind: "visit", system: "local", code: "V", isCertain: true, sourceRef: low }],
      sourceRef: low,
      isEvidence: false,
    }));
    const { rows } = womanTimelineFigure({ id: "1", delivery, records, definition }, { lang: "en" });
    expect(rows.map((row) => row[3])).toEqual(["2025-04-10", "2026-01-02", "2019-05-01"]);
  });

  it("stands without anything to draw", () => {
    const day = { low: "2025-03-10", high: "2025-03-10" };
    expectSound(womanTimelineFigure({ id: "1", delivery: day, records: [], definition }, { lang: "zh" }));
  });
});

describe("the layout of the timeline", () => {
  it("keeps a partial date a span, and negative months before the delivery", () => {
    const delivery = { low: "2025-03-10", high: "2025-03-10" };
    const { least, most } = monthsOf(delivery, { low: "2025-01-01", high: "2025-01-31" });
    // 68 and 38 days of the mean Gregorian month, 146 097 days in 400 years.
    expect(least).toBeCloseTo((-68 * 4800) / 146_097, 12);
    expect(most).toBeCloseTo((-38 * 4800) / 146_097, 12);
  });

  it("reaches from pregnancy to 18 months at least, and no further than a year before and three after", () => {
    expect(timelineSpan([])).toEqual([-9, 18]);
    expect(timelineSpan([{ least: -11.2, most: 20.1 }])).toEqual([-12, 21]);
    expect(timelineSpan([{ least: -300, most: 300 }])).toEqual([-12, 36]);
  });

  it("puts marks that would hide one another into rows of their own, as long as there are rows", () => {
    const at = (x: number) => ({ x, x2: x });
    expect(placedInRows([at(0), at(5), at(40)], 15, 4).map(({ row }) => row)).toEqual([0, 1, 0]);
    expect(placedInRows([{ x: 0, x2: 30 }, at(20)], 15, 4).map(({ row }) => row)).toEqual([0, 1]);
    expect(placedInRows([at(0), at(1), at(2)], 15, 2).map(({ row }) => row)).toEqual([0, 1, 0]);
  });
});
