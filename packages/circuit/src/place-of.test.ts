import { expect, it } from "vitest";
import { placeOf } from "./place-of.ts";

it("finds a name of a model, and says which name is not there", () => {
  const named = [{ name: "OC" }, { name: "OB" }];
  expect(placeOf(named, "OB")).toBe(1);
  expect(() => placeOf(named, "OCY")).toThrow(new RangeError("nothing is called OCY among 2 names of the model"));
});
