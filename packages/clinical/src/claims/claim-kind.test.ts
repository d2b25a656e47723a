import { expect, it } from "vitest";
import * as z from "zod";
import knowledge from "../../knowledge/claim-kinds.json" with { type: "json" };
import { claimSchema } from "../record/claim.ts";
import { claimKind, claimKinds } from "./claim-kind.ts";

const source = z.strictObject({
  cite: z.string().min(1),
  doi: z.string().optional(),
  status: z.enum(["read", "recalled", "assumed"]),
  checked: z.iso.date(),
  note: z.string().min(1).optional(),
});

it("holds a severity with its reason for every kind of claim, once", () => {
  const kinds = claimSchema.options.map((option) => option.shape.kind.value);
  expect(claimKinds.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted());
  const schema = z.strictObject({
    kinds: z.array(z.strictObject({ kind: z.enum(kinds), severity: z.enum(["info", "minor", "major"]), source })),
    firstDrugGap: z.strictObject({ moreThanMonths: z.number().positive(), source }),
  });
  expect(schema.safeParse(knowledge).error).toBeUndefined();
});

it("names the kind it does not know", () => {
  expect(() => claimKind("anything" as never)).toThrow(new RangeError("no such kind of claim: anything"));
});
