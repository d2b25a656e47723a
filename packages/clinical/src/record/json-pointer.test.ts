import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonPointer, pointerSteps, valueAt } from "./json-pointer.ts";

describe("jsonPointer", () => {
  // RFC 6901, section 5.
  const document = { foo: ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "m~n": 8, " ": 7 };
  it.each([
    [[], "", document],
    [["foo"], "/foo", ["bar", "baz"]],
    [["foo", 0], "/foo/0", "bar"],
    [[""], "/", 0],
    [["a/b"], "/a~1b", 1],
    [["c%d"], "/c%d", 2],
    [["m~n"], "/m~0n", 8],
    [[" "], "/ ", 7],
  ])("%j is %j", (path, pointer, value) => {
    expect(jsonPointer(path)).toBe(pointer);
    expect(valueAt(document, pointer)).toEqual(value);
  });

  it("gives its steps back", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (steps) => {
        expect(pointerSteps(jsonPointer(steps))).toEqual(steps);
      }),
    );
  });
});

describe("valueAt", () => {
  it.each(["/bar", "/foo/2", "/foo/0/x", "/__proto__", "/constructor", "/foo/length/x", "/toString"])(
    "%s does not exist",
    (pointer) => {
      expect(valueAt({ foo: ["bar"] }, pointer)).toBeUndefined();
    },
  );

  it("reads keys of the document that bear the name of a built-in one", () => {
    expect(valueAt(JSON.parse('{"__proto__": {"constructor": 1}}'), "/__proto__/constructor")).toBe(1);
  });
});
