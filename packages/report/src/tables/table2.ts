import {
  type BmdResponse,
  bmdResponses,
  type CaseView,
  createTerms,
  firstToLast,
  type Lang,
  openSeries,
  roiLevels,
  roiName,
  type Series,
  SKELETAL_SITES,
  type SkeletalSite,
  type Terms,
} from "@materbone/clinical";
import { headed, womanName } from "../figures/time-words.ts";
import { scanName } from "../scan-name.ts";
import { withAbbreviations } from "./abbreviations.ts";
import { sayComparability } from "./comparability.ts";
import { type Cell, cell, column, type Footnote, MISSING, type Row, type RowGroup, row, type Table } from "./table.ts";
import { TABLE_WORDS, tableNumber } from "./words.ts";

/** Which limit is in use changes no increase. */
const LIMIT = { kind: "minimum" } as const;

/** What Table 2 can print of a site. */
export const TABLE2_QUANTITIES = ["bmd", "zScore", "tScore"] as const;
export type Table2Quantity = (typeof TABLE2_QUANTITIES)[number];

/** How Table 2 is printed; what is left out is as the paper prints it. Values are rounded for display only. */
export type Table2Options = {
  /** Which sites are printed, in this order; every one with a reading when left out. */
  readonly sites?: readonly SkeletalSite[] | undefined;
  /** Which columns a site has; BMD and Z-score, and T-scores where recorded, when left out. */
  readonly quantities?: readonly Table2Quantity[] | undefined;
  /** Decimals of BMD, 0 to 4; three when left out. */
  readonly bmdDecimals?: number | undefined;
  /** Decimals of the increase in percent, 0 to 4; two when left out. */
  readonly percentDecimals?: number | undefined;
};

/** What is printed of one site. */
type SiteColumns = {
  readonly site: SkeletalSite;
  readonly heading: string;
  readonly quantities: readonly Table2Quantity[];
};

type Digits = { readonly bmd: number; readonly percent: number };

/** A remark on an increase, shared by every cell that bears its mark. */
type Remarks = { readonly texts: string[] };

/**
 * BMD and Z-scores of every scan, woman by woman, with the increase from her first to her last scan below. BMD has three
 * decimals, scores one, increases two, rounded half away from zero. T-scores have columns of their own where recorded.
 * An increase between scans that cannot be compared is printed with a mark that says why.
 */
export function table2(series: Series, lang: Lang, options: Table2Options = {}): Table {
  const t = createTerms(lang);
  const views = openSeries(series).cases.filter((view) => view.scans.length > 0);
  const sites = sitesOf(views, options, t);
  const remarks: Remarks = { texts: [] };
  const digits: Digits = { bmd: options.bmdDecimals ?? 3, percent: options.percentDecimals ?? 2 };
  const groups = views.map((view) => groupOf(view, sites, digits, remarks, t));
  const table: Table = {
    id: "table-2",
    lang,
    number: t.text(tableNumber(2)),
    title:
      lang === "zh"
        ? `${views.length}例PLO患者BMD及Z值的变化`
        : `Bone mineral density and Z-scores of ${views.length} ${t.count(views.length, "woman", "women")} with PLO over time`,
    groupLabel: t.text(TABLE_WORDS.woman),
    blocks: [{ columns: columns(sites), headerRows: headerRows(sites, t), groups }],
    footnotes: [
      ...remarks.texts.map((text, position) => ({ mark: markOf(position), text })),
      ...footnotes(views, sites, t),
    ],
  };
  return withAbbreviations(table);
}

/** The sites that Table 2 prints unless it is told otherwise, in its order. */
export function table2Sites(series: Series): readonly SkeletalSite[] {
  const views = openSeries(series).cases;
  return SKELETAL_SITES.filter((site) =>
    views.some((view) => view.scans.some((scan) => scan.entry.sites[site] !== undefined)),
  );
}

function sitesOf(views: readonly CaseView[], options: Table2Options, t: Terms): readonly SiteColumns[] {
  return (options.sites ?? SKELETAL_SITES).flatMap((site) => {
    const readings = views
      .flatMap((view) => view.scans.map((scan) => scan.entry.sites[site]))
      .filter((r) => r !== undefined);
    if (readings.length === 0) return [];
    const regions = new Set(readings.map((reading) => roiName(roiLevels(reading) ?? [], "\u2013")));
    const [region] = regions;
    const heading = region !== undefined && region !== "" && regions.size === 1 ? region : headed(t.site(site));
    const hasT = readings.some((reading) => reading.tScore !== undefined);
    const quantities = (options.quantities ?? TABLE2_QUANTITIES).filter((each) => each !== "tScore" || hasT);
    return quantities.length === 0 ? [] : [{ site, heading, quantities }];
  });
}

function columns(sites: readonly SiteColumns[]): Table["blocks"][number]["columns"] {
  return [column("left", true), ...sites.flatMap((site) => Array.from({ length: width(site) }, () => column("right")))];
}

