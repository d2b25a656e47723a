import { describe, expect, it } from "vitest";
import { momentText } from "./moment-text.ts";

/** Made in local time, so that the test holds in every time zone. */
const moment = new Date(2026, 10, 25, 14, 32);

describe("momentText", () => {
  it("says only the time of today", () => {
    expect(momentText(moment.toISOString(), "en", new Date(2026, 10, 25, 18, 0))).toBe("14:32");
  });

  it("says the day of another day, in both languages", () => {
    const later = new Date(2026, 10, 26, 0, 5);
    expect(momentText(moment.toISOString(), "en", later)).toBe("25 Nov 2026, 14:32");
    expect(momentText(moment.toISOString(), "zh", later)).toBe("2026年11月25日 14:32");
  });

  it("counts midnight as 00, not 24", () => {
    const midnight = new Date(2026, 10, 25, 0, 7);
    expect(momentText(midnight.toISOString(), "en", new Date(2026, 10, 25, 18, 0))).toBe("00:07");
  });

  it("leaves what is no instant as it is", () => {
    expect(momentText("soon", "en")).toBe("soon");
  });
});
