import { described, localTextSchema } from "@materbone/clinical";
import * as z from "zod";
import { leafSchema, SETTLERS } from "../definition/definition-schema.ts";
import { CLOCK_STEPS } from "./delay-clock.ts";
import { RUN_SCHEMA } from "./run-manifest.ts";
import { WORKLIST_SCHEMA } from "./worklist.ts";

const textSchema = z.strictObject({ en: z.string(), zh: z.string() });
const linesSchema = z.strictObject({ en: z.array(z.string()), zh: z.array(z.string()) });
export const dayRangeSchema = described(z.strictObject({ low: z.iso.date(), high: z.iso.date() }), {
  en: "First and last day on which it may have been, both included; the same day where it is known.",
  zh: "可能的最早日与最晚日（含两端）；日期确切时两者相同。",
});
export const rangeSchema = z.strictObject({ least: z.int(), most: z.int() });
const elapsedSchema = described(z.strictObject({ days: rangeSchema, months: rangeSchema }), {
  en: "Time from the delivery, negative before it; months are completed ones.",
  zh: "自分娩起的时间，分娩前为负；月数按满月计。",
});
export const yesNoSchema = z.enum(["yes", "possibly", "no"]);

export const evidenceLineSchema = z.strictObject({
  stream: z.string(),
  kind: z.string(),
  system: z.string(),
  code: z.string(),
  display: described(z.strictObject({ of: z.string(), name: z.string() }), {
    en: "Name of the code where the definition has one; `of` is a shorter code when only that is named.",
    zh: "定义中给出的编码名称；of 为实际命名的（较短）编码。",
  }).optional(),
  value: described(z.number(), { en: "As given, in `unit`.", zh: "原值，单位见 unit。" }).optional(),
  decimals: described(z.int(), {
    en: "Decimals with which the value is printed; absent where it is printed as given.",
    zh: "数值显示的小数位数；缺省时按原样显示。",
  }).optional(),
  unit: z.string().optional(),
  site: z.string().optional(),
  when: dayRangeSchema.optional(),
  sinceDelivery: elapsedSchema.optional(),
  isCertain: described(z.boolean(), {
    en: "false: its days leave open whether the event lies where the definition looks for it, in a window or near an event in one.",
    zh: "false：按其日期尚不能确定该事件是否在定义所查之处，即时间窗内或时间窗内事件的附近。",
  }),
  sourceRef: described(z.string(), { en: "Where the record stands in the source.", zh: "记录在来源中的位置。" }),
});

type Why =
  | {
      readonly kind: "event";
      readonly answer: z.infer<typeof yesNoSchema>;
      readonly leaf: z.infer<typeof leafSchema>;
      readonly evidence: readonly number[];
    }
  | { readonly kind: "all" | "any"; readonly answer: z.infer<typeof yesNoSchema>; readonly of: readonly Why[] }
  | {
      readonly kind: "atLeast";
      readonly answer: z.infer<typeof yesNoSchema>;
      readonly atLeast: number;
      readonly of: readonly Why[];
    }
  | { readonly kind: "not"; readonly answer: z.infer<typeof yesNoSchema>; readonly of: Why };

/** Holds itself through getters, so that an interface document can name it. */
export const criterionAnswerSchema: z.ZodType<Why> = described(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("event"), answer: yesNoSchema, leaf: leafSchema, evidence: z.array(z.int()) }),
    z.strictObject({
      kind: z.enum(["all", "any"]),
      answer: yesNoSchema,
      get of(): z.ZodArray<z.ZodType<Why>> {
        return z.array(criterionAnswerSchema);
      },
    }),
    z.strictObject({
      kind: z.literal("atLeast"),
      answer: yesNoSchema,
      atLeast: z.int(),
      get of(): z.ZodArray<z.ZodType<Why>> {
        return z.array(criterionAnswerSchema);
      },
    }),
    z.strictObject({
      kind: z.literal("not"),
      answer: yesNoSchema,
      get of(): z.ZodType<Why> {
        return criterionAnswerSchema;
      },
    }),
  ]),
  {
    en: "A criterion with its answers, part by part; numbers are positions in `evidence`, from 0.",
    zh: "判定条件及其各部分的结果；数字为 evidence 中的位置，从 0 起。",
  },
);

