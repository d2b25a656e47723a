import { type Phrase, say, type Terms, type Text } from "@materbone/clinical";
import { HOURS_PER_MONTH } from "../scenario/time-unit.ts";
import type { CircuitWarning, Extrapolation } from "./circuit-warning.ts";

type Words = { readonly [K in CircuitWarning["kind"]]: Phrase<Extract<CircuitWarning, { kind: K }>> };

/** A warning as one sentence, with its months since the start of the run; the source stands in the warning. */
export function sayCircuitWarning(warning: CircuitWarning, terms: Terms): string {
  return say(words[warning.kind] as Phrase<CircuitWarning>, warning, terms);
}

/** Where the model extrapolates, as part of a sentence. */
export const extrapolationWords: Readonly<Record<Extrapolation, Text>> = {
  zoledronateBeyond24Months: {
    en: "more than 24 months after the first zoledronate",
    zh: "首次唑来膦酸后超过 24 个月",
  },
  pregnancyOnDrug: { en: "pregnancy while a bone drug acts", zh: "抗骨质疏松药物作用期间妊娠" },
  secondLactationOnDrug: { en: "nursing again after a bone drug", zh: "使用抗骨质疏松药物后再次哺乳" },
  estradiolOfPregnancy: {
    en: "the high estradiol of pregnancy, which the equations do not have",
    zh: "妊娠期高雌二醇（方程未包含）",
  },
  calcitriol: {
    en: "calcitriol, under which plasma calcium falls in the model where it rises in women, so that its density is not to be relied on",
    zh: "骨化三醇（模型中用药后血钙下降，与临床所见相反，其骨密度结果不可采信）",
  },
  hip: { en: "the hip, whose density misses its validation rows", zh: "髋部（骨密度未通过验证数据）" },
};

const words: Words = {
  hypocalcaemia: {
    en: (w, t) =>
      `${monthsEn(w, t)}: the model lets plasma calcium fall to ${t.fixed(w.farthest, 2)} mmol/L, below ${t.fixed(w.threshold, 2)}${w.after === undefined ? "" : `, after ${t.agent(w.after)}`}.`,
    zh: (w, t) =>
      `${monthsZh(w, t)}：模型血钙降至 ${t.fixed(w.farthest, 2)} mmol/L，低于 ${t.fixed(w.threshold, 2)}${w.after === undefined ? "" : `，发生于${t.agent(w.after)}之后`}。`,
  },
  calciumFall: {
    en: (w, t) =>
      `${monthsEn(w, t)}: plasma calcium stays within its interval but falls by ${t.fixed(w.farthest, 1)} % after ${t.agent(w.after)} (more than ${t.fixed(w.threshold, 0)} %, an assumed limit).`,
    zh: (w, t) =>
      `${monthsZh(w, t)}：${t.agent(w.after)}后血钙仍在参考区间内，但下降 ${t.fixed(w.farthest, 1)}%（超过假设界值 ${t.fixed(w.threshold, 0)}%）。`,
  },
  hypercalcaemia: {
    en: (w, t) =>
      `${monthsEn(w, t)}: the model lets plasma calcium rise to ${t.fixed(w.farthest, 2)} mmol/L, above ${t.fixed(w.threshold, 2)}.`,
    zh: (w, t) => `${monthsZh(w, t)}：模型血钙升至 ${t.fixed(w.farthest, 2)} mmol/L，高于 ${t.fixed(w.threshold, 2)}。`,
  },
  hypercalciuria: {
    en: (w, t) =>
      `${monthsEn(w, t)}: urinary calcium reaches ${t.fixed(w.farthest, 2)} g in 24 h, above ${t.fixed(w.threshold, 1)}, under ${t.agent(w.under)}.`,
    zh: (w, t) =>
      `${monthsZh(w, t)}：24 h 尿钙达 ${t.fixed(w.farthest, 2)} g，高于 ${t.fixed(w.threshold, 1)} g，${t.agent(w.under)}使用中。`,
  },
  secondaryHyperparathyroidism: {
    en: (w, t) =>
      `${monthsEn(w, t)}: PTH reaches ${t.fixed(w.farthest, 0)} pg/mL, above ${t.fixed(w.threshold, 0)}, while calcium is not high.`,
    zh: (w, t) =>
      `${monthsZh(w, t)}：甲状旁腺激素达 ${t.fixed(w.farthest, 0)} pg/mL，高于 ${t.fixed(w.threshold, 0)}，而血钙不高（继发性甲状旁腺功能亢进）。`,
  },
  denosumabRebound: {
    en: (w, t) =>
      `${monthsEn(w, t)}: resorption rebounds after the last denosumab (month ${months(w.lastDoseHours, t)}): osteoclasts up to ${t.fixed(w.farthest, 0)} % above rest (more than ${t.fixed(w.threshold, 0)} %, an assumed limit).`,
    zh: (w, t) =>
      `${monthsZh(w, t)}：末次地舒单抗（第 ${months(w.lastDoseHours, t)} 个月）后骨吸收反跳：破骨细胞较稳态最多高 ${t.fixed(w.farthest, 0)}%（超过假设界值 ${t.fixed(w.threshold, 0)}%）。`,
  },
  bisphosphonateMayConceive: {
    en: (w, t) =>
      `From month ${months(w.fromHours, t)}: ${t.agent(w.agent)} in a woman who may conceive; it crosses the placenta and stays in bone.`,
    zh: (w, t) =>
      `自第 ${months(w.fromHours, t)} 个月起：育龄期女性使用${t.agent(w.agent)}；该药可透过胎盘并滞留于骨。`,
  },
  extrapolation: {
    en: (w, t) => `${monthsEn(w, t)}: the model extrapolates: ${t.text(extrapolationWords[w.reason])}.`,
    zh: (w, t) => `${monthsZh(w, t)}：模型外推：${t.text(extrapolationWords[w.reason])}。`,
  },
};

function months(hours: number, t: Terms): string {
  return t.months(hours / HOURS_PER_MONTH);
}

function monthsEn(warning: CircuitWarning, t: Terms): string {
  const [from, to] = [months(warning.fromHours, t), months(warning.toHours, t)];
  return from === to ? `Month ${from}` : `Months ${from} to ${to}`;
}

function monthsZh(warning: CircuitWarning, t: Terms): string {
  const [from, to] = [months(warning.fromHours, t), months(warning.toHours, t)];
  return from === to ? `第 ${from} 个月` : `第 ${from}～${to} 个月`;
}
