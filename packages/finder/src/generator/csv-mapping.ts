import { CONCEPTS, type Concept } from "./knowledge.ts";
import { CSV_TABLES } from "./render-csv.ts";

type Coding = { readonly system: string; readonly code: string };
type MappedCode = {
  readonly column: string;
  readonly system: string;
  readonly values?: Readonly<Record<string, Coding>>;
};

/** Mapping of the plain CSV of a synthetic hospital, as a mapping file has it (`materbone/mapping/1`). */
export type CsvMapping = {
  readonly schema: "materbone/mapping/1";
  readonly encoding: "utf-8" | "gb18030";
  readonly tables: readonly {
    readonly file: string;
    readonly person?: { readonly id: string; readonly sex: string; readonly birthDate: string };
    readonly events?: readonly {
      readonly kind: string;
      readonly person: string;
      readonly date: string;
      readonly code: MappedCode;
      readonly value?: string;
      readonly unit?: { readonly column: string };
      readonly site?: string;
    }[];
  }[];
};

const ID = "患者ID";

/** What the columns of the CSV files mean, and which codes their words stand for. */
export function csvMapping(encoding: CsvMapping["encoding"]): CsvMapping {
  const {
    person,
    visit,
    outpatientDiagnosis,
    inpatientDiagnosis,
    procedure,
    laboratory,
    density,
    imaging,
    prescription,
  } = CSV_TABLES;
  // A hospital's own extension of ICD keeps its stem; other codes of the column are its own, or stand for another system.
  const diagnosis = { column: "诊断编码", system: "ICD-10", values: others("diagnosis", /^[A-Z]\d\d[.]/) };
  const value = { value: "结果", unit: { column: "单位" } };
  return {
    schema: "materbone/mapping/1",
    encoding,
    tables: [
      { file: person.file, person: { id: ID, sex: "性别", birthDate: "出生日期" } },
      events(visit.file, "visit", "就诊时间", { column: "就诊类型", system: "local" }),
      events(outpatientDiagnosis.file, "condition", "诊断时间", diagnosis),
      events(inpatientDiagnosis.file, "condition", "诊断时间", diagnosis),
      events(procedure.file, "procedure", "操作时间", {
        column: "操作编码",
        system: "ICD-9-CM-3",
        values: others("procedure", /^\d\d[.]/),
      }),
      events(laboratory.file, "measurement", "检验时间", named("laboratory"), value),
      events(density.file, "measurement", "检查时间", named("density"), { ...value, site: "部位" }),
      events(imaging.file, "imaging", "检查时间", { ...named("imaging"), column: "检查名称" }),
      events(prescription.file, "drug", "开方时间", { column: "药品编码", system: "local", values: drugs() }),
    ],
  };
}

function events(
  file: string,
  kind: string,
  date: string,
  code: MappedCode,
  more: { readonly value?: string; readonly unit?: { readonly column: string }; readonly site?: string } = {},
): CsvMapping["tables"][number] {
  return { file, events: [{ kind, person: ID, date, code, ...more }] };
}

function of(table: Concept["csv"]): readonly Concept[] {
  return CONCEPTS.filter(({ csv }) => csv === table);
}

function coding({ system, code }: Coding): Coding {
  return { system, code };
}

function others(table: Concept["csv"], stem: RegExp): Readonly<Record<string, Coding>> {
  return Object.fromEntries(
    of(table).flatMap(({ local, codings: [first] }) => {
      if (stem.test(local.code)) return [];
      return [[local.code, first === undefined ? { system: "local", code: local.code } : coding(first)]];
    }),
  );
}

function named(table: Concept["csv"]): MappedCode {
  const values = of(table).flatMap(({ local, codings: [first] }) =>
    first === undefined ? [] : [[local.text, coding(first)] as const],
  );
  return { column: "项目名称", system: "local", values: Object.fromEntries(values) };
}

function drugs(): Readonly<Record<string, Coding>> {
  const values = of("prescription").flatMap(({ local, codings }) => {
    const last = codings.at(-1);
    return last === undefined ? [] : [[local.code, coding(last)] as const];
  });
  return Object.fromEntries(values);
}
