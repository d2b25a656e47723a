import { describe, expect, it } from "vitest";
import k01 from "../../../golden/k01-mori2018-zoledronate-5mg-day0-day365.json" with { type: "json" };
import k02 from "../../../golden/k02-wang2023-zoledronate-5mg-yearly-x3.json" with { type: "json" };
import k03 from "../../../golden/k03-jorg2022-natural-history-age0-85.json" with { type: "json" };
import k04 from "../../../golden/k04-jorg2022-alendronate-70mg-weekly-2y-age67.json" with { type: "json" };
import k05 from "../../../golden/k05-jorg2022-denosumab-60mg-180d-x4-age67.json" with { type: "json" };
import { jorg2022 } from "../../generated/jorg2022.ts";
import { mori2018 } from "../../generated/mori2018.ts";
import { wang2023 } from "../../generated/wang2023.ts";
import { type Course, type CourseRow, courseOf, valueIn } from "../course.fixture.ts";
import { companionKnowledge } from "./knowledge.ts";

type Reference = { readonly columns: readonly string[]; readonly rows: readonly (readonly number[])[] };

const YEAR = 365;
const doses = (into: string, amount: number, times: readonly number[]): Course["doses"] =>
  times.map((time) => ({ time, into, amount }));

/** Percent changes are compared as ratios. `read` gives what is no column of the model. */
function compare(
  rows: readonly CourseRow[],
  { columns, rows: expected }: Reference,
  read: Reader = () => undefined,
): void {
  rows.forEach((row, i) => {
    columns.slice(1).forEach((column, j) => {
      const isPercent = column.endsWith("_pct");
      const own = read(column, row) ?? valueIn(row, column);
      const reference = expected[i][j + 1];
      const [a, b] = isPercent ? [1 + own / 100, 1 + reference / 100] : [own, reference];
      expect(Math.abs(a - b), `${column} at ${row.time}`).toBeLessThanOrEqual(1e-5 * Math.abs(b));
    });
  });
}
type Reader = (column: string, row: CourseRow) => number | undefined;

const timesOf = ({ rows }: Reference): readonly number[] => rows.map(([time]) => time);

describe("companion models follow an independent solver", () => {
  it("Mori 2018: two infusions of zoledronate", () => {
    compare(courseOf(mori2018, { doses: doses("A", 5, [0, 365]), times: timesOf(k01) }), {
      ...k01,
      // The table counts the dose of its first moment in the amount already.
      rows: k01.rows.map((row, i) => (i === 0 ? [0, 0, ...row.slice(2)] : row)),
    });
  });

  it("Wang 2023: three infusions of zoledronate", () => {
    compare(courseOf(wang2023, { doses: doses("A", 5e6, [0, 12, 24]), times: timesOf(k02) }), k02);
  });

  it("Jörg 2022: a life without drugs", () => {
    const life = (ages: readonly number[]) => courseOf(jorg2022, { times: ages.map((age) => age * YEAR) });
    const [at25] = life([25]);
    compare(life(timesOf(k03)), k03, jorgReader("bmd_rel_to_age25_pct", at25));
  });

  it.each([
    {
      title: "alendronate every week for two years",
      reference: k04,
      drug: "alendronate",
      amount: 70,
      every: 7,
      count: 104,
    },
    { title: "denosumab every 180 days", reference: k05, drug: "denosumab", amount: 60, every: 180, count: 4 },
  ])("Jörg 2022: $title from age 67", ({ reference, drug, amount, every, count }) => {
    const from = 67 * YEAR;
    const doseTimes = Array.from({ length: count }, (_, i) => from + i * every);
    const rows = courseOf(jorg2022, {
      doses: doses(drug, amount, doseTimes),
      times: timesOf(reference).map((day) => from + day),
    });
    compare(rows, reference, jorgReader("dBMD_pct", rows[0]));
  });
});

/** The antibody against sclerostin, left out here, is 0 in these tables; density is read against a row. */
function jorgReader(percentColumn: string, base: CourseRow): Reader {
  return (column, row) => {
    if (column === "SclAb") return 0;
    return column === percentColumn ? 100 * (valueIn(row, "BMD") / valueIn(base, "BMD") - 1) : undefined;
  };
}

describe("knowledge of the companion models", () => {
  it("names each parameter in both languages and says where the values were read", () => {
    for (const { source, parameters } of companionKnowledge) {
      expect(source.status).toBe("read");
      for (const { meaning } of parameters) expect(meaning.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
