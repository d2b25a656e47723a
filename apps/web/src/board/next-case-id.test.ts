import { describe, expect, it } from "vitest";
import { nextCaseId } from "./next-case-id.ts";

describe("nextCaseId", () => {
  it("starts at case-1", () => {
    expect(nextCaseId([])).toBe("case-1");
    expect(nextCaseId(["woman-twins"])).toBe("case-1");
  });

  it("goes on after the highest, not after the last", () => {
    expect(nextCaseId(["case-1", "case-12", "case-3"])).toBe("case-13");
  });

  it("keeps leading zeros", () => {
    expect(nextCaseId(["P007", "P008"])).toBe("P009");
    expect(nextCaseId(["P099"])).toBe("P100");
  });

  it("follows the beginning that most ids have", () => {
    expect(nextCaseId(["pilot-9", "case-1", "case-2"])).toBe("case-3");
  });
});
