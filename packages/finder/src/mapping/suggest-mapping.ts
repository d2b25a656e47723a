import { DATE_FORMATS, type DateFormat } from "./mapping-schema.ts";

/** What a column may be; `birthDate` and `sex` speak of the person, the rest of an event. */
export type ColumnRole = "person" | "sex" | "birthDate" | "date" | "code" | "text" | "value" | "unit" | "site";

export type ColumnSuggestion = {
  readonly role: ColumnRole;
  readonly column: string;
  /** `name`: the heading says so; `values`: only the sample does. */
  readonly by: "name" | "values";
};

export type MappingSuggestion = {
  /** At most one column per role, the likeliest. */
  readonly columns: readonly ColumnSuggestion[];
  /** Ways in which the days of the sample are written. */
  readonly dates: readonly DateFormat[];
  /** Columns with numbers where days should be: serial numbers of a spreadsheet, to be exported as dates. */
  readonly serialDates: readonly string[];
};

/**
 * Suggests what the columns of a table are, from their headings in Chinese or English and some rows. A suggestion is for a
 * person to confirm.
 *
 * @param rows - cells of some rows, in the order of `headers`
 */
export function suggestMapping(headers: readonly string[], rows: readonly (readonly string[])[]): MappingSuggestion {
  const cells = new Map(
    headers.map((header, index) => [
      header,
      rows.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== ""),
    ]),
  );
  const taken = new Set<string>();
  const columns: ColumnSuggestion[] = [];
  const take = (role: ColumnRole, by: ColumnSuggestion["by"], column: string | undefined): void => {
    if (column === undefined || columns.some((other) => other.role === role)) return;
    taken.add(column);
    columns.push({ role, column, by });
  };
  for (const [role, patterns] of NAMES) {
    for (const pattern of patterns) {
      take(
        role,
        "name",
        headers.find((header) => !taken.has(header) && pattern.test(header.trim())),
      );
    }
  }
  const rest = (): readonly string[] => headers.filter((header) => !taken.has(header));
  const all = (header: string, test: (cell: string) => boolean): boolean => {
    const found = cells.get(header) ?? [];
    return found.length > 0 && found.every(test);
  };
  take(
    "sex",
    "values",
    rest().find((header) => all(header, (cell) => SEX.test(cell))),
  );
  take(
    "date",
    "values",
    rest().find((header) => all(header, (cell) => formatOf(cell) !== undefined)),
  );
  take(
    "code",
    "values",
    rest().find((header) => all(header, (cell) => ICD.test(cell))),
  );
  const days = columns.filter(({ role }) => role === "date" || role === "birthDate").map(({ column }) => column);
  const written = new Set(days.flatMap((column) => (cells.get(column) ?? []).flatMap((cell) => formatOf(cell) ?? [])));
  return {
    columns,
    dates: DATE_FORMATS.filter((format) => written.has(format)),
    serialDates: days.filter((column) => all(column, (cell) => SERIAL.test(cell))),
  };
}

/** The way in which a day is written, if it is one of those that a mapping may name. */
function formatOf(cell: string): DateFormat | undefined {
  return DATE_FORMATS.find((format) => DATE_PATTERNS[format].test(cell));
}

const DATE_PATTERNS: Readonly<Record<DateFormat, RegExp>> = {
  "YYYY-MM-DD": /^\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?$/u,
  "YYYY/M/D": /^\d{4}\/\d{1,2}\/\d{1,2}(?: .*)?$/u,
  YYYYMMDD: /^(?:19|20)\d{6}$/u,
  YYYY年M月D日: /^\d{4}年\d{1,2}月\d{1,2}日(?: .*)?$/u,
  "YYYY.M.D": /^\d{4}\.\d{1,2}\.\d{1,2}(?: .*)?$/u,
};

const SEX = /^(?:男|女|男性|女性|f|m|female|male)$/iu;
const ICD = /^[A-TV-Z]\d{2}(?:\.[0-9A-Za-z]{1,8})?$/u;
const SERIAL = /^[1-6]\d{4}(?:\.\d+)?$/u;

/** Headings by role, the surest first. Birth comes before days, since both hold a date. */
const NAMES: readonly (readonly [ColumnRole, readonly RegExp[]])[] = [
  [
    "person",
    [
      /^(?:患者|病人)(?:id|编号|标识|号|主索引)$/iu,
      /^(?:patient|person|subject)[ _-]?(?:id|no|number)$/iu,
      /^(?:病案号|住院号|登记号|病历号|就诊卡号|门诊号|mrn)$/iu,
    ],
  ],
  ["sex", [/^性别/u, /^(?:sex|gender)$/iu]],
  ["birthDate", [/^(?:出生日期|出生年月日?|生日)$/u, /^(?:birth[ _-]?date|date[ _-]?of[ _-]?birth|dob)$/iu]],
  [
    "code",
    [
      /^(?:疾病|诊断|手术|操作|项目|检验|药品|icd).{0,6}(?:编码|代码)$/iu,
      /^(?:icd[ _-]?(?:9|10)?(?:[ _-]?cm)?(?:[ _-]?code)?|(?:diagnosis|procedure|item|test|drug)?[ _-]?code)$/iu,
    ],
  ],
  [
    "text",
    [
      /^(?:疾病|诊断|手术|操作|项目|检验项目|检查项目|药品)(?:名称|描述|内容)?$/u,
      /^(?:检查|检验|影像)名称$|^就诊(?:类型|类别)$/u,
      /^(?:diagnosis|procedure|item|test|drug)(?:[ _-]?(?:name|text))?$/iu,
    ],
  ],
  [
    "date",
    [
      /^(?:诊断|就诊|检查|检验|报告|采样|手术|入院|分娩|开方|医嘱)(?:日期|时间)$/u,
      /^(?:日期|时间)$/u,
      /^(?:(?:diagnosis|visit|test|report|sample|admission|delivery|order|event)[ _-]?)?(?:date|time|datetime)$/iu,
    ],
  ],
  ["value", [/^(?:结果|检验结果|检查结果|数值|结果值|测定值)$/u, /^(?:value|result|numeric[ _-]?result)$/iu]],
  ["unit", [/^(?:单位|结果单位)$/u, /^units?$/iu]],
  ["site", [/^(?:部位|检查部位|扫描部位)$/u, /^(?:body[ _-]?)?site$|^region$/iu]],
];
