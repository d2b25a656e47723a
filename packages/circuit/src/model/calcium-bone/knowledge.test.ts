import { describe, expect, it } from "vitest";
import * as z from "zod";
import file from "../../../knowledge/calcium-bone.json" with { type: "json" };
import { calciumBone } from "../calcium-bone.ts";
import { calciumBoneParameters, calciumBoneSources, calciumBoneStates } from "./knowledge.ts";

const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const bounds = z
  .strictObject({
    above: z.number().optional(),
    least: z.number().optional(),
    below: z.number().optional(),
    most: z.number().optional(),
    oneOf: z.array(z.number()).optional(),
    reason: z.union([text, z.literal("exponent")]).optional(),
  })
  .refine((one) => Object.keys(one).length > 0);

const schema = z.strictObject({
  version: z.iso.date(),
  checked: z.iso.date(),
  sources: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]+$/),
      cite: z.string().min(10),
      status: z.enum(["read", "recalled", "assumed"]),
      checked: z.iso.date(),
      note: text.optional(),
    }),
  ),
  boundReasons: z.strictObject({ exponent: text }),
  parameters: z.array(
    z.strictObject({
      name: z.string().regex(/^[A-Za-z]\w*$/),
      value: z.number(),
      unit: z.string().min(1),
      bounds: bounds.optional(),
      meaning: text,
      source: z.string(),
      note: text.optional(),
    }),
  ),
  states: z.array(
    z.strictObject({
      name: z.string().regex(/^[A-Za-z]\w*$/),
      kind: z.enum(["state", "depot", "input"]),
      unit: z.string().min(1),
      bounds,
      meaning: text,
    }),
  ),
});

describe("knowledge of the reference model", () => {
  it("has the shape that the program relies on", () => {
    expect(schema.safeParse(file).error).toBeUndefined();
  });

  it("gives every parameter a source of the file, and every assumed source its reason", () => {
    const ids = new Set(calciumBoneSources.map(({ id }) => id));
    expect(calciumBoneParameters.filter(({ source }) => !ids.has(source))).toEqual([]);
    const used = new Set(calciumBoneParameters.map(({ source }) => source));
    expect([...ids].filter((id) => !used.has(id))).toEqual([]);
    expect(calciumBoneSources.filter(({ status, note }) => status === "assumed" && note === undefined)).toEqual([]);
  });

  it("tells the reason of a bound in words, wherever the file gives it once", () => {
    const reasons = calciumBoneParameters.flatMap(({ bounds: one }) => (one?.reason === undefined ? [] : [one.reason]));
    expect(reasons.length).toBeGreaterThan(17);
    expect(z.array(text).safeParse(reasons).error).toBeUndefined();
  });

  it("keeps its own values within their bounds", () => {
    const outside = calciumBoneParameters.filter(
      ({ value, bounds: one = {} }) =>
        !(value > (one.above ?? Number.NEGATIVE_INFINITY)) ||
        !(value >= (one.least ?? Number.NEGATIVE_INFINITY)) ||
        !(value < (one.below ?? Number.POSITIVE_INFINITY)) ||
        !(value <= (one.most ?? Number.POSITIVE_INFINITY)),
    );
    expect(outside).toEqual([]);
  });

  it("has 143 parameters and 45 states, depots and inputs, each with the model's own kind and unit", () => {
    expect(calciumBoneParameters).toHaveLength(143);
    expect(new Set(calciumBoneParameters.map(({ name }) => name)).size).toBe(143);
    const described = [
      ...calciumBone.states.map(({ name, unit }) => ({ name, kind: "state", unit })),
      ...calciumBone.depots.map(({ name, unit }) => ({ name, kind: "depot", unit })),
      ...calciumBone.inputs.map(({ name, unit }) => ({ name, kind: "input", unit })),
    ];
    const known = calciumBoneStates.map(({ name, kind, unit }) => ({ name, kind, unit }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(known.toSorted(byName)).toEqual(described.toSorted(byName));
    expect(known).toHaveLength(45);
  });
});
