import { described, localTextSchema } from "@materbone/clinical";
import * as z from "zod";
import { EVENT_KINDS, SEXES } from "../contract.ts";

export const COHORT_SCHEMA = "materbone/cohort/1";

/** Names of concept sets, streams, windows, tiers and exclusions: they become names of columns, so nothing else may stand in them. */
const nameSchema = described(
  z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/)
    .max(40),
  {
    en: "Lower case letters, digits and single underscores, beginning with a letter, at most 40 signs.",
    zh: "以小写字母开头，仅含小写字母、数字和单个下划线，最多 40 个字符。",
  },
);

const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(60);

/** Ids become names of files: lower case letters, digits and hyphens, so that none leads elsewhere. */
export function isDefinitionId(id: string): boolean {
  return idSchema.safeParse(id).success;
}

const sourceSchema = z.strictObject({
  cite: z.string().min(1),
  doi: z.string().optional(),
  status: z.enum(["read", "recalled", "assumed"]),
  checked: z.iso.date(),
  note: localTextSchema.optional(),
});

const ruleSchema = z.strictObject({
  system: described(z.string().min(1), {
    en: "Short name of a code system (SNOMED CT, ICD-10, LOINC, OMOP, local, …) or the URI that the source uses.",
    zh: "编码系统简称（SNOMED CT、ICD-10、LOINC、OMOP、local 等）或来源所用的 URI。",
  }),
  code: z.string().min(1),
  match: described(z.enum(["exact", "prefix", "descendants"]), {
    en: "exact: this code. prefix: this code and every code that begins with it (M80.8 covers M80.88XA and a hospital's M80.800x001). descendants: this code and those under it in the hierarchy that the source brings along.",
    zh: "exact：仅此编码。prefix：此编码及以其开头的全部编码（M80.8 包含 M80.88XA 及医院扩展码 M80.800x001）。descendants：此编码及来源自带层级中的下位编码。",
  }),
  display: z.string().optional(),
});

const conceptSetSchema = z.strictObject({
  name: localTextSchema,
  include: z.array(ruleSchema).min(1),
  exclude: described(z.array(ruleSchema), {
    en: "Codes that are taken out again, whatever includes them.",
    zh: "排除的编码，优先于 include。",
  }).optional(),
});

const valueSchema = z.strictObject({
  op: z.enum(["<", "<=", ">", ">="]),
  number: z.number(),
  decimals: described(z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]), {
    en: "The value is compared as printed with so many decimals, halves away from zero.",
    zh: "按保留该位小数（四舍五入，远离零）后的数值比较。",
  }),
});

const streamSchema = z.strictObject({
  name: localTextSchema,
  concepts: described(z.array(nameSchema).min(1), {
    en: "Concept sets of this definition or of the shipped library; any of them.",
    zh: "本定义或内置的概念集，符合任一即可。",
  }),
  kinds: described(z.array(z.enum(EVENT_KINDS)).min(1), {
    en: "Kinds of event that count; all when absent.",
    zh: "计入的事件类别；省略则全部计入。",
  }).optional(),
  units: described(
    z.array(z.strictObject({ unit: z.string(), factor: z.number().positive(), none: z.boolean().optional() })).min(1),
    {
      en: "Units that a value may have, with the factor to the first; `none: true` stands for no unit. A value in another unit is not used, and said so.",
      zh: "数值可用的单位及换算为首个单位的系数；none: true 表示无单位。其他单位的数值不采用，并予以说明。",
    },
  ).optional(),
  plausible: described(z.strictObject({ from: z.number(), to: z.number() }), {
    en: "Values outside are not used, and said so; in the first unit, both ends included.",
    zh: "超出范围（含端点，首个单位）的数值不采用，并予以说明。",
  }).optional(),
  value: described(valueSchema, {
    en: "Only events with such a value count.",
    zh: "仅计入数值符合条件的事件。",
  }).optional(),
  laterVisits: described(z.enum(["leaveOut", "only"]), {
    en: "Codes of ICD-10-CM for a later visit or a sequela of an injury (seventh character D, S and others) tell that something broke, not when. A coding of the same record that tells no visits apart goes with them. leaveOut: they do not count. only: nothing else counts. All count when absent.",
    zh: "ICD-10-CM 损伤编码中表示后续就诊或后遗症者（第7位为 D、S 等）说明曾有损伤，但未说明何时发生；同一记录中不区分就诊次序的编码从属于此。leaveOut：不计入；only：仅计入此类；省略则全部计入。",
  }).optional(),
});

