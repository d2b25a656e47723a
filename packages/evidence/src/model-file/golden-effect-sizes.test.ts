import { describe, expect, it } from "vitest";
import golden from "../../golden/effect-sizes.json" with { type: "json" };
import { expectNear } from "../meta/expect-near.fixture.ts";
import type { EffectsOutput } from "./fit-shape.ts";
import { effectsShape } from "./fit-shape.ts";
import { runColumns, type Table } from "./run-text.fixture.ts";

type Case = {
  readonly measure: string;
  readonly options: Readonly<Record<string, unknown>> | readonly [];
  readonly input: Table;
  readonly expected: { readonly yi: readonly (number | null)[]; readonly vi: readonly (number | null)[] };
};

const cases = Object.entries(golden.cases as unknown as Readonly<Record<string, Case>>);

/** Tolerance of the reference results. */
const RELATIVE = 1e-10;

describe("evidence fit on raw columns agrees with metafor's escalc", () => {
  it.each(cases)("%s", (_name, { measure, options, input, expected }) => {
    const effect = { measure, ...(Array.isArray(options) ? {} : { options }) };
    const output = runColumns(input, { model: "effects", effect }) as EffectsOutput;
    expect(effectsShape.safeParse(output).error).toBeUndefined();
    const byRow = new Map(output.rows.map((row) => [row.row, row]));
    expected.yi.forEach((yi, at) => {
      const row = byRow.get(at + 2);
      expectNear(row?.yi ?? undefined, yi, RELATIVE, 1e-14);
      expectNear(row?.vi ?? undefined, expected.vi[at], RELATIVE, 1e-14);
    });
  });
});
