import { type CaseView, printedScore, type SkeletalSite, type Terms } from "@materbone/clinical";
import type { TrendPoint, TrendQuantity } from "./bmd-trend-data.ts";
import type { PlacedPoint } from "./bmd-trend-plot.ts";
import type { FigureMark } from "./figure-mark.ts";
import { changeWords, deviceWords, scanLabel, timeWithBasis, told, whatAndWhen } from "./mark-words.ts";

/** A mark for each point drawn, scan by scan; one for the zero that the sites of a percent plot share. */
export function trendMarks(
  placed: readonly PlacedPoint[],
  isCommonZero: (point: TrendPoint) => boolean,
  context: { readonly view: CaseView; readonly quantity: TrendQuantity; readonly terms: Terms },
): readonly FigureMark[] {
  const { view } = context;
  const marks: FigureMark[] = [];
  for (const scan of view.scans) {
    const own = placed.filter((each) => each.point.scan === scan);
    const zeros = own.filter((each) => isCommonZero(each.point));
    const [zero] = zeros;
    if (zero !== undefined) marks.push(markAt(zero, zeroLabel(zeros, context), scan.at));
    for (const each of own) {
      if (isCommonZero(each.point)) continue;
      marks.push(markAt(each, pointLabel(each, context), readingPlace(scan.at, each.site)));
    }
  }
  return marks;
}

/** JSON Pointer of a reading. */
export function readingPlace(scan: string, site: SkeletalSite): string {
  return `${scan}/sites/${site}`;
}

function markAt({ x1, x2, y }: PlacedPoint, label: string, at: string): FigureMark {
  return { x: x1, y, ...(x2 > x1 ? { x2 } : {}), label, at };
}

type Context = Parameters<typeof trendMarks>[2];

function zeroLabel(zeros: readonly PlacedPoint[], { view, terms }: Context): string {
  const [zero] = zeros;
  if (zero === undefined) return "";
  const { scan } = zero.point;
  const values = zeros.map(({ site }) => {
    const bmd = scan.entry.sites[site]?.bmdGPerCm2;
    return bmd === undefined ? "" : `${terms.site(site)} ${terms.fixed(bmd, 3)}`;
  });
  const time = timeWithBasis(scan.when, scan.entry.at, terms);
  return told(
    [
      whatAndWhen(terms.text(REFERENCE), time, terms),
      scanLabel(scan, terms),
      `${terms.series(values)} g/cm²`,
      deviceWords(scan, view, terms),
    ],
    terms,
  );
}

function pointLabel({ site, point }: PlacedPoint, { view, quantity, terms }: Context): string {
  const reading = point.scan.entry.sites[site];
  const time = timeWithBasis(point.scan.when, point.scan.entry.at, terms);
  const bmd = reading?.bmdGPerCm2 === undefined ? "" : `${terms.fixed(reading.bmdGPerCm2, 3)} g/cm²`;
  const z = reading?.zScore === undefined ? "" : `${terms.text(Z)} ${terms.fixed(printedScore(reading.zScore), 1)}`;
  const values = quantity === "z" ? [z, bmd] : [bmd, z];
  const change = point.response === undefined ? [terms.text(IS_REFERENCE)] : changeWords(point.response, terms);
  return told(
    [whatAndWhen(terms.site(site), time, terms), ...values, ...change, deviceWords(point.scan, view, terms)],
    terms,
  );
}

const REFERENCE = { en: "Reference scan", zh: "参照检查" };
const IS_REFERENCE = { en: "reference scan", zh: "参照检查" };
const Z = { en: "Z-score", zh: "Z值" };
