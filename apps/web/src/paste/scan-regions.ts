import type { SkeletalSite, Vertebra } from "@materbone/clinical";
import { type ScanSide, sideOf, vertebraeOf } from "./scan-headings.ts";
import { bare } from "./split-block.ts";

/** What the first cell of a line in a densitometer's list names. */
export type Region =
  | {
      readonly kind: "site";
      readonly site: SkeletalSite;
      readonly side: ScanSide | undefined;
      /** Of the spine, where a range is named. */
      readonly vertebrae: readonly Vertebra[] | undefined;
    }
  /** A vertebra alone; marked where the list says that it was left out of the total. */
  | { readonly kind: "vertebra"; readonly level: Vertebra; readonly isMarked: boolean }
  /** All the lines just above together. */
  | { readonly kind: "total"; readonly side: ScanSide | undefined }
  /** A region that a record does not hold, of the proximal femur or of elsewhere. */
  | { readonly kind: "femur" | "elsewhere" };

/** The region that a cell names and nothing else; `undefined` for all other text, such as a remark about a hip. */
export function regionOf(cell: string): Region | undefined {
  const text = cell.normalize("NFKC").trim();
  const side = sideOf(text);
  const range = RANGE.test(text) ? vertebraeOf(text) : undefined;
  if (range !== undefined) return { kind: "site", site: "lumbarSpine", side: undefined, vertebrae: range };
  const single = SINGLE.exec(text);
  if (single !== null) {
    return { kind: "vertebra", level: `L${single[1]}` as Vertebra, isMarked: (single[2] ?? "") !== "" };
  }
  const name = bare(text).replace(/左侧?|右侧?|双侧|平均值?|均值|left|right|mean|both/g, "");
  const site = SITES.get(name);
  if (site !== undefined) {
    return { kind: "site", site, side: site === "lumbarSpine" ? undefined : side, vertebrae: undefined };
  }
  if (TOTALS.has(name)) return { kind: "total", side };
  if (FEMUR.has(name)) return { kind: "femur" };
  return ELSEWHERE.test(name) ? { kind: "elsewhere" } : undefined;
}

const RANGE = /^(?:ap|正位)?\s*(?:腰椎|lumbar\s*spine|lumbar|spine)?\s*(?:正位)?\s*\(?l[1-4]\s*[-–—~至]\s*l?[2-5]\)?$/i;
const SINGLE = /^(?:腰椎?|l)([1-5])\s*([*†‡#]*)$/i;

function named(site: SkeletalSite, names: string): readonly (readonly [string, SkeletalSite])[] {
  return names.split(" ").map((name) => [name, site] as const);
}

const SITES: ReadonlyMap<string, SkeletalSite> = new Map([
  ...named("lumbarSpine", "腰椎 腰椎正位 正位腰椎 腰椎总 腰椎总体 lumbarspine lumbar spine apspine ls"),
  ...named("femoralNeck", "股骨颈 颈 颈部 femoralneck femurneck neckoffemur neck fn"),
  ...named("totalHip", "全髋 全髋部 髋部 髋 总髋 totalhip hiptotal hip totalfemur femurtotal 股骨近端 股骨近端总量 th"),
]);

const TOTALS: ReadonlySet<string> = new Set("total 总计 总量 总和 合计 全部 总体 总".split(" "));

const FEMUR: ReadonlySet<string> = new Set(
  (
    "troch trochanter greatertrochanter 大转子 转子 大粗隆 粗隆 inter intertro intertrochanter intertrochanteric 转子间 粗隆间 " +
    "ward wards wardstriangle ward三角 ward三角区 ward区 沃德三角 shaft femoralshaft 股骨干 干部 upperneck lowerneck " +
    "上颈 下颈 上颈部 下颈部 股骨颈上部 股骨颈下部 neckdiff totaldiff diff difference 差值"
  ).split(" "),
);

const ELSEWHERE =
  /^(?:t\d{1,2}|胸椎?\d{0,2}|thoracicspine|tspine|forearm|radius.*|ultradistal|ud|13|33radius|前臂|桡骨.*|wholebody|totalbody|全身|head|头部|arms?|legs?|trunk|ribs?|pelvis)$/;
