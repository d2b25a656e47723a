import { described, localTextSchema } from "@materbone/clinical";
import * as z from "zod";

export const SCENARIO_SCHEMA = "materbone/scenario/1";

/** What the fields mean stands beside them; `docs/how-to/write-a-scenario.md` tells it at length. */
export const quantitySchema = described(
  z.union([z.string(), z.number(), z.strictObject({ value: z.number(), unit: z.string() })]),
  {
    en: 'Number and unit: "-0.15 mM", "10/16.667 L/h" or { "value": -0.15, "unit": "mM" }; a bare number only where the model\'s unit is none.',
    zh: '数值与单位："-0.15 mM"、"10/16.667 L/h" 或 { "value": -0.15, "unit": "mM" }；仅无量纲的量可只写数字。',
  },
);

const timeSchema = described(
  z.union([z.string(), z.number(), z.strictObject({ value: z.number(), unit: z.string() })]),
  {
    en: 'Time with its unit: "6 month". h, d, week, month (730.5 h), year (8766 h), modelMonth, modelYear (8736 h in the reference model). Only 0 may stand alone.',
    zh: "时间与单位：“6 month”。可用 h、d、week、month（730.5 h）、year（8766 h）、modelMonth、modelYear（参考模型为 8736 h）。仅 0 可不写单位。",
  },
);

const stepSchema = z.strictObject({
  at: timeSchema,
  value: described(quantitySchema, { en: "The value from then on.", zh: "此后的取值。" }).optional(),
  times: described(z.number(), {
    en: "Instead of value: what the value in force is multiplied by.",
    zh: "代替 value：以当前取值乘以该数。",
  }).optional(),
  note: localTextSchema.optional(),
});

const rampSchema = z.strictObject({
  from: timeSchema,
  to: timeSchema,
  value: described(quantitySchema, {
    en: "The value at `to`, reached in a straight line from the value in force at `from`, and kept.",
    zh: "自 from 时的取值线性变化，至 to 时达到并保持的取值。",
  }),
  note: localTextSchema.optional(),
});

const firstValueSchema = z.strictObject({
  value: described(quantitySchema, {
    en: "First in a list, without a time: the value until the first change, in force before the start.",
    zh: "列表首项，不写时间：首个变化之前的取值，起始前已生效。",
  }),
  note: localTextSchema.optional(),
  // Told apart from an unfinished step or ramp, whose missing key is then named.
  at: z.never().optional(),
  from: z.never().optional(),
  to: z.never().optional(),
  times: z.never().optional(),
});

export const courseSchema = described(
  z.union([quantitySchema, z.array(z.union([stepSchema, rampSchema, firstValueSchema]))]),
  {
    en: "One value for the whole time, or a list of changes in the order of time: steps { at, value } and ramps { from, to, value }; a first { value } without a time holds from before the start.",
    zh: "全程一个取值，或按时间先后排列的变化：阶跃 { at, value } 与线性变化 { from, to, value }；首项 { value } 不写时间，自起始前生效。",
  },
);

export const doseSchema = z.strictObject({
  agent: described(z.string(), { en: "Drug by name.", zh: "药物名称。" }).optional(),
  into: described(z.string(), {
    en: "Instead of a drug: the state or depot of the model that the amount is added to, in its own unit.",
    zh: "代替药物名：剂量直接加入的状态变量或储库，单位与其一致。",
  }).optional(),
  amount: described(quantitySchema, { en: 'Amount of one dose: "60 mg".', zh: "单次剂量：“60 mg”。" }),
  at: described(z.union([timeSchema, z.array(timeSchema)]), {
    en: "Time of the first dose, or a list of times.",
    zh: "首次给药时间，或给药时间列表。",
  }),
  every: described(timeSchema, { en: "Interval of further doses.", zh: "给药间隔。" }).optional(),
  count: described(z.int().min(1), {
    en: "Number of doses, the first included.",
    zh: "给药次数（含首次）。",
  }).optional(),
  until: described(timeSchema, {
    en: "Last moment at which a dose may fall, that moment included; without count and until doses go on to the end.",
    zh: "最后可给药的时间（含该时刻）；count 与 until 均省略时持续至结束。",
  }).optional(),
  note: localTextSchema.optional(),
});