/** The most months and days that a bound may be away from the delivery, and the days that another event may be away. */
export const MOST_AWAY = { months: 600, days: 20_000 } as const;

const boundSchema = z.union([
  z.literal("open"),
  z.strictObject({ months: z.int().min(-MOST_AWAY.months).max(MOST_AWAY.months) }),
  z.strictObject({ days: z.int().min(-MOST_AWAY.days).max(MOST_AWAY.days) }),
]);

const windowSchema = described(
  z.strictObject({ name: localTextSchema, from: boundSchema, to: boundSchema, source: sourceSchema.optional() }),
  {
    en: "Days from `from` to `to` after the delivery (negative: before), both included; `open` has no end.",
    zh: "分娩后自 from 至 to（负值为分娩前）的时间，含两端；open 表示不限。",
  },
);

const daysAroundSchema = z.int().min(0).max(MOST_AWAY.days);

const nearSchema = z.strictObject({
  event: described(nameSchema, { en: "Name of the other stream.", zh: "另一事件流的名称。" }),
  days: described(z.strictObject({ before: daysAroundSchema, after: daysAroundSchema }), {
    en: "The other event is at most so many days before, or after, this one; both ends included, 0 is the same day.",
    zh: "另一事件在本事件之前、之后至多相隔的天数，含两端；0 为同日。",
  }),
  source: sourceSchema.optional(),
});

/** One event in a window, the smallest criterion. */
export const leafSchema = z.strictObject({
  event: described(nameSchema, { en: "Name of a stream.", zh: "事件流名称。" }),
  window: described(nameSchema, { en: "Name of a window.", zh: "时间窗名称。" }),
  atLeastDays: described(z.int().min(1), {
    en: "On at least so many different days; 1 when absent.",
    zh: "至少出现在这么多个不同日期；省略为 1。",
  }).optional(),
  spanDays: described(z.int().min(1), {
    en: "At least so many days from the first to the last.",
    zh: "首次与末次至少相隔的天数。",
  }).optional(),
  near: described(nearSchema, {
    en: "Only events with an event of another stream near them count.",
    zh: "仅计入附近有另一事件流事件者。",
  }).optional(),
  notNear: described(nearSchema, {
    en: "Only events without an event of another stream near them count: a fracture without an accident.",
    zh: "仅计入附近没有另一事件流事件者，如附近无事故的骨折。",
  }).optional(),
});

export type CriterionLeaf = z.infer<typeof leafSchema>;
/** An event of another stream, some days around the event of a leaf. */
export type NearEvent = z.infer<typeof nearSchema>;
export type Criterion =
  | CriterionLeaf
  | { readonly all: readonly Criterion[] }
  | { readonly any: readonly Criterion[] }
  | { readonly atLeast: number; readonly of: readonly Criterion[] }
  | { readonly not: Criterion };

/** How deep criteria may be nested. */
export const MAX_DEPTH = 8;

/** A criterion with all that it joins. */
export const criterionSchema: z.ZodType<Criterion> = z.lazy(() =>
  z.union([
    leafSchema,
    z.strictObject({ all: z.array(criterionSchema).min(1) }),
    z.strictObject({ any: z.array(criterionSchema).min(1) }),
    z.strictObject({ atLeast: z.int().min(1), of: z.array(criterionSchema).min(1) }),
    z.strictObject({ not: criterionSchema }),
  ]),
);

/** What would settle a candidate of a tier; words in the catalogue. */
export const SETTLERS = [
  "spine_imaging",
  "hip_imaging",
  "dxa_z_score",
  "fracture_mechanism",
  "exclusion_workup",
  "delivery_date",
  "pain_history",
  "drug_indication",
  "value_unit",
] as const;

