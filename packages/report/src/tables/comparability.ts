import { type ComparabilityReason, roiName, type Terms } from "@materbone/clinical";

/** Why two scans cannot be compared, as a clause. */
export function sayComparability(reason: ComparabilityReason, t: Terms): string {
  const zh = t.lang === "zh";
  switch (reason.kind) {
    case "differentDevices":
      return zh
        ? `两次检查所用设备不同（${reason.from}、${reason.to}）且未做交叉校准`
        : `different devices (${reason.from}, ${reason.to}) without cross-calibration`;
    case "differentVertebrae":
      return zh
        ? `测量椎体不同（${roiName(reason.from, "\u2013")}与${roiName(reason.to, "\u2013")}）`
        : `different vertebrae (${roiName(reason.from, "\u2013")} and ${roiName(reason.to, "\u2013")})`;
    case "fracturedVertebraInside":
      return zh
        ? `骨折椎体${t.series(reason.levels)}位于测量区域内`
        : `fractured ${t.list(reason.levels)} inside the measured region`;
    case "fracturedVertebraPerhapsInside":
      return zh
        ? `未记录测量椎体，骨折椎体${t.series(reason.levels)}可能位于测量区域内`
        : `fractured ${t.list(reason.levels)} perhaps inside the measured region, whose vertebrae were not recorded`;
    case "differentSides":
      return zh ? "两次检查测量侧别不同" : "different sides of the body";
    case "orderUnknown":
      return zh ? "两次检查的先后未知" : "which scan came first is not known";
    case "deviceNotRecorded":
      return zh
        ? `一次检查为${reason.device}，另一次未记录仪器`
        : `${reason.device} on one scan, no device recorded on the other`;
    case "vertebraeNotRecorded":
      return zh
        ? `一次检查测量${roiName(reason.levels, "\u2013")}，另一次未记录测量椎体`
        : `${roiName(reason.levels, "\u2013")} on one scan, vertebrae not recorded on the other`;
    case "noPrecision":
      return zh ? "无该部位的精密度数据" : "no precision figure for this site";
  }
}
