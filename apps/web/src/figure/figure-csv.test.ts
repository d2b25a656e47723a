import { describe, expect, it } from "vitest";
import { figureCsv } from "./figure-csv.ts";

describe("figureCsv", () => {
  it("quotes what needs it and lets no cell be computed", () => {
    const rows = [
      ["L1, L2", "+12.54"],
      ["=1+1", "−2.0"],
    ];
    expect(figureCsv({ header: ["What", "Change, %"], rows })).toBe(
      'What,"Change, %"\r\n"L1, L2",+12.54\r\n\'=1+1,−2.0\r\n',
    );
  });
});