const timesSchema = z.union([
  timeSchema,
  z.strictObject({
    from: timeSchema,
    to: timeSchema,
    every: timeSchema,
  }),
  z.strictObject({ at: z.array(z.number()), unit: z.string() }),
]);

export const outputsSchema = z.strictObject({
  times: described(z.array(timesSchema).min(1).max(200_000), {
    en: 'Times of the rows, in any order: single times "6 month", grids { from, to, every } with both ends, lists { at: [0, 1], unit: "h" }. The run ends at the last.',
    zh: '各行时间，次序不限：单个时间“6 month”，等距 { from, to, every }（含两端），列表 { at: [0, 1], unit: "h" }。模拟至最后一个时间结束。',
  }),
  names: described(z.array(z.string()).min(1).max(500), {
    en: "Columns by name, in their order; all when left out.",
    zh: "输出列名及次序；省略时为全部。",
  }).optional(),
  changes: described(
    z.array(z.strictObject({ name: z.string().min(1).max(60), of: z.string(), since: timeSchema })).max(100),
    {
      en: "Further columns: percent change of an output since a time of the run.",
      zh: "附加列：某输出自某时间起的百分变化。",
    },
  ).optional(),
  timeUnit: described(z.string(), {
    en: "Unit of the column of times; the model's own when left out.",
    zh: "时间列的单位；省略时为模型自身单位。",
  }).optional(),
  atEvents: described(z.enum(["before", "after"]), {
    en: "Which value a row shows whose time is that of a dose or a change: the one just before (when left out) or just after.",
    zh: "行时间恰为给药或变化时刻时，显示之前（省略时）还是之后的取值。",
  }).optional(),
});

export const scenarioSchema = z.strictObject({
  schema: z.literal(SCENARIO_SCHEMA),
  title: localTextSchema.optional(),
  note: localTextSchema.optional(),
  model: described(z.string(), {
    en: "Model by name; `materbone simulate --list` prints them.",
    zh: "模型名称；可用 materbone simulate --list 列出。",
  }),
  start: z
    .strictObject({
      at: described(timeSchema, {
        en: "Time at which the run begins; 0 when left out.",
        zh: "模拟开始时间；省略时为 0。",
      }).optional(),
      from: described(z.enum(["published", "rest"]), {
        en: "The model's published initial values (when left out), or the rest state of the parameters in force at the start.",
        zh: "模型公布的初值（省略时），或起始参数下的稳态。",
      }).optional(),
      values: described(z.record(z.string(), quantitySchema), {
        en: "Initial values of states by name, instead of the published ones; the model's baseline stays as it is.",
        zh: "按名称给出的状态初值，代替公布值；模型基线不变。",
      }).optional(),
    })
    .optional(),
  parameters: described(z.record(z.string(), courseSchema), {
    en: "Parameters by name: a value for the whole time, or steps in time (no ramps). Back-solved constants follow.",
    zh: "按名称给出的参数：全程取值，或随时间的阶跃（不可线性变化）。反解常数随之重算。",
  }).optional(),
  inputs: described(z.record(z.string(), courseSchema), {
    en: "Inputs by name: a value for the whole time, or steps and ramps.",
    zh: "按名称给出的输入：全程取值，或阶跃与线性变化。",
  }).optional(),
  doses: z.array(doseSchema).max(10_000).optional(),
  outputs: outputsSchema,
  tolerance: described(z.number().min(1e-12).max(1e-3), {
    en: "Relative tolerance of a step; when left out 1e-10, with which every output of the reference trajectories is met to 1e-6.",
    zh: "单步相对容差；省略时为 1e-10，此时与参考轨迹各输出相对差不超过 1e-6。",
  }).optional(),
});

export type ScenarioFile = z.infer<typeof scenarioSchema>;
export type QuantityText = z.infer<typeof quantitySchema>;
export type TimeText = z.infer<typeof timeSchema>;
export type Course = z.infer<typeof courseSchema>;
export type CourseChange = z.infer<typeof stepSchema> | z.infer<typeof rampSchema> | z.infer<typeof firstValueSchema>;
export type DoseEntry = z.infer<typeof doseSchema>;
export type OutputsEntry = z.infer<typeof outputsSchema>;
