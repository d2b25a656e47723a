import type { SkeletalSite, Vertebra, When } from "@materbone/clinical";
import {
  isBlankCell,
  type Leftover,
  measuredNumber,
  type ScanBlock,
  type ScanCell,
  type ScanRow,
  scanRow,
  whenOf,
} from "./scan-cells.ts";
import { isSiteHeading, isWhenHeading, quantityOf, type ScanQuantity, type ScanSide, siteOf } from "./scan-headings.ts";
import { type Region, regionOf } from "./scan-regions.ts";

type Lines = readonly (readonly string[])[];

/**
 * Column of a block that names the site of each line; `undefined` where a line holds several sites.
 *
 * @param headings - the heading cells of each column, none where there is none
 */
export function siteColumn(headings: readonly (readonly string[])[], body: Lines): number | undefined {
  const regions = headings.map((_, position) => {
    const cells = body.map((line) => line[position] ?? "").filter((cell) => !isBlankCell(cell));
    const found = cells.filter((cell) => regionOf(cell) !== undefined).length;
    return { found, isAll: found > 0 && found === cells.length };
  });
  const headed = headings.findIndex((cells, at) => cells.some(isSiteHeading) && (regions[at]?.found ?? 0) > 0);
  if (headed >= 0) return headed;
  // A remark can be the name of a site, too: names count only where no heading gives the sites.
  if (headings.flat().some((cell) => siteOf(cell) !== undefined)) return undefined;
  const at = regions.findIndex(({ isAll }) => isAll);
  return at < 0 ? undefined : at;
}

/**
 * Reads a block with a line for each site, as densitometers print it: lines of one time are one scan, a line without a time
 * belongs to the time above it. A total is that of the vertebrae, or of the proximal femur, whose lines stand just above it.
 *
 * @param headings - one text for each column, empty where there is none
 */
