import { describe, expect, it } from "vitest";
import { clockText, minutesSince } from "./clock.ts";

describe("clockText", () => {
  // Times of the place where the page is: made from parts, not from text with a zone.
  const at = (year: number, month: number, day: number, hour: number, minute: number): Date =>
    new Date(year, month - 1, day, hour, minute);
  const now = at(2026, 5, 4, 18, 0);

  it.each([
    [at(2026, 5, 4, 9, 5), "09:05", "09:05"],
    [at(2026, 5, 3, 14, 32), "3 May 14:32", "5月3日 14:32"],
    [at(2025, 12, 31, 23, 59), "31 Dec 2025 23:59", "2025年12月31日 23:59"],
  ])("%s, seen on 4 May 2026", (instant, en, zh) => {
    expect(clockText(instant.toISOString(), now, "en")).toBe(en);
    expect(clockText(instant.toISOString(), now, "zh")).toBe(zh);
  });

  it("says nothing of a text that is no instant", () => {
    expect(clockText("", now, "en")).toBe("");
  });
});

describe("minutesSince", () => {
  it("counts whole minutes, and none for a clock that runs ahead", () => {
    const now = new Date("2026-05-04T10:00:59Z");
    expect(minutesSince("2026-05-04T09:58:00Z", now)).toBe(2);
    expect(minutesSince("2026-05-04T10:05:00Z", now)).toBe(0);
  });
});
