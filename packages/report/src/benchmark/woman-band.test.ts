import { type CaseView, openCase } from "@materbone/clinical";
import { benchmark, expectationAt, type SiteBand, shippedLiterature } from "@materbone/evidence";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BenchmarkBand } from "../figures/benchmark-band.ts";
import { published } from "../figures/women.fixture.ts";
import { bandSiteOf } from "./band-site.ts";
import { bandOfWoman } from "./woman-band.ts";

const built = benchmark(shippedLiterature);

function spineBand(): SiteBand {
  const { lumbarSpine } = built;
  if (lumbarSpine.kind !== "band") throw new TypeError("no band at the spine");
  return lumbarSpine;
}

type Month = number | readonly [number, number];

/** One woman with two scans of the spine, 0.8 and 0.9 g/cm². */
function woman(weaned: Month | undefined, first: Month | undefined, last: Month | undefined): CaseView {
  const scan = (id: string, months: Month | undefined, bmdGPerCm2: number) => ({
    id,
    ...(months === undefined ? {} : { at: { months: typeof months === "number" ? months : ([...months] as const) } }),
    sites: { lumbarSpine: { bmdGPerCm2 } },
  });
  const lactation = {
    breastfed: "yes" as const,
    ...(weaned === undefined
      ? {}
      : { weaned: { months: typeof weaned === "number" ? weaned : ([...weaned] as const) } }),
  };
  return openCase({
    schema: "materbone/case/1",
    id: "w",
    pregnancies: [{ index: true, lactation }],
    scans: [scan("a", first, 0.8), scan("b", last, 0.9)],
  } as Parameters<typeof openCase>[0]);
}

function band(view: CaseView): BenchmarkBand {
  const found = bandOfWoman(view, "lumbarSpine", built);
  if (found.kind !== "band") throw new TypeError(found.because.en);
  return found;
}

function at({ points }: BenchmarkBand, month: number) {
  const point = points.find(({ months }) => months === month);
  if (point === undefined) throw new TypeError(`no point at ${month}`);
  return point;
}

