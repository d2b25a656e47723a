import { isKnownType, type PrimitiveClass, primitiveClass } from "./fhir-elements.ts";
import { FhirViewError } from "./fhir-view-problem.ts";
import { parsePath } from "./path-syntax.ts";
import { type Constants, resolveCondition, resolvePath } from "./resolve-path.ts";
import type { TypedPath } from "./typed-path.ts";
import { type ViewColumn, type ViewSelect, viewSchema } from "./view-schema.ts";

/** A ViewDefinition whose paths are known: what `evaluateView` and `printView` run. */
export type FhirView = {
  readonly resource: string;
  readonly where: readonly TypedPath[];
  readonly select: FhirSelect;
  /** All columns in order. */
  readonly columns: readonly FhirColumn[];
};

export type FhirColumn = {
  readonly name: string;
  readonly type: PrimitiveClass;
  /** A list of values. */
  readonly isList: boolean;
};

/** One row per element of `forEach` and combination of rows of the parts; without parts one row. */
export type FhirSelect = {
  readonly forEach?: { readonly path: TypedPath; readonly orNull: boolean };
  readonly parts: readonly FhirPart[];
  readonly columns: readonly FhirColumn[];
};
export type FhirPart =
  | { readonly kind: "column"; readonly column: FhirColumn; readonly path: TypedPath; readonly at: string }
  | { readonly kind: "select"; readonly select: FhirSelect }
  /** Rows of one after another; all have the same columns. */
  | { readonly kind: "union"; readonly of: readonly FhirSelect[] };

type Scope = { readonly resource: string; readonly focus: string; readonly constants: Constants };

/**
 * Reads a ViewDefinition of SQL-on-FHIR v2.
 *
 * @param definition - JSON value of a file
 * @throws FhirViewError where it is not one, or uses what is not supported
 */
export function parseView(definition: unknown): FhirView {
  const parsed = viewSchema.safeParse(definition);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = (issue?.path ?? [])
      .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
      .join("");
    throw new FhirViewError({ kind: "schema", at: at.replace(/^\./u, ""), text: issue?.code ?? "" });
  }
  const { resource, constant, select, where } = parsed.data;
  if (!isKnownType(resource) || resource.includes(".")) {
    throw new FhirViewError({ kind: "unknownType", at: "resource", text: resource });
  }
  const scope: Scope = { resource, focus: resource, constants: readConstants(constant ?? []) };
  const conditions = (where ?? []).map(({ path }, index) => {
    const at = `where[${index}].path`;
    return resolveCondition(parsePath(path, at), { ...scope, at });
  });
  const parts = select.map(
    (item, index): FhirPart => ({
      kind: "select",
      select: readSelect(item, scope, `select[${index}]`),
    }),
  );
  const columns = parts.flatMap(columnsOf);
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new FhirViewError({ kind: "sameColumn", at: "select", text: twice });
  return { resource, where: conditions, select: { parts, columns }, columns };
}

function readConstants(constants: readonly { readonly name: string; readonly [key: string]: unknown }[]): Constants {
  const read = new Map<string, { value: string | number | boolean; type: string }>();
  constants.forEach((constant, index) => {
    const values = Object.entries(constant).filter(([key]) => key.startsWith("value"));
    const [[key, value] = ["", undefined]] = values;
    const type = `${key.slice(5, 6).toLowerCase()}${key.slice(6)}`;
    const primitive = primitiveClass(type);
    const wanted =
      primitive === "boolean" ? "boolean" : primitive === "integer" || primitive === "decimal" ? "number" : "string";
    const isSimple = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    if (
      values.length !== 1 ||
      primitive === undefined ||
      !isSimple ||
      typeof value !== wanted ||
      read.has(constant.name)
    ) {
      throw new FhirViewError({ kind: "schema", at: `constant[${index}]`, text: constant.name });
    }
    read.set(constant.name, { value, type });
  });
  return read;
}

function readSelect(select: ViewSelect, scope: Scope, at: string): FhirSelect {
  const each = select.forEach ?? select.forEachOrNull;
  const name = select.forEach === undefined ? "forEachOrNull" : "forEach";
  const path =
    each === undefined ? undefined : resolvePath(parsePath(each, `${at}.${name}`), { ...scope, at: `${at}.${name}` });
  if (path?.kind === "choice") throw new FhirViewError({ kind: "notPrimitive", at: `${at}.${name}`, text: each ?? "" });
  const inner: Scope = path === undefined ? scope : { ...scope, focus: path.type };
  const parts: FhirPart[] = (select.column ?? []).map((column, index) =>
    readColumn(column, inner, `${at}.column[${index}]`),
  );
  (select.select ?? []).forEach((item, index) => {
    parts.push({ kind: "select", select: readSelect(item, inner, `${at}.select[${index}]`) });
  });
  if (select.unionAll !== undefined) {
    const of = select.unionAll.map((item, index) => readSelect(item, inner, `${at}.unionAll[${index}]`));
    const [first] = of;
    const other = of.findIndex(({ columns }) => signature(columns) !== signature(first?.columns ?? []));
    if (other > 0)
      throw new FhirViewError({ kind: "unionColumns", at: `${at}.unionAll[${other}]`, text: `unionAll[${other}]` });
    parts.push({ kind: "union", of });
  }
  const columns = parts.flatMap(columnsOf);
  return { ...(path === undefined ? {} : { forEach: { path, orNull: select.forEach === undefined } }), parts, columns };
}

function readColumn(column: ViewColumn, scope: Scope, at: string): FhirPart {
  const place = `${at}.path`;
  const path = resolvePath(parsePath(column.path, place), { ...scope, at: place });
  const declared = primitiveClass(column.type?.replace(/^.*\//u, "") ?? "string");
  const given = path.kind === "nothing" ? (primitiveClass(path.type) ?? declared) : primitiveClass(path.type);
  if (given === undefined) throw new FhirViewError({ kind: "notPrimitive", at: place, text: column.name });
  const type = column.type === undefined ? given : declared;
  const fits = type === given || (type === "decimal" && given === "integer") || (isText(type) && isText(given));
  if (type === undefined || !fits) {
    throw new FhirViewError({ kind: "columnType", at: `${at}.type`, text: column.type ?? "" });
  }
  return { kind: "column", column: { name: column.name, type, isList: column.collection === true }, path, at: place };
}

function isText(type: PrimitiveClass | undefined): boolean {
  return type === "text" || type === "date";
}

function columnsOf(part: FhirPart): readonly FhirColumn[] {
  if (part.kind === "column") return [part.column];
  return part.kind === "select" ? part.select.columns : (part.of[0]?.columns ?? []);
}

function signature(columns: readonly FhirColumn[]): string {
  return columns.map(({ name, type, isList }) => `${name} ${isText(type) ? "text" : type} ${isList}`).join(",");
}
