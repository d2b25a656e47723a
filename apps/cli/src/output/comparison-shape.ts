import { TIME_UNITS } from "@materbone/circuit";
import * as z from "zod";
import { warningsShape } from "./warning-shape.ts";

/** Shape of the machine output of `simulate --compare`. */
export const simulateCompareShape = z.strictObject({
  kind: z.literal("hypothesis"),
  scenarios: z.array(
    z.strictObject({
      file: z.string(),
      model: z.string(),
      version: z.string(),
      title: z.string().nullable(),
      notes: z.array(z.string()),
      warnings: warningsShape,
      timeUnit: z.enum(TIME_UNITS),
      times: z.array(z.number()),
      columns: z.array(z.strictObject({ name: z.string(), unit: z.string(), values: z.array(z.number()).nullable() })),
    }),
  ),
});
