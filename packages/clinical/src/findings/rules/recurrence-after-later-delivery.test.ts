import { describe, expect, it } from "vitest";
import type { Fracture } from "../../record/fracture.ts";
import { recurrenceAfterLaterDelivery } from "./recurrence-after-later-delivery.ts";
import { found } from "./woman.fixture.ts";

const second = [{ index: true }, { deliveredAt: { months: 36 } }];
const fractured = (months: number, more: Partial<Fracture> = {}): Fracture => ({
  site: "T12",
  at: { months },
  ...more,
});
const recurrence = (...fractures: Fracture[]) =>
  found(recurrenceAfterLaterDelivery, { pregnancies: second, fractures });

describe("recurrence-after-later-delivery", () => {
  // From three months before to 18 months after the later delivery at month 36.
  it.each([
    [32.9, 0],
    [33, 1],
    [38, 1],
    [54, 1],
    [54.1, 0],
  ])("a fracture at month %f", (months, count) => {
    expect(recurrence(fractured(2), fractured(months))).toHaveLength(count);
  });

  it("points at the fracture and names the delivery", () => {
    const [raised] = recurrence(fractured(2, { site: "L1" }), fractured(38));
    expect(raised?.at).toBe("/fractures/1");
    expect(raised?.facts).toEqual({ deliveryMonths: [36], sites: ["T12"], isRecurrence: true });
  });

  it("asks about the index when no fracture comes before it", () => {
    expect(recurrence(fractured(38))[0]?.facts.isRecurrence).toBe(false);
  });

  it("leaves out high energy and women with one pregnancy", () => {
    expect(recurrence(fractured(38, { mechanism: "highEnergy" }))).toEqual([]);
    const one = { pregnancies: second.slice(0, 1), fractures: [fractured(38)] };
    expect(found(recurrenceAfterLaterDelivery, one)).toEqual([]);
  });
});
