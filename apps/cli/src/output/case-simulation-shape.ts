import { scenarioSchema } from "@materbone/circuit";
import { described } from "@materbone/clinical";
import * as z from "zod";
import { warningsShape } from "./warning-shape.ts";

const site = z.enum(["lumbarSpine", "femoralNeck", "totalHip"]);
const band = z.strictObject({ median: z.array(z.number()), lower: z.array(z.number()), upper: z.array(z.number()) });
const parameter = {
  estimate: z.number(),
  low: z.number(),
  high: z.number(),
  posteriorOverPriorSd: described(z.number(), {
    en: "Posterior SD over prior SD: near 1, the scans told nothing of it.",
    zh: "后验 SD 与先验 SD 之比：接近 1 表示检查未提供信息。",
  }),
  staysAtPrior: z.boolean(),
  liesAtLimit: z.boolean(),
};
const twoCourses = { site, treated: band, untreated: band };

/** Shape of the machine output of `simulate --series --case`. */
export const simulateCaseShape = z.strictObject({
  kind: described(z.literal("hypothesis"), {
    en: "Whatever a model computes is a hypothesis.",
    zh: "模型计算结果均为假说。",
  }),
  case: z.string(),
  notes: described(z.array(z.string()), {
    en: "What it is, how far a drug effect is known, and how the sites shown fared at their validation rows.",
    zh: "结果的性质、药物效应的不确定度，以及所示部位的验证结果。",
  }),
  nursing: z.string(),
  notModelled: z.array(z.strictObject({ at: z.string(), agent: z.string(), why: z.string() })),
  choices: described(z.array(z.strictObject({ at: z.string(), what: z.string() })), {
    en: "What was settled where the record leaves something open.",
    zh: "病例未明确之处所作的选择。",
  }),
  scans: z.array(
    z.strictObject({
      scan: z.string(),
      site,
      bmdGPerCm2: z.number(),
      precisionGPerCm2: z.number(),
      months: described(z.array(z.number()), {
        en: "Every time at which it may have been measured, months post partum.",
        zh: "可能的检查时间（产后月数），全部列出。",
      }),
    }),
  ),
  fracturedInside: described(
    z.array(
      z.strictObject({
        scans: z.array(z.string()),
        site,
        levels: z.array(z.string()),
        isRegionRecorded: z.boolean(),
        what: z.string(),
      }),
    ),
    {
      en: "Scans in the fit whose measured region holds, or may hold, a broken vertebra.",
      zh: "用于拟合、但测量区域含（或可能含）骨折椎体的检查。",
    },
  ),
  leftOut: z.array(z.strictObject({ scan: z.string(), site, why: z.string() })),
  women: z.int(),
  seed: z.int(),
  variants: described(
    z.array(
      z.strictObject({
        weanedMonth: z.number().nullable(),
        scenario: scenarioSchema,
        untreatedScenario: scenarioSchema,
        population: z.strictObject({
          draws: z.int(),
          acceptanceRate: z.number(),
          effectiveSampleSize: z.number(),
          weighting: z.enum(["equal", "anchored", "notReached"]),
        }),
        warnings: warningsShape,
        months: z.array(z.number()),
        expectedPercent: described(z.array(z.strictObject(twoCourses)), {
          en: "Virtual women before any scan is seen: percent change since delivery.",
          zh: "未使用任何检查结果时的虚拟女性：自分娩起的百分变化。",
        }),
        fit: z
          .strictObject({
            susceptibility: described(z.strictObject(parameter), {
              en: "In SD of the prior, 0 = its median woman.",
              zh: "以先验 SD 为单位，0 为先验中位女性。",
            }),
            restLevelsGPerCm2: z.array(z.strictObject({ site, scans: z.int(), ...parameter })),
            effectiveSampleSize: z.number(),
            bandsGPerCm2: described(z.array(z.strictObject(twoCourses)).nullable(), {
              en: "Women that fit her scans; null when too few do.",
              zh: "与其检查相符的女性；过少时为 null。",
            }),
          })
          .nullable(),
      }),
    ),
    {
      en: "One per reading of the month of weaning.",
      zh: "停止哺乳时间的每种读法各一项。",
    },
  ),
});
