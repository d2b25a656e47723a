import type { Phrase, Text } from "@materbone/clinical";

export const courseWords = {
  aligned: {
    en: "Her level at delivery was not measured: the first scan of each device is laid on the course (hollow), and only what follows tells something.",
    zh: "分娩时的水平未测：每台设备的首次检查置于模拟曲线上（空心），仅其后的变化有意义。",
  },
  anchor: { en: "first scan, laid on the course", zh: "首次检查，置于曲线上" },
  band: { en: "Band of a population", zh: "人群区间" },
  bandText: {
    en: "Runs virtual women with these inputs, each drawn from the prior of PLO, in the background; nothing leaves this computer.",
    zh: "以相同输入在后台模拟由 PLO 先验抽取的虚拟女性；数据不离开本机。",
  },
  bandHealthy: {
    en: "The population stands for women with PLO: there is no band for a healthy mother.",
    zh: "虚拟人群代表 PLO 女性：健康产妇不显示区间。",
  },
  runBand: { en: "Run 800 women", zh: "模拟 800 名女性" },
  cancel: { en: "Cancel", zh: "取消" },
  cancelled: { en: "Cancelled.", zh: "已取消。" },
  bandFailed: { en: "The population could not be run.", zh: "未能模拟人群。" },
  stale: { en: "The inputs have changed: run the women again.", zh: "输入已改变：请重新模拟人群。" },
  fewer: {
    en: "Too few effective women for a 95 % band; its ends hang on single women.",
    zh: "有效人数不足以支持 95% 区间，其上下限取决于个别个体。",
  },
  course: { en: "Bone density over time", zh: "骨密度病程" },
  numbers: { en: "Numbers at chosen months", zh: "所选月份的数值" },
} as const satisfies Record<string, Text>;

export const hiddenSite: Phrase<{ readonly met: number; readonly rows: number }> = {
  en: ({ met, rows }) =>
    `Hidden: of the ${rows} published rows kept for validation, the model meets ${met} within 2 SD (all are needed).`,
  zh: ({ met, rows }) => `暂不显示：用于验证的 ${rows} 行已发表数据中，模型有 ${met} 行在 2 个标准差内（须全部满足）。`,
};

export const sayWomen: Phrase<{ readonly done: number; readonly all: number }> = {
  en: ({ done, all }) => `${done} of ${all} women`,
  zh: ({ done, all }) => `${done} / ${all} 名`,
};

export const sayBand: Phrase<{ readonly women: number; readonly effective: number; readonly accepted: number }> = {
  en: ({ women, effective, accepted }, t) =>
    `95 % band of ${women} virtual women; effective number ${t.fixed(effective, 0)}, ${t.fixed(accepted, 0)} % of draws accepted by physiological bounds.`,
  zh: ({ women, effective, accepted }, t) =>
    `${women} 名虚拟女性的 95% 区间；有效人数 ${t.fixed(effective, 0)}，抽样经生理界限接受 ${t.fixed(accepted, 0)}%。`,
};

export const sayWeaningAssumed: Phrase<{ readonly month: number }> = {
  en: ({ month }, t) =>
    `When she weaned is open: the thick courses assume month ${t.months(month)}, the thin ones the ends of what the record allows.`,
  zh: ({ month }, t) => `停止哺乳时间未定：粗线假定为产后 ${t.months(month)} 个月，细线为病例所容许范围的两端。`,
};
