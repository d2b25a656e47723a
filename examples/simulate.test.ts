import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runMaterbone } from "../apps/cli/src/program.ts";

const scenarios = fileURLToPath(new URL("simulate", import.meta.url));
const references = fileURLToPath(new URL("../packages/circuit/golden", import.meta.url));
const MILLISECONDS = 120_000;

type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly number[])[] };

function table(csv: string): Table {
  const [header = "", ...lines] = csv.trimEnd().split(/\r?\n/);
  return { header: header.split(","), rows: lines.map((line) => line.split(",").map(Number)) };
}

/** A reference trajectory: some of the rows of a longer table. */
function reference(id: string): Table {
  const name = readdirSync(references).find((file) => file.startsWith(id));
  const { columns, rows } = JSON.parse(readFileSync(`${references}/${name}`, "utf8"));
  return { header: columns, rows };
}

async function simulated(file: string): Promise<Table> {
  let out = "";
  let err = "";
  const write = (text: string): boolean => {
    out += text;
    return true;
  };
  const code = await runMaterbone(
    ["simulate", "--scenario", `${scenarios}/${file}`, "--format", "csv", "--lang", "en"],
    {
      env: {},
      out: { write },
      progress: {
        write: (text) => {
          err += text;
          return true;
        },
      },
      showsProgress: false,
      width: undefined,
    },
  );
  expect(code).toBe(0);
  // What has to be told of a course stands beside the table.
  expect(err).toMatch(
    /^Hypothesis: computed by a model of one hypothetical woman.*\n(BMDls and BMDlsDEN are two published .*\n)?$/,
  );
  return table(out);
}

/**
 * Share of the largest value of a column below which differences count absolutely: there the two solvers of the references
 * differ as well.
 */
const NOISE = 1e-5;

/** A percent change is 100 times the difference of a ratio from 1, which has sixteen digits. */
const ROUNDING_OF_PERCENT = 1e-12;

describe("a scenario of the examples gives the reference trajectory, at every time and in every column", () => {
  it.each(readdirSync(scenarios).filter((file) => /^[pk]\d\d-/.test(file)))(
    "%s",
    async (file) => {
      const id = file.slice(0, 3);
      const relative = id === "p05" ? 1e-4 : 1e-5;
      const { header, rows } = reference(id);
      const found = await simulated(file);
      const foundByTime = new Map(found.rows.map((cells) => [cells[0], cells]));
      for (const [place, name] of header.entries()) {
        const column = place === 0 ? 0 : found.header.indexOf(name);
        expect(column, name).toBeGreaterThanOrEqual(0);
        const largest = Math.max(...rows.map((row) => Math.abs(row[place] ?? 0)));
        for (const row of rows) {
          const wanted = row[place] ?? Number.NaN;
          const value = foundByTime.get(row[0])?.[column] ?? Number.NaN;
          const rounding = name.endsWith("_pct") ? ROUNDING_OF_PERCENT : 0;
          const allowed = relative * Math.max(Math.abs(wanted), NOISE * largest) + rounding;
          if (!(Math.abs(value - wanted) <= allowed)) {
            expect.fail(`${name} at ${row[0]}: ${value} instead of ${wanted}`);
          }
        }
      }
    },
    MILLISECONDS,
  );
});
