import type { SkeletalSite, Vertebra } from "@materbone/clinical";
import { bare } from "./split-block.ts";

export type ScanQuantity = "bmdGPerCm2" | "zScore" | "tScore";

/** Does the heading stand over times? */
export function isWhenHeading(heading: string): boolean {
  return /时间|日期|月|产后|^(?:time|date|months?|when|visit)/.test(bare(heading));
}

/** Does the heading stand over names of sites? Area is none: a densitometer prints square centimetres under it. */
export function isSiteHeading(heading: string): boolean {
  return /^(?:检查|测量|扫描)?(?:部位|区域|位置)$|^(?:skeletal)?(?:sites?|regions?|roi|bone|location)$/.test(
    bare(heading),
  );
}

/** The site that a heading or a cell names, in either language or as densitometers shorten it. */
export function siteOf(heading: string): SkeletalSite | undefined {
  const name = bare(heading);
  if (/股骨颈|^颈部?$|femoralneck|neck|^fn/.test(name)) return "femoralNeck";
  if (/全髋|髋|totalhip|hip|femurtotal|totalfemur|股骨近端总|^th(?!e)/.test(name)) return "totalHip";
  return /腰椎|lumbar|spine|l1l?4|l2l?4|^ls/.test(name) ? "lumbarSpine" : undefined;
}

export function quantityOf(heading: string): ScanQuantity | undefined {
  const name = heading.normalize("NFKC").toLowerCase();
  if (/(^|[^a-z])z([^a-z]|$)|z值|z-?score/.test(name)) return "zScore";
  if (/(^|[^a-z])t([^a-z]|$)|t值|t-?score/.test(name)) return "tScore";
  return /bmd|骨密度|g\/cm/.test(name) ? "bmdGPerCm2" : undefined;
}

const LUMBAR: readonly Vertebra[] = ["L1", "L2", "L3", "L4", "L5"];

/** Vertebrae of a range such as L1-L4; `undefined` where none is named. */
export function vertebraeOf(heading: string): readonly Vertebra[] | undefined {
  const match = /l([1-4])\s*[-–~～至]\s*l?([2-5])/i.exec(heading.normalize("NFKC"));
  if (match === null) return undefined;
  const levels = LUMBAR.slice(Number(match[1]) - 1, Number(match[2]));
  return levels.length > 1 ? levels : undefined;
}

export type ScanSide = "left" | "right" | "mean";

/** The side of the hip that is named; `undefined` where none is. */
export function sideOf(heading: string): ScanSide | undefined {
  const name = heading.normalize("NFKC").toLowerCase();
  if (/平均|均值|双侧|mean|both/.test(name)) return "mean";
  if (/左|left/.test(name)) return "left";
  return /右|right/.test(name) ? "right" : undefined;
}

/** The vertebra that a cell names alone, as densitometers list them above their total. */
export function vertebraOf(cell: string): Vertebra | undefined {
  const name = bare(cell).toUpperCase();
  return LUMBAR.find((level) => level === name);
}

/** The last line of a densitometer's list: all the lines above it together. */
export function isTotal(cell: string): boolean {
  return /^(?:total|总计|总量|总和|合计|全部|总体)$/.test(bare(cell));
}
