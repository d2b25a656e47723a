import { type Phrase, roiName, SKELETAL_SITES, say, type Terms, type Text } from "@materbone/clinical";
import type { ScanRow } from "../../paste/scan-cells.ts";

export const scanWords = {
  table: { en: "Scans", zh: "骨密度检查" },
  time: { en: "Time", zh: "时间" },
  bmd: { en: "BMD", zh: "BMD" },
  z: { en: "Z", zh: "Z值" },
  newRow: { en: "6, 2019-05…", zh: "6、2019-05…" },
  hint: {
    en: "BMD in g/cm². Type in the last row for a new scan; arrows and Enter move, Shift+arrow marks a block, a block of a spreadsheet can be pasted into any cell.",
    zh: "BMD单位为g/cm²。在末行输入即新增一次检查；方向键和回车移动，Shift+方向键选择区域，可将表格内容直接粘贴到任一格。",
  },
  lumbar: { en: "L1–L4", zh: "L1～L4" },
  paste: { en: "Paste scans from a table…", zh: "从表格粘贴检查结果…" },
  pasteLabel: { en: "Scans copied from a spreadsheet or document", zh: "从电子表格或文档复制的检查结果" },
  pasteHint: {
    en: "Columns are found by their headings (month or date, L1-4, femoral neck, total hip; BMD, Z, T); or one site per line, as densitometers print them; or, without headings, in this order: time, L1-4 BMD, Z, femoral neck BMD, Z, total hip BMD, Z.",
    zh: "按表头识别各列（月数或日期，L1～4、股骨颈、全髋，BMD、Z值、T值），也可逐行识别部位（骨密度仪报告格式）；无表头时按此顺序：时间、L1～4 BMD、Z值、股骨颈BMD、Z值、全髋BMD、Z值。",
  },
} as const satisfies Record<string, Text>;

export const cellLabel: Phrase<{ readonly what: string; readonly scan: number }> = {
  en: ({ what, scan }) => `${what}, scan ${scan}`,
  zh: ({ what, scan }) => `${what}，第${scan}次`,
};
export const bmdOf: Phrase<{ readonly site: string }> = {
  en: ({ site }) => `${site.charAt(0).toUpperCase()}${site.slice(1)} BMD (g/cm²)`,
  zh: ({ site }) => `${site}BMD（g/cm²）`,
};
export const zOf: Phrase<{ readonly site: string }> = {
  en: ({ site }) => `${site.charAt(0).toUpperCase()}${site.slice(1)} Z-score`,
  zh: ({ site }) => `${site}Z值`,
};
export const tOf: Phrase<{ readonly site: string }> = {
  en: ({ site }) => `${site.charAt(0).toUpperCase()}${site.slice(1)} T-score`,
  zh: ({ site }) => `${site}T值`,
};
export const detailsOf: Phrase<{ readonly scan: number; readonly facts: readonly string[] }> = {
  en: ({ scan, facts }) => `Scan ${scan}: ${facts.length === 0 ? "device, vertebrae, place" : facts.join(" · ")}`,
  zh: ({ scan, facts }) => `第${scan}次：${facts.length === 0 ? "骨密度仪、测量椎体、检查地点" : facts.join(" · ")}`,
};
export const removeScan: Phrase<{ readonly scan: number }> = {
  en: ({ scan }) => `Remove scan ${scan}`,
  zh: ({ scan }) => `移除第${scan}次检查`,
};

/** What a pasted scan brings besides its values: vertebrae of the spine and sides of the hip. */
export function alsoTaken(row: ScanRow, terms: Terms): readonly string[] {
  const sides = SKELETAL_SITES.flatMap((site) => {
    const side = row.sides?.[site];
    return side === undefined
      ? []
      : [say(sidedSite, { site: terms.site(site), side: terms.word("scanSide", side) }, terms)];
  });
  return row.vertebrae === undefined ? sides : [roiName(row.vertebrae, "–"), ...sides];
}

const sidedSite: Phrase<{ readonly site: string; readonly side: string }> = {
  en: ({ site, side }) => `${site}: ${side}`,
  zh: ({ site, side }) => `${site}：${side}`,
};
