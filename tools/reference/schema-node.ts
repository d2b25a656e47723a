/** The part of JSON Schema that the record's formats use. */
export type SchemaNode = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly prefixItems?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
};

/** One field of a format; `path` names lists as `scans[]` and the three sites as `sites.<site>`. */
export type Field = { readonly path: string; readonly node: SchemaNode; readonly required: boolean };

/** Parts that occur all over the record and are explained once. */
export type CommonPart = "when" | "text" | "answer" | "printed" | "signed";

export function commonPart(node: SchemaNode): CommonPart | undefined {
  if (node.properties?.gestationalWeeks !== undefined) return "when";
  const [first, second] = node.anyOf ?? [];
  if (second?.properties?.zh !== undefined && first?.type === "string") return "text";
  if (second?.properties?.answer !== undefined) return "answer";
  if (first?.type === "number" && second?.pattern?.startsWith("^[-+]?") === true) return "signed";
  return first?.pattern?.startsWith("^[<>") === true ? "printed" : undefined;
}

/** Every field of a format in reading order; `note` and `source`, which nearly every object has, are left to the text. */
export function fieldsOf(node: SchemaNode, path = ""): readonly Field[] {
  const inner = node.items ?? node;
  const fields: Field[] = [];
  for (const [key, value] of Object.entries(inner.properties ?? {})) {
    if (key === "note" || key === "source") continue;
    const property = withoutNull(value);
    const here = path.endsWith("scans[].sites") ? `${path}.<site>` : path === "" ? key : `${path}.${key}`;
    if (fields.some((field) => field.path === here)) continue;
    fields.push({ path: here, node: property, required: inner.required?.includes(key) === true });
    const list = property.type === "array" ? property.items : undefined;
    if (list !== undefined) {
      if (commonPart(list) === undefined && list.oneOf === undefined) fields.push(...fieldsOf(list, `${here}[]`));
    } else if (commonPart(property) === undefined && property.oneOf === undefined)
      fields.push(...fieldsOf(property, here));
  }
  return fields;
}

/** The published schemas allow `null` wherever a key may be left out; the pages say so once. */
export function withoutNull(node: SchemaNode): SchemaNode {
  const [first, second, ...more] = node.anyOf ?? [];
  return first !== undefined && second?.type === "null" && more.length === 0 ? first : node;
}