export const definitionSchema = z.strictObject({
  schema: z.literal(COHORT_SCHEMA),
  id: idSchema,
  version: z.string().min(1).max(20),
  name: localTextSchema,
  about: described(localTextSchema, {
    en: "The author's own text; figures in it do not follow changes of the criteria.",
    zh: "编写者自己的文字，其中的数值不随条件改变。",
  }).optional(),
  copiedFrom: described(z.strictObject({ id: idSchema, version: z.string().min(1).max(20) }), {
    en: "Definition that this one began as a copy of.",
    zh: "复制时所依据的定义。",
  }).optional(),
  sources: z.array(sourceSchema).min(1),
  concepts: z.record(nameSchema, conceptSetSchema).optional(),
  streams: z.record(nameSchema, streamSchema),
  windows: z.record(nameSchema, windowSchema),
  population: z.strictObject({
    sexes: described(z.array(z.enum(SEXES)).min(1), {
      en: "A person whose sex is not recorded stays in, as uncertain.",
      zh: "性别未记录者保留，标为不确定。",
    }),
    ageYears: described(z.strictObject({ from: z.int().min(0), to: z.int().max(120) }), {
      en: "Completed years at delivery, both included; without a birth date a person stays in, as uncertain.",
      zh: "分娩时周岁，含两端；无出生日期者保留，标为不确定。",
    }).optional(),
  }),
  episodes: z.strictObject({
    delivery: described(nameSchema, { en: "Stream of delivery records.", zh: "分娩记录的事件流。" }),
    spacingDays: described(z.int().min(1), {
      en: "A delivery record fewer days after the one before belongs to the same delivery.",
      zh: "与前一条分娩记录相隔少于该天数者视为同一次分娩。",
    }),
    source: sourceSchema,
  }),
  exclusions: z.array(
    z.strictObject({
      id: nameSchema,
      name: localTextSchema,
      when: criterionSchema,
      effect: described(z.enum(["exclude", "flag"]), {
        en: "exclude: out when certainly met, flagged when possibly. flag: always kept and flagged.",
        zh: "exclude：确定符合则剔除，可能符合则标记。flag：保留并标记。",
      }),
      source: sourceSchema.optional(),
    }),
  ),
  tiers: described(
    z
      .array(
        z.strictObject({
          id: nameSchema,
          name: localTextSchema,
          when: criterionSchema,
          settle: z.array(z.enum(SETTLERS)),
          source: sourceSchema.optional(),
        }),
      )
      .min(1),
    {
      en: "In the order of the worklist: a woman has the first tier that she meets.",
      zh: "按工作清单顺序：取首个符合的层级。",
    },
  ),
  clock: described(
    z.strictObject({
      pain: nameSchema,
      imaging: nameSchema,
      density: nameSchema,
      drug: nameSchema,
      window: nameSchema,
    }),
    {
      en: "Streams whose first day in the window makes the delay clock: pain, imaging, bone density, drug.",
      zh: "延误时钟所用事件流（时间窗内首次）：疼痛、影像、骨密度、药物。",
    },
  ),
  context: described(z.array(nameSchema), {
    en: "Streams that stand among the evidence in the clock's window, though no criterion asks for them: a diagnosis of osteoporosis.",
    zh: "时钟时间窗内作为背景列入依据、但不参与判定的事件流，如骨质疏松诊断。",
  }).optional(),
});

/** A cohort definition as written in a file. */
export type CohortDefinition = z.infer<typeof definitionSchema>;
export type ConceptRule = z.infer<typeof ruleSchema>;
export type ConceptSet = z.infer<typeof conceptSetSchema>;
export type EventStream = z.infer<typeof streamSchema>;
export type DeliveryWindow = z.infer<typeof windowSchema>;
export type WindowBound = z.infer<typeof boundSchema>;
export type Tier = CohortDefinition["tiers"][number];
export type Exclusion = CohortDefinition["exclusions"][number];
export type Settler = (typeof SETTLERS)[number];

/**
 * A definition that can be run: every name it uses exists and every concept set it uses stands inside, also those of the
 * shipped library. Its canonical JSON is what the hash of a run is taken of.
 */
export type ResolvedDefinition = CohortDefinition & { readonly concepts: Readonly<Record<string, ConceptSet>> };
