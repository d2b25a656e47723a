import { codeSystem } from "../definition/code-system.ts";
import { isUnseen } from "../definition/unseen-code.ts";
import { BLANKS } from "../ir/blanks.ts";
import { isIsoDate } from "../ir/literals.ts";
import { DAY_PATTERNS, NUMBER_PATTERN, OTHER_SIGNS, PARTIAL_DAYS, SERIAL_DAY, SEX_WORDS } from "./cell-words.ts";
import { DATE_FORMATS, type DateFormat, type MappedCode, type Mapping, type MappingTable } from "./mapping-schema.ts";

/** What cannot be read of a row, by the names that the conversion gives it. */
export type CellFault =
  | "noIdentifier"
  | "badSex"
  | "noBirthDate"
  | "serialDate"
  | "badDate"
  | "noPerson"
  | "badNumber"
  | "noCode"
  /** No shipped definition knows the word or own code. */
  | "unseenCode";

export type ReadPerson = {
  readonly id: string | undefined;
  readonly sex: "female" | "male" | undefined;
  /** `2024`, `2024-03` or `2024-03-05`. */
  readonly birth: string | undefined;
  readonly faults: readonly CellFault[];
};

export type ReadEvent = {
  readonly kind: string;
  readonly person: string | undefined;
  /** `2024`, `2024-03` or `2024-03-05`. */
  readonly day: string | undefined;
  readonly system: string;
  readonly code: string | undefined;
  readonly value: number | undefined;
  readonly unit: string | undefined;
  readonly site: string | undefined;
  readonly faults: readonly CellFault[];
};

export type ReadRow = { readonly person: ReadPerson | undefined; readonly events: readonly ReadEvent[] };

/**
 * One row of a table as the conversion reads it, for a preview; without the dates after the day of the data, which a
 * preview does not know, and with codes as they are written.
 *
 * @param columns - headings of the table, in the order of `cells`
 */
export function readRow(
  mapping: Pick<Mapping, "dates" | "sexes">,
  table: Pick<MappingTable, "dates" | "person" | "events">,
  columns: readonly string[],
  cells: readonly string[],
): ReadRow {
  const formats = table.dates ?? mapping.dates ?? DATE_FORMATS;
  const text = (column: string | undefined): string | undefined => {
    const cell = column === undefined ? "" : (cells[columns.indexOf(column)] ?? "");
    const bare = cell.replace(OUTER_BLANKS, "");
    return bare === "" ? undefined : bare;
  };
  return {
    person: table.person === undefined ? undefined : personOf(table.person, mapping.sexes, text, formats),
    events: (table.events ?? []).map((event): ReadEvent => {
      const person = text(event.person);
      const day = dayOf(text(event.date), formats);
      const coded = codeOf(event.code, text);
      const valueText = text(event.value);
      const value = valueText === undefined ? undefined : numberOf(valueText);
      const unit =
        event.unit === undefined ? undefined : "column" in event.unit ? text(event.unit.column) : event.unit.fixed;
      return {
        kind: event.kind,
        person,
        day: day.iso,
        system: coded.system,
        code: coded.code,
        value,
        unit: value === undefined ? undefined : unit,
        site: text(event.site),
        faults: [
          ...(person === undefined ? (["noPerson"] as const) : []),
          ...(day.fault === undefined || day.fault === "none" ? [] : [day.fault]),
          ...(value === undefined && valueText !== undefined ? (["badNumber"] as const) : []),
          ...(coded.code === undefined ? (["noCode"] as const) : []),
          ...(coded.code !== undefined && isUnseen(codeSystem(coded.system) ?? coded.system, coded.code)
            ? (["unseenCode"] as const)
            : []),
        ],
      };
    }),
  };
}

/** As the conversion trims. */
const OUTER_BLANKS = new RegExp(`^[${BLANKS}]+|[${BLANKS}]+$`, "gu");

type Text = (column: string | undefined) => string | undefined;

function personOf(
  person: NonNullable<MappingTable["person"]>,
  sexes: Mapping["sexes"],
  text: Text,
  formats: readonly DateFormat[],
): ReadPerson {
  const id = text(person.id);
  const word = text(person.sex);
  const sex = word === undefined ? undefined : sexOf(word, sexes);
  const birth = dayOf(text(person.birthDate), formats);
  return {
    id,
    sex,
    birth: birth.iso,
    faults: [
      ...(id === undefined ? (["noIdentifier"] as const) : []),
      ...(word !== undefined && sex === undefined ? (["badSex"] as const) : []),
      ...(birth.fault === undefined ? [] : [birth.fault === "none" ? ("noBirthDate" as const) : birth.fault]),
    ],
  };
}

function sexOf(word: string, sexes: Mapping["sexes"]): "female" | "male" | undefined {
  const small = word.toLowerCase();
  const isOneOf = (own: readonly string[], more: readonly string[] = []): boolean =>
    [...own, ...more.map((other) => other.toLowerCase())].includes(small);
  if (isOneOf(SEX_WORDS.female, sexes?.female)) return "female";
  return isOneOf(SEX_WORDS.male, sexes?.male) ? "male" : undefined;
}

type Day = { readonly iso: string | undefined; readonly fault: "none" | "serialDate" | "badDate" | undefined };

function dayOf(text: string | undefined, formats: readonly DateFormat[]): Day {
  if (text === undefined) return { iso: undefined, fault: "none" };
  if (whole(SERIAL_DAY).test(text)) return { iso: undefined, fault: "serialDate" };
  const iso = isoOf(text, formats);
  return iso !== undefined && isIsoDate(`${iso}${rest(iso)}`)
    ? { iso, fault: undefined }
    : { iso: undefined, fault: "badDate" };
}

/** What a year or a month lacks of its first day. */
function rest(iso: string): string {
  return iso.length === 4 ? "-01-01" : iso.length === 7 ? "-01" : "";
}

function isoOf(text: string, formats: readonly DateFormat[]): string | undefined {
  for (const format of formats) {
    const found = whole(DAY_PATTERNS[format]).exec(text);
    if (found !== null) return [found[1], found[2]?.padStart(2, "0"), found[3]?.padStart(2, "0")].join("-");
  }
  const month = whole(PARTIAL_DAYS.dashed).exec(text) ?? whole(PARTIAL_DAYS.chinese).exec(text);
  if (month !== null) return [month[1], month[2]?.padStart(2, "0")].join("-");
  return whole(PARTIAL_DAYS.year).exec(text)?.[1];
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, "u");
}

function numberOf(text: string): number | undefined {
  const read = [...text].map((sign) => OTHER_SIGNS.read[OTHER_SIGNS.written.indexOf(sign)] ?? sign).join("");
  return whole(NUMBER_PATTERN).test(read) && Number.isFinite(Number(read)) ? Number(read) : undefined;
}

function codeOf(code: MappedCode, text: Text): { readonly system: string; readonly code: string | undefined } {
  if (!("column" in code)) return code;
  const word = text(code.column);
  const values = code.values ?? {};
  const to = word !== undefined && Object.hasOwn(values, word) ? values[word] : undefined;
  if (to === undefined) return { system: code.system, code: word };
  return typeof to === "string" ? { system: code.system, code: to } : to;
}
