import type { LscSource, Phrase, Text } from "@materbone/clinical";

export const fitWords = {
  title: { en: "Fitted to her scans", zh: "按其检查拟合" },
  what: {
    en: "Two things are fitted to the scans of her record: her density at rest, and how much bone is missing at birth. Virtual women are then weighed by how well they fit the same scans; lines and bands are those of the women that fit. It is her record that is fitted, as it stands: changes of the inputs on this page play no part.",
    zh: "按病例所记检查拟合两项：其自身的稳态骨密度，以及分娩时骨量缺失程度。随后按与同一组检查的相符程度为虚拟女性加权，曲线与区间来自相符者。所拟合的是病例原记录，本页输入的改动不参与。",
  },
  precision: { en: "Precision of a scan", zh: "检查精密度" },
  parameter: { en: "Fitted", zh: "拟合项" },
  estimate: { en: "Estimate", zh: "估计值" },
  interval: { en: "95% interval", zh: "95% 区间" },
  left: { en: "Spread left by the scans", zh: "检查后剩余离散度" },
  scans: { en: "Scans in the fit", zh: "用于拟合的检查" },
  scan: { en: "Scan", zh: "检查" },
  site: { en: "Site", zh: "部位" },
  month: { en: "Months postpartum", zh: "产后月数" },
  bmd: { en: "BMD, g/cm²", zh: "骨密度，g/cm²" },
  sd: { en: "Precision (1 SD), g/cm²", zh: "精密度（1 SD），g/cm²" },
  openTime: {
    en: "A scan whose month is open is weighed at each month that it may be of.",
    zh: "月份未定的检查，在各可能月份上分别计入。",
  },
  noScan: {
    en: "No scan of hers can be used: this is what women with PLO do on the same course.",
    zh: "无可用于拟合的检查：所示为相同经过下 PLO 女性的病程。",
  },
  leftOut: { en: "Scans not in the fit", zh: "未用于拟合的检查" },
  neverNursed: { en: "Never nursed", zh: "未哺乳" },
  running: { en: "Virtual women for the fit", zh: "用于拟合的虚拟女性" },
  estimating: { en: "Preparing…", zh: "准备中…" },
  cancel: { en: "Cancel", zh: "取消" },
  cancelled: { en: "Cancelled.", zh: "已取消。" },
  failed: { en: "The fit could not be computed.", zh: "未能完成拟合。" },
  again: { en: "Fit her scans", zh: "拟合其检查" },
  refused: { en: "The model does not take what the record holds:", zh: "模型无法采用病例所记内容：" },
  command: {
    en: "The same numbers by command: export the series on its page, then, in the folder of the file:",
    zh: "以命令行得到相同数值：先在系列页导出，再于该文件所在文件夹运行：",
  },
  warnings: { en: "What the model warns of on her recorded course", zh: "模型对其所记病程的提示" },
  warningsAt: { en: "In the woman of the model that fits her scans best.", zh: "取自与其检查最相符的模型女性。" },
  toFit: {
    en: "Fit the model to all her scans, with its interval",
    zh: "用其全部检查拟合模型并给出区间",
  },
} as const satisfies Record<string, Text>;

export const precisionWords: Readonly<Record<LscSource["kind"], Text>> = {
  paper: { en: "stated by the record", zh: "病例标称" },
  minimum: { en: "least acceptable", zh: "最低可接受" },
  centre: { en: "own study", zh: "本中心研究" },
};

export const sayPrecisionFrom: Phrase<{ readonly basis: string }> = {
  en: ({ basis }) => `Precision in use: ${basis}.`,
  zh: ({ basis }) => `所用精密度：${basis}。`,
};

export const sayWeaned: Phrase<{ readonly month: number }> = {
  en: ({ month }, t) => `Weaned in month ${t.months(month)}`,
  zh: ({ month }, t) => `产后 ${t.months(month)} 个月停止哺乳`,
};

export const sayWeanedByInputs: Phrase<{ readonly month: number }> = {
  en: ({ month }, t) =>
    `The record does not say when she weaned: month ${t.months(month)} of the inputs is assumed. Change it there and the fit is made anew.`,
  zh: ({ month }, t) => `病例未记录停止哺乳时间：按输入中的第 ${t.months(month)} 个月假定；更改输入后将重新拟合。`,
};

export const sayFitted: Phrase<{
  readonly women: number;
  readonly weighed: number;
  readonly effective: number;
}> = {
  en: ({ women, weighed, effective }, t) =>
    `Effective sample size ${t.fixed(effective, 0)}: of ${women} virtual women, worth ${t.fixed(weighed, 0)} after weighing to published women without a drug, so many fit her scans.`,
  zh: ({ women, weighed, effective }, t) =>
    `有效样本量 ${t.fixed(effective, 0)}：${women} 名虚拟女性按已发表的未用药女性加权后相当于 ${t.fixed(weighed, 0)} 名，其中与其检查相符者即为此数。`,
};

export const sayTooFew: Phrase<{ readonly women: number; readonly effective: number; readonly needed: number }> = {
  en: ({ women, effective, needed }, t) =>
    `No band of her own: of ${women} virtual women too few fit her scans (effective sample size ${t.fixed(effective, 1)}, needed ${needed}). The figure shows all women. When more women do not help, the model does not explain her scans.`,
  zh: ({ women, effective, needed }, t) =>
    `不给出个体区间：${women} 名虚拟女性中与其检查相符者过少（有效样本量 ${t.fixed(effective, 1)}，至少需 ${needed}），图中为全部虚拟女性。若增加人数仍不足，则模型不能解释其检查结果。`,
};

export const sayRunMore: Phrase<{ readonly women: number }> = {
  en: ({ women }) => `Fit with ${women} women`,
  zh: ({ women }) => `用 ${women} 名女性拟合`,
};