describe("the band of one woman", () => {
  it("stands at weaning plus the months that the studies cover, in percent of her first scan", () => {
    const found = band(woman(6, 6, 18));
    expect([found.points[0]?.months, found.points.at(-1)?.months]).toEqual([12, 66]);
    const expected = expectationAt(spineBand(), 0, 12);
    expect(at(found, 18)).toMatchObject({
      lowPercent: expected?.lowerPercent,
      highPercent: expected?.upperPercent,
      expectedPercent: [expected?.expectedPercent, expected?.expectedPercent],
    });
  });

  it("counts from a first scan after weaning, and begins with it", () => {
    const found = band(woman(6, 20, 30));
    expect(found.points[0]?.months).toBe(20);
    expect(at(found, 30).expectedPercent[0]).toBe(expectationAt(spineBand(), 14, 24)?.expectedPercent);
  });

  it("takes a first scan before weaning as made at weaning", () => {
    expect(at(band(woman(6, 2, 18)), 18).lowPercent).toBe(expectationAt(spineBand(), 0, 12)?.lowerPercent);
  });

  it("spans the readings where weaning or the first scan is a range, over months that each of them covers, and says so", () => {
    const found = band(woman([3, 9], [3, 9], 15));
    // 9 + 6 and 3 + 60.
    expect([found.points[0]?.months, found.points.at(-1)?.months]).toEqual([15, 63]);
    const readings = [
      [0, 12],
      [6, 12],
      [-6, 6],
      [0, 6],
    ] as const;
    const expected = readings.map(([from, to]) => expectationAt(spineBand(), from, to));
    expect(at(found, 15)).toMatchObject({
      lowPercent: Math.min(...expected.map((each) => each?.lowerPercent ?? Number.NaN)),
      highPercent: Math.max(...expected.map((each) => each?.upperPercent ?? Number.NaN)),
    });
    expect(found.notes.map(({ en }) => en).join(" ")).toContain("weaning month 3–9, reference scan month 3–9");
    expect(found.notes.map(({ zh }) => zh).join("")).toContain("时间不确切");
    expect(
      band(woman(6, 6, 18))
        .notes.map(({ en }) => en)
        .join(" "),
    ).not.toContain("not exact");
  });

  it("has its first and last month whatever part of a month she weaned in", () => {
    const month = fc.double({ min: 0, max: 30, noNaN: true });
    fc.assert(
      fc.property(month, month, (weaned, reach) => {
        const { points } = band(woman([weaned, weaned + reach / 10], weaned, weaned + 20));
        expect(points[0]?.months).toBe(weaned + reach / 10 + 6);
        expect(points.at(-1)?.months).toBe(weaned + 60);
        for (const { lowPercent, highPercent, expectedPercent } of points) {
          expect(lowPercent).toBeLessThanOrEqual(expectedPercent[0]);
          expect(highPercent).toBeGreaterThanOrEqual(expectedPercent[1]);
        }
      }),
    );
  });

  it("tells its ends, each year after weaning and her own scans, and carries the months between them", () => {
    const { points } = band(woman(6, 6, 19));
    expect(points.filter(({ isTold }) => isTold).map(({ months }) => months)).toEqual([12, 18, 19, 30, 42, 54, 66]);
    expect(points).toHaveLength(66 - 12 + 1);
  });

  it("names its women and studies, that it is no control group, and its source", () => {
    const { notes, label, source } = band(woman(6, 6, 18));
    const said = notes.map(({ en }) => en).join(" ");
    expect(label.en).toBe("untreated change after weaning, no bone drug");
    for (const words of ["95 + 40 healthy women", "5 + 6 + 1 women with PLO", "5 studies"]) {
      expect(said).toContain(words);
    }
    expect(said).toContain("months 6–60 after weaning");
    expect(said).toContain("not a control group");
    expect(source.cite).toBe("Kalkwarf 1997, Kalkwarf 1995, Hong 2018, Lampropoulou-Adamidou 2021, Iwamoto 2012");
    const zh = notes.map((note) => note.zh).join("");
    for (const words of ["健康女性95 + 40例", "PLO患者5 + 6 + 1例", "并非对照组"]) expect(zh).toContain(words);
  });

  it.each([
    ["weaning is not recorded", woman(undefined, 6, 18), "lumbarSpine", "weaning is not recorded"],
    ["the first scan has no time", woman(6, undefined, 18), "lumbarSpine", "the time of a scan is not recorded"],
    ["the site has no BMD", woman(6, 6, 18), "femoralNeck", "there is no BMD at this site"],
    ["the site has two studies", woman(6, 6, 18), "totalHip", "2 studies, and 3 are needed"],
    ["weaning leaves no common month", woman([0, 60], 0, 70), "lumbarSpine", "no month that every reading covers"],
    ["the first scan comes after the months covered", woman(6, 70, 80), "lumbarSpine", "no month that every reading"],
  ] as const)("is none where %s, with the reason in both languages", (_what, view, site, reason) => {
    const none = bandOfWoman(view, site, built);
    if (none.kind === "band") throw new TypeError("a band");
    expect(none.because.en).toContain(reason);
    expect(none.because.zh).toMatch(/^未绘出未用药变化范围（.+）：.+。$/);
  });

  it("is that of the spine for the published women, and of the first site with a BMD for others", () => {
    for (const view of published().cases) expect(bandSiteOf(view)).toBe("lumbarSpine");
    const scans = [{ id: "a", at: { months: 3 }, sites: { totalHip: { bmdGPerCm2: 0.8 } } }];
    expect(bandSiteOf(openCase({ schema: "materbone/case/1", id: "hip", scans }))).toBe("totalHip");
    expect(bandSiteOf(openCase({ schema: "materbone/case/1", id: "none" }))).toBe("lumbarSpine");
  });
});
