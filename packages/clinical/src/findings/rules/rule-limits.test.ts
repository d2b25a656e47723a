import { expect, it } from "vitest";
import * as z from "zod";
import { ruleLimits } from "./rule-limits.ts";

const source = z.strictObject({
  cite: z.string().min(1),
  doi: z.string().optional(),
  status: z.enum(["read", "recalled", "assumed"]),
  checked: z.iso.date(),
  note: z.string().optional(),
});

it("every limit is a positive number with a source", () => {
  const limit = (name: string) => z.strictObject({ [name]: z.number().positive(), source });
  const schema = z.strictObject({
    version: z.string(),
    vitaminDDeficient: limit("belowNgPerMl"),
    nearLimit: limit("percentOfLimit"),
    neighbourColumns: limit("columns"),
    denosumabFollowOn: limit("months"),
    unitFit: limit("timesLimit"),
    conception: limit("daysAfterLastPeriod"),
    zScorePoints: limit("minimum"),
  });
  expect(schema.safeParse(ruleLimits).error).toBeUndefined();
});
