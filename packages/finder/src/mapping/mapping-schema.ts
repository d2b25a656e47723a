import { described } from "@materbone/clinical";
import * as z from "zod";
import { EVENT_KINDS } from "../contract.ts";

export const MAPPING_SCHEMA = "materbone/mapping/1";

/** Ways to write a day that a mapping may name. A time of day after it is left aside. */
export const DATE_FORMATS = ["YYYY-MM-DD", "YYYY/M/D", "YYYYMMDD", "YYYY年M月D日", "YYYY.M.D"] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

export const ENCODINGS = ["utf-8", "gb18030"] as const;
export const DELIMITERS = [",", "\t", ";", "|"] as const;

const columnSchema = described(z.string().min(1).max(200), {
  en: "Heading of a column, as the file has it.",
  zh: "列名，与文件表头一致。",
});

const systemSchema = described(z.string().min(1).max(200), {
  en: "Code system: SNOMED CT, LOINC, ICD-10, ICD-10-CM, ATC, local, or the URI of another.",
  zh: "编码系统：SNOMED CT、LOINC、ICD-10、ICD-10-CM、ATC、local，或其他系统的 URI。",
});

const codingSchema = z.strictObject({ system: systemSchema, code: z.string().min(1).max(200) });

const encodingSchema = described(z.enum(ENCODINGS), {
  en: "Encoding of the file; utf-8 when absent.",
  zh: "文件编码；省略时为 utf-8。",
});

const codeSchema = z.union([
  described(codingSchema, { en: "One code for all rows of the table.", zh: "整表使用同一编码。" }),
  z.strictObject({
    column: columnSchema,
    system: described(systemSchema.default("local"), {
      en: "System of the codes or words in the column.",
      zh: "该列编码或文字所属系统。",
    }),
    values: described(z.record(z.string().min(1), z.union([z.string().min(1).max(200), codingSchema])), {
      en: "Codes for the words of the column; a word that is not listed stays as written.",
      zh: "列中文字对应的编码；未列出的文字按原文保留。",
    }).optional(),
  }),
]);

const datesSchema = described(z.array(z.enum(DATE_FORMATS)).min(1), {
  en: "How days are written; all ways when absent. Serial numbers of spreadsheets are refused.",
  zh: "日期写法；省略时接受全部写法。不接受电子表格的序列号。",
});

const personSchema = described(
  z.strictObject({ id: columnSchema, sex: columnSchema.optional(), birthDate: columnSchema.optional() }),
  {
    en: "The table has a row per person: columns of identifier, sex and day of birth.",
    zh: "每行一名患者：标识、性别、出生日期所在列。",
  },
);

const eventSchema = z.strictObject({
  kind: described(z.enum(EVENT_KINDS), { en: "What a row of the table records.", zh: "表中每行所记录的内容。" }),
  person: described(columnSchema, {
    en: "Column of the person's identifier, the same as in the table of persons.",
    zh: "患者标识所在列，与患者表一致。",
  }),
  date: described(columnSchema, { en: "Column of the day.", zh: "日期所在列。" }),
  code: codeSchema,
  value: described(columnSchema, { en: "Column of a number.", zh: "数值所在列。" }).optional(),
  unit: described(
    z.union([z.strictObject({ column: columnSchema }), z.strictObject({ fixed: z.string().min(1).max(50) })]),
    {
      en: "Unit of the value: a column, or one for all rows.",
      zh: "数值单位：取自某列，或全表固定。",
    },
  ).optional(),
  site: described(columnSchema, {
    en: "Column of the body site, kept as written.",
    zh: "部位所在列，按原文保留。",
  }).optional(),
});

const tableSchema = z
  .strictObject({
    file: described(z.string().min(1).max(200), {
      en: "Name of the file; * stands for any signs.",
      zh: "文件名；* 代表任意字符。",
    }),
    encoding: encodingSchema.optional(),
    delimiter: described(z.enum(DELIMITERS), {
      en: "Sign between the fields; told from the heading when absent.",
      zh: "字段分隔符；省略时由表头判断。",
    }).optional(),
    dates: datesSchema.optional(),
    person: personSchema.optional(),
    events: described(z.array(eventSchema), {
      en: "Events that each row gives; a row may give several.",
      zh: "每行产生的事件，一行可产生多个。",
    }).optional(),
  })
  .meta({ id: "MappingTable" });

/** What the tables of a hospital mean: which columns are the person, the day, the code, the value. */
export const mappingSchema = z.strictObject({
  schema: z.literal(MAPPING_SCHEMA),
  encoding: encodingSchema.optional(),
  dates: datesSchema.optional(),
  sexes: described(z.strictObject({ female: z.array(z.string().min(1)), male: z.array(z.string().min(1)) }), {
    en: "Words for female and male, beside F, female, M, male and the Chinese ones.",
    zh: "除“女、女性、F、female、男、男性、M、male”外，表示女性与男性的文字。",
  }).optional(),
  tables: z.array(tableSchema).min(1),
});

export type Mapping = Readonly<z.infer<typeof mappingSchema>>;
export type MappingTable = Mapping["tables"][number];
export type MappedEvent = NonNullable<MappingTable["events"]>[number];
export type MappedCode = MappedEvent["code"];
