import { describe, expect, it } from "vitest";
import { caseSearch, sideOf } from "./case-search.ts";

describe("the side of a narrow page", () => {
  it("is the record at first, and the panel where the address names one", () => {
    expect(sideOf(caseSearch({}))).toBe("record");
    expect(sideOf(caseSearch({ panel: "response" }))).toBe("panel");
    expect(sideOf(caseSearch({ panel: "no such panel" }))).toBe("record");
  });

  it("is what someone chose", () => {
    expect(sideOf(caseSearch({ panel: "response", side: "record" }))).toBe("record");
    expect(sideOf(caseSearch({ side: "panel" }))).toBe("panel");
  });
});
