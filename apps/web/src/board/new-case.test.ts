import { openCase } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { newCase } from "./new-case.ts";

describe("newCase", () => {
  it("starts a record with the index delivery and nothing invented", () => {
    const made = newCase({ id: " case-4 ", deliveryDate: "2025-03-04" });
    if (made.kind !== "made") throw new TypeError("refused");
    expect(made.record).toEqual({
      schema: "materbone/case/1",
      id: "case-4",
      pregnancies: [{ index: true, deliveredAt: { date: "2025-03-04", basis: "stated" } }],
    });
    expect(openCase(made.record).index).toBe(made.record.pregnancies?.[0]);
  });

  it("holds no date when times are kept as months", () => {
    const made = newCase({ id: "case-4", deliveryDate: undefined });
    expect(made).toMatchObject({ kind: "made", record: { pregnancies: [{ index: true }] } });
  });

  it("takes a year or a month for a date", () => {
    expect(newCase({ id: "a", deliveryDate: "2025" }).kind).toBe("made");
    expect(newCase({ id: "a", deliveryDate: "2025-03" }).kind).toBe("made");
  });

  it("refuses a day that the calendar does not have, and an empty one", () => {
    expect(newCase({ id: "a", deliveryDate: "2025-02-30" })).toMatchObject({
      kind: "refused",
      problems: [{ at: "/pregnancies/0/deliveredAt/date" }],
    });
    expect(newCase({ id: "a", deliveryDate: "" }).kind).toBe("refused");
  });

  it("refuses an id that could not stand in a file name", () => {
    expect(newCase({ id: "王女士", deliveryDate: undefined })).toMatchObject({
      kind: "refused",
      problems: [{ at: "/id" }],
    });
  });
});