export function readSiteLines(headings: readonly string[], body: Lines, column: number): ScanBlock {
  const columns = columnsOf(headings, body, column);
  if (columns === undefined) return { rows: [], leftovers: body.map((line, row) => ({ row, text: textOf(line) })) };
  const leftovers: Leftover[] = [];
  const visits: Visit[] = [];
  const totals = totalReader();
  let current: Visit | undefined;
  for (const [row, line] of body.entries()) {
    const time = columns.time === undefined ? "" : (line[columns.time] ?? "");
    const isSame = isBlankCell(time) || /^(?:同上|〃|"|″)$/.test(time);
    const when = isSame ? undefined : whenOf(time);
    // A time that cannot be read is not the time above.
    if (!isSame && when === undefined) leftovers.push({ row, text: time });
    if (!isSame || current === undefined) current = visitOf(visits, when);
    const place = totals(regionOf(line[column] ?? ""));
    const reading = place === undefined ? undefined : readingOf(line, row, place, columns);
    if (reading === undefined || reading.values.length === 0) {
      leftovers.push({ row, text: textOf(line) });
      continue;
    }
    const isAgain = current.readings.some((known) => isSamePlace(known, reading));
    if (isAgain && !isSame) leftovers.push({ row, text: textOf(line) });
    else {
      // The same place again, without a time of its own: another visit.
      if (isAgain) current = visitOf(visits, undefined);
      current.readings.push(reading);
    }
  }
  const rows = visits.flatMap((visit) => rowsOf(visit, leftovers));
  return { rows, leftovers: leftovers.sort((a, b) => a.row - b.row) };
}

type Columns = {
  readonly site: number;
  readonly time: number | undefined;
  readonly quantities: readonly (ScanQuantity | undefined)[];
  readonly headings: readonly string[];
};

/** What each column holds; `undefined` for a table of another make, in which one quantity has several columns. */
function columnsOf(headings: readonly string[], body: Lines, site: number): Columns | undefined {
  const isHeaded = headings.some((heading) => heading !== "");
  const quantities: (ScanQuantity | undefined)[] = headings.map((heading, at) =>
    at === site ? undefined : quantityOf(heading),
  );
  const named = quantities.filter((quantity) => quantity !== undefined);
  if (new Set(named).size < named.length) return undefined;
  if (headings.some((heading, at) => quantities[at] !== undefined && isWhenHeading(heading))) return undefined;
  const cellsAt = (at: number): readonly string[] =>
    body.map((line) => line[at] ?? "").filter((cell) => !isBlankCell(cell));
  if (named.length === 0 && !isHeaded) {
    // Without headings only BMD tells itself: it has decimals and is below 2. Which score stands behind it is not said.
    const at = headings.findIndex(
      (_, position) =>
        position > site &&
        cellsAt(position).length > 0 &&
        cellsAt(position).every((cell) => /^[01]\.\d{2,}/.test(cell.normalize("NFKC"))),
    );
    if (at >= 0) quantities[at] = "bmdGPerCm2";
  }
  const time = isHeaded
    ? headings.findIndex((heading, at) => at !== site && isWhenHeading(heading))
    : headings.findIndex(
        (_, at) => at !== site && cellsAt(at).length > 0 && cellsAt(at).every((cell) => /^\d{4}[-/.年]/.test(cell)),
      );
  return { site, time: time < 0 ? undefined : time, quantities, headings };
}

type Place = {
  readonly site: SkeletalSite;
  readonly side: ScanSide | undefined;
  readonly vertebrae: readonly Vertebra[] | undefined;
};

type Reading = Place & {
  readonly row: number;
  readonly values: readonly ScanCell[];
  /** Cells of the line that are no values. */
  readonly others: readonly string[];
  readonly text: string;
};

type Visit = { readonly when: When | undefined; readonly readings: Reading[] };

/** Follows a list from line to line, since a total is that of the lines just above it. */
function totalReader(): (region: Region | undefined) => Place | undefined {
  let listed: Vertebra[] = [];
  let isMarked = false;
  let isFemur = false;
  const begin = (): void => {
    listed = [];
    isMarked = false;
    isFemur = false;
  };
  return (region) => {
    switch (region?.kind) {
      case "vertebra":
        if (isFemur) begin();
        listed.push(region.level);
        isMarked ||= region.isMarked;
        return undefined;
      case "femur":
        if (listed.length > 0) begin();
        isFemur = true;
        return undefined;
      case "site":
        begin();
        isFemur = region.site === "femoralNeck";
        return region;
      case "total": {
        const vertebrae = listed.length > 1 && !isMarked ? listed : undefined;
        const site = listed.length > 1 ? "lumbarSpine" : isFemur ? "totalHip" : undefined;
        // Totals of both sides stand below one another.
        if (site !== "totalHip" || region.side === undefined) begin();
        if (site === undefined) return undefined;
        return site === "totalHip"
          ? { site, side: region.side, vertebrae: undefined }
          : { site, side: undefined, vertebrae };
      }
      default:
        begin();
        return undefined;
    }
  };
}

function readingOf(line: readonly string[], row: number, place: Place, columns: Columns): Reading {
  const values: ScanCell[] = [];
  const others: string[] = [];
  for (const [at, text] of line.entries()) {
    if (at === columns.site || at === columns.time || isBlankCell(text)) continue;
    const quantity = columns.quantities[at];
    const heading = columns.headings[at] ?? "";
    const value = measuredNumber(text);
    if (quantity !== undefined && value !== undefined) values.push({ site: place.site, quantity, value });
    else others.push(heading === "" ? text : `${heading}: ${text}`);
  }
  return { ...place, row, values, others, text: textOf(line) };
}

/** The visit of a time that was read before, or a new one. */
function visitOf(visits: Visit[], when: When | undefined): Visit {
  const key = JSON.stringify(when);
  const known = when === undefined ? undefined : visits.find((visit) => JSON.stringify(visit.when) === key);
  if (known !== undefined) return known;
  const visit: Visit = { when, readings: [] };
  visits.push(visit);
  return visit;
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.site === b.site && a.side === b.side && a.vertebrae?.join() === b.vertebrae?.join();
}

/** The scans of a visit: one, or one for each side where both hips were measured. */
function rowsOf({ when, readings }: Visit, leftovers: Leftover[]): readonly ScanRow[] {
  // Densitometers list several ranges of the spine at once; the longest is taken.
  const spines = readings.filter(({ site }) => site === "lumbarSpine");
  const spine = spines.reduce<Reading | undefined>(
    (longest, next) => ((next.vertebrae?.length ?? 0) > (longest?.vertebrae?.length ?? -1) ? next : longest),
    undefined,
  );
  for (const other of spines) if (other !== spine) leftovers.push({ row: other.row, text: other.text });
  const groups: { side: ScanSide | undefined; readings: Reading[] }[] = [];
  for (const reading of readings) {
    if (reading.site === "lumbarSpine") continue;
    const fits = groups.find(
      (group) =>
        (group.side === undefined || reading.side === undefined || group.side === reading.side) &&
        group.readings.every(({ site }) => site !== reading.site),
    );
    if (fits === undefined) groups.push({ side: reading.side, readings: [reading] });
    else {
      fits.side ??= reading.side;
      fits.readings.push(reading);
    }
  }
  if (groups.length === 0) groups.push({ side: undefined, readings: [] });
  return groups.flatMap((group, position): readonly ScanRow[] => {
    const taken = position === 0 && spine !== undefined ? [spine, ...group.readings] : group.readings;
    if (taken.length === 0) return [];
    for (const { row, others } of taken) for (const text of others) leftovers.push({ row, text });
    return [
      scanRow({
        when,
        values: taken.flatMap(({ values }) => values),
        vertebrae: position === 0 ? spine?.vertebrae : undefined,
        sides: Object.fromEntries(taken.flatMap(({ site, side }) => (side === undefined ? [] : [[site, side]]))),
      }),
    ];
  });
}

function textOf(line: readonly string[]): string {
  return line.filter((cell) => !isBlankCell(cell)).join(" ");
}
