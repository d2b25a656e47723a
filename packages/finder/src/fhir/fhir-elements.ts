import data from "../../knowledge/fhir-elements.json" with { type: "json" };

/** An element of a FHIR type as JSON has it. */
export type FhirElement =
  | { readonly kind: "one"; readonly type: string; readonly many: boolean }
  /** `value[x]`: one of several names, `valueQuantity` or `valueString`, each of its own type; never repeated. */
  | { readonly kind: "choice"; readonly types: readonly string[] };

const table: Readonly<Record<string, Readonly<Record<string, string>>>> = data.elements;

/** True where the table has the elements of `type`, a resource, a data type or a backbone element such as `Patient.contact`. */
export function isKnownType(type: string): boolean {
  return Object.hasOwn(table, type);
}

/** @returns the element, or undefined where FHIR R4 has none of that name; `Resource` has what every resource has. */
export function fhirElement(type: string, name: string): FhirElement | undefined {
  const elements = Object.hasOwn(table, type) ? table[type] : undefined;
  if (elements === undefined) return undefined;
  const written = Object.hasOwn(elements, name) ? elements[name] : undefined;
  if (written !== undefined) {
    const many = written.endsWith("*");
    return { kind: "one", type: many ? written.slice(0, -1) : written, many };
  }
  const choice = Object.hasOwn(elements, `${name}[x]`) ? elements[`${name}[x]`] : undefined;
  return choice === undefined ? undefined : { kind: "choice", types: choice.split("|") };
}

/** Name of a choice in JSON: `value` and `Quantity` give `valueQuantity`. */
export function choiceName(base: string, type: string): string {
  return `${base}${type.slice(0, 1).toUpperCase()}${type.slice(1)}`;
}

/** What a primitive is for comparison, arithmetic and SQL. */
export type PrimitiveClass = "boolean" | "integer" | "decimal" | "date" | "text";

const CLASSES: Readonly<Record<string, PrimitiveClass>> = {
  boolean: "boolean",
  integer: "integer",
  positiveInt: "integer",
  unsignedInt: "integer",
  decimal: "decimal",
  date: "date",
  dateTime: "date",
  instant: "date",
  base64Binary: "text",
  canonical: "text",
  code: "text",
  id: "text",
  markdown: "text",
  oid: "text",
  string: "text",
  time: "text",
  uri: "text",
  url: "text",
  uuid: "text",
};

/** @returns undefined for a type that is not primitive */
export function primitiveClass(type: string): PrimitiveClass | undefined {
  return Object.hasOwn(CLASSES, type) ? CLASSES[type] : undefined;
}