const stepSchema = z.enum(CLOCK_STEPS);
export const delayClockSchema = z.array(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("notRecorded"), step: stepSchema, stream: z.string() }),
    z.strictObject({
      kind: z.literal("recorded"),
      step: stepSchema,
      stream: z.string(),
      first: dayRangeSchema,
      isCertain: z.boolean(),
      sinceDelivery: elapsedSchema,
      sincePrevious: z
        .strictObject({
          step: stepSchema,
          days: rangeSchema,
          order: z.enum(["inOrder", "reversed", "perhapsReversed"]),
        })
        .optional(),
    }),
  ]),
);

export const candidateSchema = z.strictObject({
  rank: z.int(),
  personId: z.int(),
  sourceId: z.string(),
  reference: z.string(),
  birth: dayRangeSchema.optional(),
  ageYears: described(rangeSchema, { en: "Completed years at the delivery.", zh: "分娩时周岁。" }).optional(),
  delivery: z.strictObject({ number: z.int(), when: dayRangeSchema, reference: z.string() }),
  tier: z.string(),
  tierName: localTextSchema,
  isCertain: described(z.boolean(), {
    en: "true: tier, age and sex hold whatever the exact days were.",
    zh: "true：无论确切日期如何，层级、年龄与性别均符合。",
  }),
  /** The tier's criterion. */
  why: criterionAnswerSchema,
  flags: z.array(z.strictObject({ exclusion: z.string(), name: localTextSchema, isCertain: z.boolean() })),
  evidence: z.array(evidenceLineSchema),
  unused: z.array(z.strictObject({ line: evidenceLineSchema, why: z.enum(["unit", "implausible"]) })),
  clock: described(delayClockSchema, {
    en: "First pain, imaging of the spine, bone density, drug; a step that is not recorded has no day.",
    zh: "首次疼痛、脊柱影像、骨密度、用药；无记录者不给日期。",
  }),
  settle: z.array(
    z.strictObject({
      settler: z.enum(SETTLERS),
      because: z.array(z.enum(["tier", "flag", "unusedValue", "missingStep", "partialDate", "hipFracture"])),
    }),
  ),
  said: z.strictObject({ why: linesSchema, settle: linesSchema }),
});

const countSchema = described(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("count"), count: z.int().min(0) }),
    z.strictObject({ kind: z.literal("small"), below: z.int() }),
    z.strictObject({ kind: z.literal("hidden") }),
  ]),
  {
    en: "small: from 1 to less than `below`. hidden: a small count could be computed from it.",
    zh: "small：1 至小于 below。hidden：可由其推算出小计数，故隐藏。",
  },
);

const runSchema = z.strictObject({
  schema: z.literal(RUN_SCHEMA),
  materbone: z.string(),
  definition: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  data: described(z.json(), {
    en: "What the engine read: the conversion without its counts, or the schema of a database.",
    zh: "引擎所读数据：转换清单（不含计数），或数据库的模式名。",
  }),
  asOf: z.iso.date().optional(),
  counts: z.strictObject({ candidates: countSchema, smallCell: z.int().min(0) }),
  startedAt: z.string(),
  endedAt: z.string(),
});

/** JSON of a worklist, as `worklistJson` writes it. */
export const worklistSchema = z.strictObject({
  schema: z.literal(WORKLIST_SCHEMA),
  notice: textSchema,
  definition: z.strictObject({ id: z.string(), version: z.string(), name: localTextSchema }),
  streams: z.record(z.string(), localTextSchema),
  candidates: z.array(candidateSchema),
  funnel: z.strictObject({
    smallCell: z.int().min(0),
    stages: z.array(
      z.strictObject({ id: z.string(), name: textSchema, people: countSchema, episodes: countSchema.optional() }),
    ),
  }),
  run: runSchema.optional(),
});
