import type { SkeletalSite, Vertebra } from "@materbone/clinical";
import { bare } from "./split-block.ts";

export type ScanQuantity = "bmdGPerCm2" | "zScore" | "tScore";
export type ScanSide = "left" | "right" | "mean";

/** Does the heading stand over times of scans? Dates of birth and of printing are none. */
export function isWhenHeading(heading: string): boolean {
  const name = bare(heading);
  if (/出生|生日|birth|dob|打印|报告日|print|reportdate/.test(name)) return false;
  return /时间|日期|月|产后|date|^(?:time|months?|when|visit)/.test(name);
}

/** Does the heading stand over names of sites? Area is none: a densitometer prints square centimetres under it. */
export function isSiteHeading(heading: string): boolean {
  return /^(?:检查|测量|扫描)?(?:部位|区域|位置)$|^(?:skeletal)?(?:sites?|regions?|roi|bone|location)$/.test(
    bare(heading),
  );
}

/** The site that a heading names, in either language. */
export function siteOf(heading: string): SkeletalSite | undefined {
  const name = bare(heading);
  if (/胸椎|thoracic|tspine/.test(name)) return undefined;
  if (/股骨颈|femoralneck|neck|^fn/.test(name)) return "femoralNeck";
  if (/全髋|髋|totalhip|hip|^th(?:bmd|[zt]|$)/.test(name)) return "totalHip";
  return /腰椎|lumbar|spine|l1l?4|l2l?4|^ls/.test(name) ? "lumbarSpine" : undefined;
}

/** What a column holds; a change, a difference or a percentage of it is none of these. */
export function quantityOf(heading: string): ScanQuantity | undefined {
  const name = heading.normalize("NFKC").toLowerCase();
  if (/变化|改变|增|差|%|百分|change|diff|delta|(^|[^a-z])sd([^a-z]|$)|lsc/.test(name)) return undefined;
  if (/(^|[^a-z])z([^a-z]|$)|z值|z-?score/.test(name)) return "zScore";
  if (/(^|[^a-z])t([^a-z]|$)|t值|t-?score/.test(name)) return "tScore";
  return /bmd|骨密度|g\/cm/.test(name) ? "bmdGPerCm2" : undefined;
}

/** The side of the hip that is named; `undefined` where none is. */
export function sideOf(heading: string): ScanSide | undefined {
  const name = heading.normalize("NFKC").toLowerCase();
  if (/平均|均值|双侧|mean|both/.test(name)) return "mean";
  if (/左|left/.test(name)) return "left";
  return /右|right/.test(name) ? "right" : undefined;
}

const LUMBAR: readonly Vertebra[] = ["L1", "L2", "L3", "L4", "L5"];

/** Vertebrae of a range such as L1-L4 in a heading; `undefined` where none is named. */
export function vertebraeOf(heading: string): readonly Vertebra[] | undefined {
  const match = /l([1-4])\s*[-–—~至]\s*l?([2-5])/i.exec(heading.normalize("NFKC"));
  if (match === null) return undefined;
  const levels = LUMBAR.slice(Number(match[1]) - 1, Number(match[2]));
  return levels.length > 1 ? levels : undefined;
}
