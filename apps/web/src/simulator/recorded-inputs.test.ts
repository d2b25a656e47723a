import { openCase } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { otherWeanings } from "./course/other-weanings.ts";
import { recordedInputs } from "./recorded-inputs.ts";

const record = (lactation: object, treatments: readonly object[] = []): ReturnType<typeof recordedInputs> =>
  recordedInputs(
    openCase({
      schema: "materbone/case/1",
      id: "w",
      pregnancies: [{ index: true, lactation }],
      treatments,
    } as unknown as Parameters<typeof openCase>[0]),
  );

describe("an open time of weaning", () => {
  it("assumes the later end of a range and draws the other, with her drugs and without", () => {
    const zoledronate = {
      agent: "zoledronicAcid",
      dose: { amount: 5, unit: "mg", per: "once" },
      start: { months: 9, basis: "stated" },
    };
    const lactation = { breastfed: "yes", weaned: { months: [3, 9], basis: "ambiguous" } };
    const { inputs, weanedBetween } = record(lactation, [zoledronate]);
    expect(weanedBetween).toEqual([3, 9]);
    expect(inputs.nursing).toEqual([{ level: "full", months: 9 }]);
    const others = otherWeanings(inputs, inputs, weanedBetween);
    expect(others.map(({ inputs: { nursing, given } }) => [nursing[0]?.months, given.length])).toEqual([
      [3, 1],
      [3, 0],
    ]);
  });

  it("says what is assumed where nothing is recorded: from never to the end of the course", () => {
    const { inputs, nursing, weanedBetween } = record({ breastfed: "yes" });
    expect(nursing.kind).toBe("notRecorded");
    expect(weanedBetween).toEqual([0, inputs.months]);
    expect(otherWeanings(inputs, inputs, weanedBetween).map(({ inputs: other }) => other.nursing)).toEqual([
      [],
      [{ level: "full", months: inputs.months }],
    ]);
  });

  it("draws nothing beside a month that the reader has set, or that is recorded", () => {
    const open = record({ breastfed: "yes" });
    const set = { ...open.inputs, nursing: [{ level: "full" as const, months: 4 }] };
    expect(otherWeanings(set, open.inputs, open.weanedBetween)).toEqual([]);
    expect(record({ breastfed: "yes", weaned: { months: 4, basis: "stated" } }).weanedBetween).toBeUndefined();
  });
});
