import { type CaseRecord, type Lang, openSeries, type SeriesView } from "@materbone/clinical";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarLines, calendarText, dayAfter, utcStamp } from "./calendar-lines.ts";
import { followUpCalendar } from "./follow-up-calendar.ts";

/** Delivered on 2025-03-04 and diagnosed four calendar months later, with nothing done yet. */
const dated: CaseRecord = {
  schema: "materbone/case/1",
  id: "woman-dated",
  label: "Jane Roe",
  note: "said that her back hurts",
  person: { ageYears: 31 },
  pregnancies: [{ index: true, deliveredAt: { date: "2025-03-04" } }],
  events: [{ kind: "diagnosis", at: { months: 4 } }],
};

const monthsOnly: CaseRecord = {
  schema: "materbone/case/1",
  id: "woman-months",
  events: [{ kind: "diagnosis", at: { months: 4 } }],
};

function series(...cases: CaseRecord[]): SeriesView {
  return openSeries({ schema: "materbone/series/1", id: "my-series", title: "A title; with, signs", cases });
}

function calendar(view: SeriesView, on: string, lang: Lang = "en") {
  return followUpCalendar(view, { lang, on, madeAt: "2025-08-01T09:30:15.123Z" });
}

/** Events by the id of their time in the schedule, unfolded. */
function eventsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const unfolded = text.replaceAll("\r\n ", "");
  const blocks = unfolded.split("BEGIN:VEVENT\r\n").slice(1);
  return new Map(
    blocks.map((block) => {
      const lines = block.slice(0, block.indexOf("END:VEVENT")).split("\r\n");
      return [/^UID:my-series\.woman-dated\.(.+)@materbone$/.exec(lines[0] ?? "")?.[1] ?? "", lines];
    }),
  );
}

describe("followUpCalendar", () => {
  it("puts a task on the day it is due, for the whole day", () => {
    const month3 = eventsOf(calendar(series(dated), "2025-08-01").text).get("month-3");
    // Three months after the diagnosis, which was four months after 4 March.
    expect(month3).toContain("DTSTART;VALUE=DATE:20251004");
    expect(month3).toContain("DTEND;VALUE=DATE:20251005");
    expect(month3).toContain("DTSTAMP:20250801T093015Z");
    expect(month3?.find((line) => line.startsWith("SUMMARY"))).toMatch(/^SUMMARY;LANGUAGE=en:woman-dated: /);
  });

  it("puts what is overdue on the day asked about and says so", () => {
    const later = eventsOf(calendar(series(dated), "2026-06-01").text).get("month-3");
    expect(later).toContain("DTSTART;VALUE=DATE:20260601");
    expect(later?.find((line) => line.startsWith("SUMMARY"))).toContain("woman-dated (overdue): ");
    const chinese = eventsOf(calendar(series(dated), "2026-06-01", "zh").text).get("month-3");
    expect(chinese?.find((line) => line.startsWith("SUMMARY"))).toMatch(
      /^SUMMARY;LANGUAGE=zh-CN:woman-dated（逾期）：/,
    );
  });

  it("leaves out what was done", () => {
    const scanned = { ...dated, scans: [{ id: "s", at: { months: 7 }, sites: { lumbarSpine: { bmdGPerCm2: 0.8 } } }] };
    const before = eventsOf(calendar(series(dated), "2025-08-01").text);
    const after = eventsOf(calendar(series({ ...scanned, scans: [...scanned.scans] }), "2025-08-01").text);
    const weaned = {
      pregnancies: [{ index: true, deliveredAt: { date: "2025-03-04" }, lactation: { weaned: { months: 1 } } }],
    };
    const due = eventsOf(calendar(series({ ...dated, ...weaned }), "2025-08-01").text);
    const done = eventsOf(calendar(series({ ...scanned, ...weaned }), "2025-08-01").text);
    expect(before.has("weaning-6")).toBe(false);
    expect(after.has("weaning-6")).toBe(false);
    expect(due.has("weaning-6")).toBe(true);
    expect(done.has("weaning-6")).toBe(false);
  });

  it("names the women whose delivery has no date, and dates none of them", () => {
    const { text, undated } = calendar(series(dated, monthsOnly), "2025-08-01");
    expect(undated).toEqual(["woman-months"]);
    expect(text).not.toContain("woman-months");
  });

  it("spans the days between the readings of a delivery known to the month", () => {
    const record = { ...dated, pregnancies: [{ index: true, deliveredAt: { date: "2025-03" } }] };
    const month3 = eventsOf(calendar(series(record), "2025-08-01").text).get("month-3");
    expect(month3).toContain("DTSTART;VALUE=DATE:20251001");
    expect(month3).toContain("DTEND;VALUE=DATE:20251101");
  });

  it("holds the pseudonym and nothing else of the record or the series", () => {
    const { text } = calendar(series(dated), "2025-08-01");
    expect(text).not.toMatch(/Jane|Roe|back hurts|title|31/);
  });

  it("keeps the identity of an event when the file is made again", () => {
    const uids = (on: string) => [...eventsOf(calendar(series(dated), on).text).keys()].sort();
    expect(uids("2025-08-01")).toEqual(uids("2026-06-01"));
  });

  it("ends every line with CRLF and opens and closes what it begins", () => {
    const { text } = calendar(series(dated), "2025-08-01", "zh");
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.match(/^BEGIN:VEVENT\r$/gm)?.length).toBe(text.match(/^END:VEVENT\r$/gm)?.length);
  });
});

describe("lines of a calendar", () => {
  it("are folded at 75 octets, between characters, and unfold to what they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const line = `SUMMARY:${calendarText(text)}`;
        const folded = calendarLines([line]);
        expect(folded.replaceAll("\r\n ", "")).toBe(`${line}\r\n`);
        for (const piece of folded.split("\r\n")) {
          expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75);
          // A character cut in two would not survive the way through bytes.
          expect(Buffer.from(piece).toString()).toBe(piece);
        }
      }),
    );
  });

  it("escape what separates values", () => {
    expect(calendarText("a\\b;c,d\r\ne\nf\u0000g")).toBe("a\\\\b\\;c\\,d\\ne\\nfg");
    expect(calendarText("x\r\nEND:VEVENT")).toBe("x\\nEND:VEVENT");
  });

  it("write days and instants", () => {
    expect(dayAfter("2024-02-28")).toBe("2024-02-29");
    expect(dayAfter("2025-12-31")).toBe("2026-01-01");
    expect(utcStamp("2025-08-01T09:30:15Z")).toBe("20250801T093015Z");
    expect(() => utcStamp("2025-08-01T09:30:15+08:00")).toThrow(RangeError);
  });
});
