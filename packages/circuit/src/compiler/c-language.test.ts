import { describe, expect, it } from "vitest";
import { compileModelToC } from "./compile.ts";
import { modelOf } from "./kernel.fixture.ts";

/** Two states, each of which drives the other; B leaves by a power. */
const pair = modelOf({
  name: "a-pair",
  parameters: [{ name: "k", value: 2, unit: "1/h" }],
  states: [
    { name: "A", unit: "-", initial: "1", rate: "k*B - k*A^2" },
    { name: "B", unit: "-", initial: "2", rate: "k*A - k*B^0.7 + either(on, k, 0[1/h])" },
    { name: "C", unit: "-", initial: "0", rate: "k*B" },
  ],
  switches: [{ name: "on", is: "A - 1", kind: "jump" }],
});

describe("a kernel in C", () => {
  it("keeps the Jacobian compressed by column", () => {
    const [header, source] = compileModelToC(pair);
    expect(header).toMatchObject({ name: "a-pair.h" });
    expect(header.text).toContain("#define A_PAIR_NONZEROS 5\n");
    // Column A has rows A and B, column B has rows A, B and C, column C has none.
    expect(source.text).toContain("const long a_pair_column_starts[] = {0, 2, 5, 5};");
    expect(source.text).toContain("const long a_pair_rows[] = {0, 1, 0, 1, 2};");
  });

  it("is C", () => {
    const { text } = compileModelToC(pair)[1];
    expect(text).toContain("o[1] = ");
    expect(text).toContain("(m[0] == 1 ?");
    expect(text).not.toMatch(/===|Float64Array|Math\./);
  });
});
