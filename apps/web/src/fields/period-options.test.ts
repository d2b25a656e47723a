import { agentsKnown, caseRecordSchema } from "@materbone/clinical";
import { expect, it } from "vitest";
import { periodOptions } from "./period-options.ts";

it("offers every interval of dosing that a listed regimen has, and only what the record takes", () => {
  const offered = periodOptions.map((option) => option.value);
  const listed = new Set(agentsKnown.flatMap((agent) => agent.regimens.map((regimen) => regimen.per)));
  expect([...listed].filter((per) => !offered.includes(per))).toEqual([]);
  for (const per of offered) {
    const record = {
      schema: "materbone/case/1",
      id: "w-1",
      treatments: [{ agent: "calcium", dose: { amount: 1, unit: "g", per } }],
    };
    expect(caseRecordSchema.safeParse(record).success).toBe(true);
  }
});