function headerRows(sites: readonly SiteColumns[], t: Terms): readonly (readonly Cell[])[] {
  const bmd: Cell = {
    lines: [
      t.lang === "zh"
        ? [{ text: "BMD（g/cm" }, { text: "2", as: "sup" }, { text: "）" }]
        : [{ text: "BMD, g/cm" }, { text: "2", as: "sup" }],
    ],
  };
  return [
    [
      cell(t.text(TABLE_WORDS.scan), { rowSpan: 2 }),
      ...sites.map((site) => cell(site.heading, { colSpan: width(site), align: "centre" })),
    ],
    sites.flatMap((site) =>
      site.quantities.map((quantity) => (quantity === "bmd" ? bmd : cell(t.text(TABLE_WORDS[quantity])))),
    ),
  ];
}

function groupOf(view: CaseView, sites: readonly SiteColumns[], digits: Digits, remarks: Remarks, t: Terms): RowGroup {
  const dash = MISSING[t.lang];
  const printed = (value: number | undefined, decimals: number): Cell =>
    cell(value === undefined ? dash : t.fixed(value, decimals));
  const scans = view.scans.map((scan) =>
    row(
      cell(scanName(scan, t)),
      ...sites.flatMap(({ site, quantities }) => {
        const reading = scan.entry.sites[site];
        return quantities.map((quantity) =>
          quantity === "bmd" ? printed(reading?.bmdGPerCm2, digits.bmd) : printed(reading?.[quantity], 1),
        );
      }),
    ),
  );
  const responses = bmdResponses(view, LIMIT);
  const increase: Row = {
    kind: "total",
    cells: [
      cell(t.text(TABLE_WORDS.increase)),
      ...sites.map((site) => increaseCell(firstToLast(responses, site.site), view, site, digits, remarks, t)),
    ],
  };
  return { heading: cell(womanName(view.record, t)), rows: [...scans, increase] };
}

function increaseCell(
  response: BmdResponse | undefined,
  view: CaseView,
  site: SiteColumns,
  digits: Digits,
  remarks: Remarks,
  t: Terms,
): Cell {
  const span = { colSpan: width(site), align: "centre" } as const;
  if (response === undefined) return cell(MISSING[t.lang], span);
  const reasons = response.reasons.filter((reason) => reason.kind !== "noPrecision");
  if (reasons.length === 0) return cell(t.fixed(response.percent, digits.percent), span);
  const clauses = reasons.map((reason) => sayComparability(reason, t));
  const name = womanName(view.record, t);
  const text =
    t.lang === "zh"
      ? `${name} ${site.heading}：${clauses.join("；")}，前后两次不宜直接比较。`
      : `${name}, ${site.heading}: ${clauses.join("; ")}; the two scans may not be comparable.`;
  let position = remarks.texts.indexOf(text);
  if (position < 0) position = remarks.texts.push(text) - 1;
  return cell(t.fixed(response.percent, digits.percent), { ...span, marks: [markOf(position)] });
}

function footnotes(views: readonly CaseView[], sites: readonly SiteColumns[], t: Terms): readonly Footnote[] {
  const spans = views.flatMap((view) => spansOf(view, sites, t));
  const reference: Footnote[] =
    spans.length === 0
      ? []
      : [
          {
            text:
              t.lang === "zh"
                ? `增幅 =（末次 − 首次）/首次 × 100%，以首次检查为基线：${spans.join("；")}。`
                : `Increase = (last − first) / first × 100, with the first scan as reference: ${spans.join("; ")}.`,
          },
        ];
  const scores: Footnote[] = sites.some((site) => site.quantities.includes("tScore"))
    ? [
        {
          text:
            t.lang === "zh"
              ? "T值按原记录列出；绝经前女性以Z值判读，T值不换算为Z值。"
              : "T-scores are listed as recorded; before menopause the Z-score is read, and a T-score is never turned into one.",
        },
      ]
    : [];
  return [...reference, ...scores];
}

/** From which scan to which the increases of a woman run; sites are named where they differ. */
function spansOf(view: CaseView, sites: readonly SiteColumns[], t: Terms): readonly string[] {
  const responses = bmdResponses(view, LIMIT);
  const sitesBySpan = new Map<string, string[]>();
  for (const { site, heading } of sites) {
    const response = firstToLast(responses, site);
    if (response === undefined) continue;
    const from = scanName(response.from, t);
    const to = scanName(response.to, t);
    const span = t.lang === "zh" ? `“${from}”至“${to}”` : `“${from}” to “${to}”`;
    sitesBySpan.set(span, [...(sitesBySpan.get(span) ?? []), heading]);
  }
  const name = womanName(view.record, t);
  return [...sitesBySpan].map(([span, headings]) => {
    const where = sitesBySpan.size === 1 ? name : `${name} ${t.series(headings)}`;
    return t.lang === "zh" ? `${where}${span}` : `${where}, ${span}`;
  });
}

function width(site: SiteColumns): number {
  return site.quantities.length;
}

function markOf(position: number): string {
  return String.fromCodePoint("a".charCodeAt(0) + (position % 26));
}
