import { compilePath, one, type PathFunction } from "./evaluate-path.ts";
import type { FhirPart, FhirSelect, FhirView } from "./fhir-view.ts";

/** A cell of a view: NULL is null; a column with `collection` gives a list, empty where there is nothing. */
export type ViewCell = string | number | boolean | null | readonly (string | number | boolean)[];
export type ViewRow = Readonly<Record<string, ViewCell>>;
/** Rows of one resource; none where it is of another type. */
export type ViewFunction = (resource: unknown) => readonly ViewRow[];

type Cells = Record<string, ViewCell>;
type RowsOf = (focus: unknown, resource: unknown) => readonly Cells[];

/** Makes a function of a view, for many resources. @throws FhirViewError while it runs, where a path gives more than one value */
export function compileView(view: FhirView): ViewFunction {
  const conditions = view.where.map((path, index) => one(path, `where[${index}].path`));
  const rows = compileSelect(view.select);
  return (resource) => {
    const isOfType =
      typeof resource === "object" && resource !== null && Reflect.get(resource, "resourceType") === view.resource;
    const isWanted = isOfType && conditions.every((condition) => condition(resource, resource) === true);
    return isWanted ? rows(resource, resource) : [];
  };
}

/** Rows of one resource, see `compileView`. */
export function evaluateView(view: FhirView, resource: unknown): readonly ViewRow[] {
  return compileView(view)(resource);
}

function compileSelect({ forEach, parts, columns }: FhirSelect): RowsOf {
  const compiled = parts.map(compilePart);
  const combine: RowsOf = (focus, resource) => {
    let rows: readonly Cells[] = [{}];
    for (const part of compiled) {
      const more = part(focus, resource);
      const [single] = more;
      if (rows.length === 1 && more.length === 1 && single !== undefined) Object.assign(rows[0] ?? {}, single);
      else rows = rows.flatMap((row) => more.map((cells) => ({ ...row, ...cells })));
      if (rows.length === 0) break;
    }
    return rows;
  };
  if (forEach === undefined) return combine;
  const each: PathFunction = compilePath(forEach.path, "forEach");
  return (focus, resource) => {
    const items = each(focus, resource);
    if (items.length === 0 && forEach.orNull) return [Object.fromEntries(columns.map(({ name }) => [name, null]))];
    return items.flatMap((item) => combine(item, resource));
  };
}

function compilePart(part: FhirPart): RowsOf {
  switch (part.kind) {
    case "select":
      return compileSelect(part.select);
    case "union": {
      const branches = part.of.map(compileSelect);
      return (focus, resource) => branches.flatMap((branch) => branch(focus, resource));
    }
    case "column": {
      const { name, isList } = part.column;
      if (isList) {
        const values = compilePath(part.path, part.at);
        return (focus, resource) => [
          {
            [name]: values(focus, resource)
              .map(cell)
              .filter((value) => value !== null),
          },
        ];
      }
      const value = one(part.path, part.at);
      return (focus, resource) => [{ [name]: cell(value(focus, resource)) }];
    }
  }
}

function cell(value: unknown): string | number | boolean | null {
  if (typeof value === "string" || typeof value === "boolean") return value;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
