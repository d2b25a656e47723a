import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJsonText } from "./json-text.ts";

describe("readJsonText", () => {
  it("reads whatever JSON can say, as JSON.parse does", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const read = readJsonText(text);
        // A random object may say a key twice, which is refused on purpose.
        if (read.kind === "read") expect(read.value).toEqual(JSON.parse(text));
        else expect(read.problems.every(({ kind }) => kind === "duplicateKey")).toBe(true);
      }),
    );
  });

  it("refuses exactly what JSON.parse refuses", () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom("", ",", "}", '"', "'", "x"),
        (text, at, sign) => {
          const place = at % (text.length + 1);
          const damaged = text.slice(0, place) + sign + text.slice(place + 1);
          let isJson = true;
          try {
            JSON.parse(damaged);
          } catch {
            isJson = false;
          }
          const read = readJsonText(damaged);
          const isRefused = read.kind === "refused" && read.problems.some(({ kind }) => kind === "notJson");
          expect(isRefused).toBe(!isJson);
        },
      ),
    );
  });

  it("names line and column of a slip", () => {
    expect(readJsonText('{\n  "id": "a",\n  "age": 03\n}')).toEqual({
      kind: "refused",
      problems: [{ kind: "notJson", line: 3, column: 11, near: "3" }],
    });
    expect(readJsonText('{"id": "a",}')).toMatchObject({ problems: [{ line: 1, column: 12, near: "}" }] });
    expect(readJsonText("")).toMatchObject({ problems: [{ kind: "notJson", line: 1, column: 1 }] });
  });

  it("refuses a key that stands twice, with its line", () => {
    expect(readJsonText('{\n "id": "a",\n "id": "b"\n}')).toEqual({
      kind: "refused",
      problems: [{ kind: "duplicateKey", line: 3, key: "id" }],
    });
  });

  it("refuses nesting that no record has", () => {
    expect(readJsonText("[".repeat(70) + "]".repeat(70))).toMatchObject({ problems: [{ kind: "tooDeep", line: 1 }] });
  });

  it("finds the line of a place, or of what is there of it", () => {
    const read = readJsonText('{\n "scans": [\n  { "id": "a" },\n  { "id": "b" }\n ]\n}');
    if (read.kind !== "read") throw new TypeError("refused");
    expect(read.lineOf("/scans/1/id")).toBe(4);
    expect(read.lineOf("/scans/1/at/date")).toBe(4);
    expect(read.lineOf("/person")).toBe(1);
  });
});
