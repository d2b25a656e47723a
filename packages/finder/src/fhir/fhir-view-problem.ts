import type { Lang, Text } from "@materbone/clinical";

/** What is wrong with a view, or what this part of SQL-on-FHIR does not do. `text` is a piece of the view, never of data. */
export type FhirViewProblemKind =
  /** Not a ViewDefinition: a part is missing, of the wrong kind, or not supported. */
  | "schema"
  | "syntax"
  | "unknownFunction"
  | "badArguments"
  | "unknownConstant"
  | "unknownElement"
  | "unknownType"
  | "notBoolean"
  | "notNumber"
  | "notText"
  | "notPrimitive"
  | "typesDiffer"
  | "columnType"
  | "sameColumn"
  | "unionColumns"
  /** While a resource is read: a path that must give one value gives more. */
  | "moreThanOne"
  /** While a resource is read: two times whose order their offsets hide. */
  | "datesNotComparable";

export type FhirViewProblem = {
  readonly kind: FhirViewProblemKind;
  /** Place in the view: `select[0].column[1].path`. */
  readonly at: string;
  /** Sign of the path where it begins, counted from 1; absent where the whole place is meant. */
  readonly position?: number;
  readonly text: string;
};

/** A view cannot be used as it is written, or a resource does not fit it. Never holds a person's data. */
export class FhirViewError extends Error {
  override readonly name = "FhirViewError";
  readonly problem: FhirViewProblem;

  constructor(problem: FhirViewProblem) {
    super(sayFhirViewProblem(problem, "en"));
    this.problem = problem;
  }
}

const words: Readonly<Record<FhirViewProblemKind, Text>> = {
  schema: { en: "is not part of a view as it is supported here", zh: "不符合本软件支持的视图格式" },
  syntax: { en: "is not expected here", zh: "此处不应出现" },
  unknownFunction: { en: "is a function that is not supported", zh: "为不支持的函数" },
  badArguments: { en: "has arguments that are not supported", zh: "的参数不受支持" },
  unknownConstant: { en: "is a constant that the view does not define", zh: "为视图未定义的常量" },
  unknownElement: { en: "is not an element of that type in FHIR R4", zh: "不是该类型在 FHIR R4 中的元素" },
  unknownType: { en: "is a type that is not known here", zh: "为未收录的类型" },
  notBoolean: { en: "must be true or false", zh: "必须为布尔值" },
  notNumber: { en: "must be a number", zh: "必须为数值" },
  notText: { en: "must be text", zh: "必须为文本" },
  notPrimitive: { en: "is not a single value but a structure", zh: "为复合结构而非单一值" },
  typesDiffer: { en: "compares values of different kinds", zh: "比较了不同类别的值" },
  columnType: { en: "is not the type that the path gives", zh: "与路径所得类型不符" },
  sameColumn: { en: "is the name of two columns", zh: "为两列的重复列名" },
  unionColumns: { en: "has other columns than the first part of the union", zh: "的列与 unionAll 首个部分不一致" },
  moreThanOne: { en: "gives more than one value in a resource", zh: "在某个资源中给出多个值" },
  datesNotComparable: { en: "compares times of different offsets or precision", zh: "比较了时区或精度不同的时间" },
};

/** One sentence: place, sign, what is there and what is wrong with it. */
export function sayFhirViewProblem({ kind, at, position, text }: FhirViewProblem, lang: Lang): string {
  const place = at === "" ? (lang === "en" ? "view" : "视图") : at;
  if (lang === "en")
    return `${place}${position === undefined ? "" : `, sign ${position}`}: "${text}" ${words[kind].en}.`;
  return `${place}${position === undefined ? "" : ` 第 ${position} 个字符`}：“${text}”${words[kind].zh}。`;
}
