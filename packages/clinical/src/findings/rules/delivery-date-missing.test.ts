import { describe, expect, it } from "vitest";
import { deliveryDateMissing } from "./delivery-date-missing.ts";
import { found } from "./woman.fixture.ts";

const dated = { fractures: [{ site: "L1" as const, at: { date: "2018-05" } }] };

describe("delivery-date-missing", () => {
  it("asks for the delivery when a date stands without it", () => {
    expect(found(deliveryDateMissing, { ...dated, pregnancies: [{}] })).toEqual([
      { at: "/pregnancies/0/deliveredAt", facts: { dates: 1 } },
    ]);
    expect(found(deliveryDateMissing, dated)[0]?.at).toBe("/pregnancies");
  });

  it("asks of a dated weaning too", () => {
    const pregnancies = [{ lactation: { weaned: { date: "2018-05" } } }];
    expect(found(deliveryDateMissing, { pregnancies })).toEqual([
      { at: "/pregnancies/0/deliveredAt", facts: { dates: 1 } },
    ]);
  });

  it("goes when the delivery is dated, and does not ask of months", () => {
    expect(found(deliveryDateMissing, { ...dated, pregnancies: [{ deliveredAt: { date: "2018" } }] })).toEqual([]);
    expect(found(deliveryDateMissing, { fractures: [{ site: "L1", at: { months: 3 } }] })).toEqual([]);
  });
});
