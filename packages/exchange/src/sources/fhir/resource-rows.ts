import { randomInt } from "node:crypto";
import { compileView, type ShippedViews, shippedViews, type ViewFunction, type ViewRow } from "@materbone/finder";

export type FhirTable = "person" | "medication" | "event";

/** A row of a view with where it came from, as `LINE_COLUMNS` has it. */
export type LineRow = ViewRow & {
  readonly type: string;
  readonly updated: string | null;
  readonly nonce: number;
  readonly line: number;
};

/**
 * Rows of the shipped views of one table, for a resource or the resources of a bundle.
 *
 * @throws FhirViewError where a path of a view gives more than one value
 */
export type RowsOf = (resource: object, line: number) => readonly LineRow[];

export function rowsFor(table: FhirTable): RowsOf {
  const views = viewsOf(table, shippedViews());
  return (resource, line) => {
    const { resources, ids } = flattened(resource);
    return resources.flatMap((one) => {
      const type = textAt(one, "resourceType") ?? "";
      const rows = (views.get(type) ?? []).flatMap((view) => view(one));
      if (rows.length === 0) return [];
      const meta: unknown = Reflect.get(one, "meta");
      const updated = isObject(meta) ? (textAt(meta, "lastUpdated") ?? null) : null;
      const nonce = randomInt(0, 2 ** 32);
      return rows.map((row) => ({ ...renamed(row, ids), type, updated, nonce, line }));
    });
  };
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function textAt(value: object, name: string): string | undefined {
  const found: unknown = Reflect.get(value, name);
  return typeof found === "string" ? found : undefined;
}

function viewsOf(table: FhirTable, views: ShippedViews): ReadonlyMap<string, readonly ViewFunction[]> {
  const list = table === "event" ? views.events : [views[table]];
  const byType = new Map<string, ViewFunction[]>();
  for (const view of list) byType.set(view.resource, [...(byType.get(view.resource) ?? []), compileView(view)]);
  return byType;
}

type Flattened = { readonly resources: readonly object[]; readonly ids: ReadonlyMap<string, string> };

/**
 * Resources of a bundle; another resource alone. `ids` maps the UUID of an entry's `fullUrl` to the id of its resource where
 * they differ, since references in a bundle use the former.
 */
function flattened(resource: object): Flattened {
  if (textAt(resource, "resourceType") !== "Bundle") return { resources: [resource], ids: NO_IDS };
  const resources: object[] = [];
  const ids = new Map<string, string>();
  const entries: unknown = Reflect.get(resource, "entry");
  for (const entry of Array.isArray(entries) ? entries : []) {
    const inner: unknown = isObject(entry) ? Reflect.get(entry, "resource") : undefined;
    if (!isObject(entry) || !isObject(inner)) continue;
    const uuid = /^urn:uuid:(.+)$/u.exec(textAt(entry, "fullUrl") ?? "")?.[1];
    const id = textAt(inner, "id");
    if (uuid !== undefined && id === undefined) resources.push({ ...inner, id: uuid });
    else resources.push(inner);
    if (uuid !== undefined && id !== undefined && uuid !== id) ids.set(uuid, id);
  }
  return { resources, ids };
}

const NO_IDS: ReadonlyMap<string, string> = new Map();

function renamed(row: ViewRow, ids: ReadonlyMap<string, string>): ViewRow {
  if (ids.size === 0) return row;
  const { patient, medication } = row;
  return {
    ...row,
    ...(typeof patient === "string" ? { patient: ids.get(patient) ?? patient } : {}),
    ...(typeof medication === "string" ? { medication: ids.get(medication) ?? medication } : {}),
  };
}
