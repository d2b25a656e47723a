import { describe, expect, it } from "vitest";
import { isLaterVisit } from "./later-visit.ts";

describe("isLaterVisit", () => {
  it.each(["S32.010D", "S32.010G", "S32.010K", "S32.010S", "S32010S", "M80.08XP", "S72.102M", "V43.52XD", "M48.5XXS"])(
    "is so for %s",
    (code) => expect(isLaterVisit("ICD-10-CM", code)).toBe(true),
  );

  it.each(["S32.010A", "S32.010B", "S72.001C", "M80.88XA", "M80.8", "S32.0", "S32.01G", "S32.010", "M54.5", ""])(
    "is not for %s",
    (code) => expect(isLaterVisit("ICD-10-CM", code)).toBe(false),
  );

  it("is not for other editions, whose codes end in other signs or mean something else by them", () => {
    for (const code of ["S32.000x001", "M80.800x001", "S72.10LG", "S32.010S"]) {
      expect(isLaterVisit("ICD-10", code)).toBe(false);
    }
  });
});
