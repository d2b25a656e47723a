import { describe, expect, it } from "vitest";
import { csvLine } from "./csv.ts";

describe("csvLine", () => {
  it.each([
    [["a", 1, -2.5, true, null, undefined], "a,1,-2.5,true,,\r\n"],
    [['say "no"', "one, two", "two\nlines", "cr\rhere"], '"say ""no""","one, two","two\nlines","cr\rhere"\r\n'],
    [["=1+1", "+1", "@x", "-x", "-1", "−1"], "'=1+1,'+1,'@x,'-x,-1,−1\r\n"],
    [[" =1+1", "-1+cmd|' /C calc'!A0", "-1.5"], "' =1+1,'-1+cmd|' /C calc'!A0,-1.5\r\n"],
    [["\t=1", '=HYPERLINK("x")'], '\'\t=1,"\'=HYPERLINK(""x"")"\r\n'],
    [[], "\r\n"],
  ])("%j", (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});
