import { createTerms } from "@materbone/clinical";
import {
  presetDefinition,
  type Row,
  resolveDefinition,
  saySettle,
  sayWhy,
  type Worklist,
  womanExplainer,
} from "@materbone/finder";
import { describe, expect, it } from "vitest";
import { clockStrip, STRIP, STRIP_DELIVERY } from "./clock-strip.ts";
import { whyLine } from "./why-line.ts";

const [en, zh] = [createTerms("en"), createTerms("zh")];

const preset = presetDefinition("paper");
if (preset === undefined) throw new Error("the paper's definition ships");
const definition = resolveDefinition(preset);
const explain = womanExplainer(definition);

type Event = readonly [kind: string, system: string, code: string, day: string, value?: number];

function candidateOf(events: readonly Event[]): Worklist["candidates"][number] {
  const person: Row = {
    person_id: 1,
    source_id: "w1",
    sex: "female",
    birth_low: "1995-01-01",
    birth_high: "1995-01-01",
    source_ref: "p/1",
  };
  const event = events.map(([kind, system, code, day, value], index): Row => {
    const unit = value === undefined ? null : "1";
    const range = { date_low: day, date_high: day, value: value ?? null, unit, site: null };
    return { person_id: 1, kind, system, code, ...range, source_ref: `r/${index}` };
  });
  const { candidate } = explain({ person: [person], event, ancestor: [] });
  if (candidate === undefined) throw new Error("she is a candidate");
  const both = <T>(say: (terms: typeof en) => T) => ({ en: say(en), zh: say(zh) });
  return {
    ...candidate,
    said: {
      why: both((terms) => sayWhy(candidate, definition, terms)),
      settle: both((terms) => candidate.settle.map((item) => saySettle(item, candidate, terms))),
    },
  };
}

const delivery: Event = ["condition", "ICD-10", "O80", "2025-03-10"];

describe("why a woman is listed, in one line", () => {
  it("names the events with the months from the delivery, and what is missing", () => {
    const woman = candidateOf([
      delivery,
      ["condition", "ICD-10", "M54.5", "2025-04-20"],
      ["condition", "ICD-10", "M54.5", "2025-05-20"],
      ["condition", "ICD-10", "M54.5", "2025-06-20"],
    ]);
    expect(whyLine(woman, definition, en)).toMatch(/^Back pain \(1 month after delivery\); not recorded: [A-Z].+$/);
    expect(whyLine(woman, definition, zh)).toMatch(/^背痛（产后 1 个月）；无.+记录$/);
  });

  it("gives the value that was measured, with a minus sign", () => {
    const woman = candidateOf([
      delivery,
      ["condition", "ICD-10", "M48.5", "2025-06-20"],
      ["measurement", "LOINC", "85394-5", "2025-04-20", -3.1],
    ]);
    const line = whyLine(woman, definition, en);
    expect(woman.tier).toBe("fracture_with_low_z");
    expect(line).toContain("Z-score ≤ \u22122.0 (lumbar spine \u22123.1, 1 month after delivery)");
  });

  it("counts what came before the delivery as before", () => {
    const woman = candidateOf([delivery, ["condition", "ICD-10", "M48.5", "2025-01-20"]]);
    expect(whyLine(woman, definition, en)).toContain("(1 month before delivery)");
  });

  it("gives the lowest value with its site, not the first", () => {
    const woman = candidateOf([
      delivery,
      ["measurement", "LOINC", "85394-5", "2025-04-20", -2.4],
      ["measurement", "LOINC", "80933-5", "2025-04-20", -2.6],
      ["measurement", "LOINC", "80934-3", "2025-06-20", -2.1],
    ]);
    expect(whyLine(woman, definition, en)).toContain("(total hip \u22122.6, 1 month after delivery)");
    expect(whyLine(woman, definition, zh)).toContain("Z值 ≤ \u22122.0（全髋 \u22122.6，产后 1 个月）");
  });

  it.each([
    ["2025-02-11", "27 days before delivery", "产前 27 天"],
    ["2025-04-03", "24 days after delivery", "产后 24 天"],
    ["2025-03-10", "on the day of delivery", "分娩当日"],
    ["2025-04-10", "1 month after delivery", "产后 1 个月"],
    ["2025-02-10", "1 month before delivery", "产前 1 个月"],
  ])("says below one completed month days and their side (%s)", (day, inEnglish, inChinese) => {
    const woman = candidateOf([delivery, ["condition", "ICD-10", "M48.5", day]]);
    expect(whyLine(woman, definition, en)).toContain(`(${inEnglish})`);
    expect(whyLine(woman, definition, zh)).toContain(`（${inChinese}）`);
  });
});

describe("the strip of the delay clock", () => {
  it("has a place for what is recorded, after the delivery to its right, and none for what is not", () => {
    const woman = candidateOf([
      delivery,
      ["condition", "ICD-10", "M54.5", "2025-04-10"],
      ["condition", "ICD-10", "M48.5", "2025-06-20"],
    ]);
    const marks = clockStrip(woman.clock);
    expect(marks.map(({ step }) => step)).toEqual(["pain"]);
    expect(marks[0]?.x).toBeGreaterThan(STRIP_DELIVERY);
  });

  it("keeps what lies beyond inside", () => {
    const far = { least: 4000, most: 4000 };
    const days = { low: "2035-01-01", high: "2035-01-01" };
    const [mark] = clockStrip([
      {
        kind: "recorded",
        step: "drug",
        stream: "drug",
        first: days,
        isCertain: true,
        sinceDelivery: { days: far, months: far },
      },
    ]);
    expect(mark?.x).toBe(STRIP.width - STRIP.edge);
  });
});
