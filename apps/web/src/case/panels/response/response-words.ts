import type { Phrase, Text } from "@materbone/clinical";

export const responseWords = {
  title: { en: "Change of BMD", zh: "骨密度变化" },
  quantity: { en: "Shown", zh: "显示" },
  percent: { en: "%", zh: "%" },
  gPerCm2: { en: "g/cm²", zh: "g/cm²" },
  z: { en: "Z-score", zh: "Z值" },
  lsc: { en: "LSC", zh: "LSC" },
  paper: { en: "paper", zh: "论文" },
  minimum: { en: "minimum", zh: "最低可接受" },
  centre: { en: "centre", zh: "本中心" },
  noCentre: {
    en: "No precision study of the centre is recorded; add its repeated scans under “Methods and intervals” to use it.",
    zh: "未记录本中心的精密度研究；在“方法与参考区间”中录入重复检查数据后即可选用。",
  },
  limits: { en: "Least significant change in use", zh: "所用最小有意义变化值（LSC）" },
  acrossDevices: {
    en: "Between calibrated devices the limit is that of both together; it stands in the table.",
    zh: "已交叉校准的两台仪器之间，界值由两者合并得出，见下表。",
  },
  deviceNotRecorded: { en: "device not recorded", zh: "未记录仪器" },
  noLimit: { en: "none for this site", zh: "（该部位无LSC）" },
  pairs: { en: "Every two scans", zh: "各次检查两两比较" },
  pairsTable: { en: "Table of every two scans", zh: "两两比较表" },
  noPairs: {
    en: "There are no two scans with BMD at one site yet. Enter a second scan to see a change.",
    zh: "尚无同一部位的两次骨密度。录入第二次检查后即可显示变化。",
  },
  site: { en: "Site", zh: "部位" },
  from: { en: "Reference scan", zh: "参照检查" },
  to: { en: "Later scan", zh: "复查" },
  change: { en: "Change, g/cm²", zh: "变化（g/cm²）" },
  percentHead: { en: "Change, %", zh: "变化（%）" },
  perYear: { en: "% per year", zh: "年均（%）" },
  deltaZ: { en: "Change of Z", zh: "Z值变化" },
  lscHead: { en: "LSC, %", zh: "LSC（%）" },
  verdict: { en: "Verdict", zh: "判定" },
  notAttributable: {
    en: "BMD rises after weaning without a drug as well. Without a comparator no gain here is attributable to treatment.",
    zh: "停止哺乳后，不用药骨密度也会回升。无对照时，此处的升高均不能归因于治疗。",
  },
  attributableShort: { en: "not attributable without a comparator", zh: "无对照，不能归因" },
  besideBenchmark: { en: "Beside the change without a drug", zh: "与未用药者变化的比较" },
  ladder: { en: "Z-scores from scan to scan", zh: "历次检查的Z值" },
  noScans: {
    en: "No scans yet. Enter or paste scans in the record; the chart draws itself.",
    zh: "尚无骨密度检查。在记录中录入或粘贴检查数据后，图会自动绘出。",
  },
  notRecorded: { en: "–", zh: "－" },
  timeNotKnown: { en: "not computed: a time is not known", zh: "未计算：检查时间不详" },
  rateOpen: {
    en: "not computed: the interval may be zero, or the order is open",
    zh: "未计算：两次间隔可能为零，或先后未定",
  },
} as const satisfies Record<string, Text>;

/** "The limit decides: 2 verdicts are others than with the paper's LSC: ..." */
export const sayChanges: Phrase<{
  readonly count: number;
  readonly other: string;
  readonly changes: readonly string[];
}> = {
  en: ({ count, other, changes }, terms) =>
    count === 0
      ? `No verdict differs from those with ${other}.`
      : `The limit decides: it changes ${count} ${terms.count(count, "verdict", "verdicts")} compared with ${other}: ${changes.join("; ")}.`,
  zh: ({ count, other, changes }) =>
    count === 0
      ? `与采用${other}相比，判定均无变化。`
      : `界值决定判定：与采用${other}相比，有${count}项判定改变：${changes.join("；")}。`,
};

export const sayChange: Phrase<{
  readonly site: string;
  readonly pair: string;
  readonly before: string;
  readonly now: string;
}> = {
  en: ({ site, pair, before, now }) => `${site} (${pair}) from “${before}” to “${now}”`,
  zh: ({ site, pair, before, now }) => `${site}（${pair}）由“${before}”变为“${now}”`,
};

export const sayOther: Readonly<Record<"paper" | "minimum", Text>> = {
  paper: { en: "the paper's LSC", zh: "论文的LSC" },
  minimum: { en: "the minimum acceptable precision", zh: "最低可接受精密度" },
};
