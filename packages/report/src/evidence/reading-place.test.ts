import { createTerms } from "@materbone/clinical";
import { expect, it } from "vitest";
import { readingPlace } from "./reading-place.ts";

it("says what lines are lines of, and leaves any other place as it was written", () => {
  expect(readingPlace("l.438-450", createTerms("en"))).toBe("lines 438–450 of the paper's text");
  expect(readingPlace("l.438-450", createTerms("zh"))).toBe("论文文本第438～450行");
  expect(readingPlace("Table 2", createTerms("zh"))).toBe("Table 2");
});
