import type { SkeletalSite, Vertebra, When } from "@materbone/clinical";
import { isBlankCell, type Leftover, type ScanBlock, type ScanCell, whenOf } from "./scan-cells.ts";
import {
  isSiteHeading,
  isTotal,
  isWhenHeading,
  quantityOf,
  type ScanSide,
  sideOf,
  siteOf,
  vertebraeOf,
  vertebraOf,
} from "./scan-headings.ts";
import { tableNumber } from "./split-block.ts";

/**
 * Column of a block that names the site of each line; `undefined` where a line holds several sites.
 *
 * @param headings - one text for each column, empty where there is none
 */
export function siteColumn(headings: readonly string[], body: readonly (readonly string[])[]): number | undefined {
  const headed = headings.findIndex(isSiteHeading);
  if (headed >= 0) return headed;
  const width = Math.max(0, ...body.map((line) => line.length));
  const found = Array.from({ length: width }, (_, position) => position).find((position) => {
    const cells = body.map((line) => line[position] ?? "").filter((cell) => !isBlankCell(cell));
    return cells.filter((cell) => siteOf(cell) !== undefined).length >= 1 && cells.every(isRegion) && cells.length > 1;
  });
  return found;
}

function isRegion(cell: string): boolean {
  if (tableNumber(cell) !== undefined || /\d\.\d/.test(cell)) return false;
  return siteOf(cell) !== undefined || vertebraOf(cell) !== undefined || isTotal(cell) || OTHER_REGION.test(cell);
}

/** Regions of the proximal femur that a record does not hold. */
const OTHER_REGION = /troch|inter|ward|转子|粗隆|三角|shaft|干部/i;

/**
 * Reads a block with a line for each site, as densitometers print it: lines of one time are one scan, a line without a time
 * belongs to the time above it. A total is that of the vertebrae, or of the hip, whose lines stand above it.
 */
export function readSiteLines(
  headings: readonly string[],
  body: readonly (readonly string[])[],
  column: number,
): ScanBlock {
  const scans: Scan[] = [];
  const leftovers: Leftover[] = [];
  const leave = (row: number, text: string): void => void leftovers.push({ row, text });
  const density = headings.some((heading) => quantityOf(heading) !== undefined)
    ? undefined
    : firstDensity(body, column);
  for (const [position, line] of body.entries()) {
    const cell = line[column] ?? "";
    const timeAt = headings.findIndex(isWhenHeading);
    const time = timeAt < 0 ? "" : (line[timeAt] ?? "");
    const when = isBlankCell(time) ? undefined : whenOf(time);
    if (!isBlankCell(time) && when === undefined) leave(position, time);
    const scan = scanOf(scans, when);
    const level = vertebraOf(cell);
    if (level !== undefined) scan.listed.push(level);
    const named = level === undefined ? siteOf(cell) : undefined;
    const site = named ?? (isTotal(cell) ? totalOf(scan) : undefined);
    const values: ScanCell[] = [];
    const others: string[] = [];
    for (const [at, text] of line.entries()) {
      if (at === column || at === timeAt || isBlankCell(text)) continue;
      const heading = headings[at] ?? "";
      const quantity = at === density ? "bmdGPerCm2" : quantityOf(heading);
      const value = tableNumber(text.replace(/\s*g\/cm[²2]$/i, ""));
      if (site !== undefined && quantity !== undefined && value !== undefined) values.push({ site, quantity, value });
      else others.push(heading === "" ? text : `${heading}: ${text}`);
    }
    if (site === undefined || values.length === 0) {
      leave(position, line.filter((text) => !isBlankCell(text)).join(" "));
      continue;
    }
    // The same site again is another scan; of the other side at the same time, and else at a time that is not given.
    const side = site === "lumbarSpine" ? undefined : sideOf(cell);
    const isTaken = scan.values.some((known) => known.site === site);
    const target = isTaken ? newScan(scans, when ?? (scan.sides[site] === side ? undefined : scan.when)) : scan;
    if (side !== undefined) target.sides[site] = side;
    target.values.push(...values);
    if (site === "lumbarSpine") target.vertebrae = vertebraeOf(cell) ?? listedRange(scan, named);
    for (const text of others) leave(position, text);
  }
  const rows = scans
    .filter(({ values }) => values.length > 0)
    .map(({ when, values, vertebrae, sides }) => ({
      when,
      values,
      ...(vertebrae === undefined ? {} : { vertebrae }),
      ...(Object.keys(sides).length === 0 ? {} : { sides }),
    }));
  return { rows, leftovers };
}

type Scan = {
  readonly when: When | undefined;
  readonly values: ScanCell[];
  vertebrae: readonly Vertebra[] | undefined;
  readonly sides: Partial<Record<SkeletalSite, ScanSide>>;
  /** Vertebrae of which a line of their own was read. */
  readonly listed: Vertebra[];
};

/** The scan a line belongs to: a new one with a new time, the last one without. */
function scanOf(scans: Scan[], when: When | undefined): Scan {
  const last = scans.at(-1);
  if (last !== undefined && (when === undefined || JSON.stringify(when) === JSON.stringify(last.when))) return last;
  return newScan(scans, when);
}

function newScan(scans: Scan[], when: When | undefined): Scan {
  const scan: Scan = { when, values: [], vertebrae: undefined, sides: {}, listed: [] };
  scans.push(scan);
  return scan;
}

function totalOf({ values, listed }: Scan): SkeletalSite | undefined {
  if (values.some(({ site }) => site === "femoralNeck")) return "totalHip";
  return listed.length > 1 ? "lumbarSpine" : undefined;
}

/** A total of listed vertebrae is of just those; a line that names the spine says nothing of them. */
function listedRange({ listed }: Scan, named: SkeletalSite | undefined): readonly Vertebra[] | undefined {
  return named === undefined && listed.length > 1 ? [...listed] : undefined;
}

/** Without headings, the first column behind the names that holds nothing but numbers as BMD has them. */
function firstDensity(body: readonly (readonly string[])[], column: number): number | undefined {
  const width = Math.max(0, ...body.map((line) => line.length));
  for (let at = column + 1; at < width; at++) {
    const cells = body.map((line) => line[at] ?? "").filter((cell) => !isBlankCell(cell));
    if (cells.length > 0 && cells.every((cell) => /^[01]\.\d{2,}/.test(cell.normalize("NFKC")))) return at;
  }
  return undefined;
}
