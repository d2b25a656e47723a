import { primitiveClass } from "./fhir-elements.ts";
import { FhirViewError } from "./fhir-view-problem.ts";
import { ANY_TYPE, REFERENCE_KEY, type TypedPath } from "./typed-path.ts";

/** Values of a path, in order and without nulls, for a focus within a resource. */
export type PathFunction = (focus: unknown, resource: unknown) => readonly unknown[];

const NONE: readonly unknown[] = [];
const TRUE: readonly unknown[] = [true];
const FALSE: readonly unknown[] = [false];
const DATE_LENGTH = 10;
const OFFSET_LENGTH = 6;

/**
 * Makes a function of a path.
 *
 * @param at - place of the path in the view, for the errors `moreThanOne` and `datesNotComparable` while it runs
 */
export function compilePath(path: TypedPath, at: string): PathFunction {
  const compile = (inner: TypedPath): PathFunction => compilePath(inner, at);
  switch (path.kind) {
    case "focus":
      return (focus) => (focus === null || focus === undefined ? NONE : [focus]);
    case "resource":
      return (_, resource) => [resource];
    case "literal": {
      const value = [path.value];
      return () => value;
    }
    case "nothing":
      return () => NONE;
    case "field":
      return compileField(path, at);
    case "choice": {
      const options = path.options.map(compile);
      return (focus, resource) => options.flatMap((option) => option(focus, resource));
    }
    case "contained": {
      const of = compile(path.of);
      return (focus, resource) =>
        of(focus, resource).filter((item) => isObject(item) && item.resourceType === path.type);
    }
    case "where": {
      const of = compile(path.of);
      const test = one(path.test, at);
      return (focus, resource) => of(focus, resource).filter((item) => test(item, resource) === true);
    }
    case "index": {
      const of = compile(path.of);
      return (focus, resource) => {
        const value = of(focus, resource)[path.index];
        return value === undefined ? NONE : [value];
      };
    }
    case "exists": {
      const of = compile(path.of);
      return (focus, resource) => (of(focus, resource).length > 0 ? TRUE : FALSE);
    }
    case "join": {
      const of = compile(path.of);
      return (focus, resource) => [of(focus, resource).join(path.separator)];
    }
    case "referenceKey": {
      const of = compile(path.of);
      const pattern = new RegExp(REFERENCE_KEY.replace("TYPE", path.target ?? ANY_TYPE), "u");
      return (focus, resource) =>
        of(focus, resource).flatMap((reference) => {
          const match = pattern.exec(String(reference));
          return match?.[1] ?? match?.[2] ?? [];
        });
    }
    case "not": {
      const of = one(path.of, at);
      return (focus, resource) => truth(negate(of(focus, resource)));
    }
    case "and":
    case "or": {
      const left = one(path.left, at);
      const right = one(path.right, at);
      // The value that settles it alone: false for `and`, true for `or`.
      const settles = path.kind === "or";
      return (focus, resource) => {
        const a = left(focus, resource);
        const b = right(focus, resource);
        if (a === settles || b === settles) return truth(settles);
        return a === undefined || b === undefined ? NONE : truth(!settles);
      };
    }
    case "equal":
      return compileEqual(path, at);
    case "ordered": {
      const { op } = path;
      return numbers(path.left, path.right, at, (a, b) =>
        truth(op === "<" ? a < b : op === "<=" ? a <= b : op === ">" ? a > b : a >= b),
      );
    }
    case "arithmetic": {
      const { op } = path;
      return numbers(path.left, path.right, at, (a, b) => {
        const value = op === "+" ? a + b : op === "-" ? a - b : op === "*" ? a * b : a / b;
        return Number.isFinite(value) ? [value] : NONE;
      });
    }
    case "concatenate": {
      const left = one(path.left, at);
      const right = one(path.right, at);
      return (focus, resource) => {
        const a = left(focus, resource);
        const b = right(focus, resource);
        return a === undefined || b === undefined ? NONE : [`${a}${b}`];
      };
    }
    case "iif": {
      const test = one(path.test, at);
      const then = compile(path.then);
      const otherwise = compile(path.otherwise);
      return (focus, resource) => (test(focus, resource) === true ? then : otherwise)(focus, resource);
    }
  }
}

/** The value of a path that must have at most one, undefined for none. */
export function one(path: TypedPath, at: string): (focus: unknown, resource: unknown) => unknown {
  const values = compilePath(path, at);
  return (focus, resource) => {
    const found = values(focus, resource);
    if (found.length > 1) throw new FhirViewError({ kind: "moreThanOne", at, text: nameOf(path) });
    return found[0];
  };
}

function nameOf(path: TypedPath): string {
  return path.kind === "field" ? path.name : path.kind;
}

function compileField(path: TypedPath & { kind: "field" }, at: string): PathFunction {
  const { name } = path;
  const primitive = primitiveClass(path.type);
  const value =
    primitive === "text" || primitive === "date"
      ? asText
      : primitive === "boolean"
        ? asBoolean
        : primitive === undefined
          ? asGiven
          : asNumber;
  const within = (parent: unknown, out: unknown[]): void => {
    const found = isObject(parent) ? parent[name] : undefined;
    for (const item of path.repeats && Array.isArray(found) ? found : [found]) {
      if (item !== null && item !== undefined) out.push(value(item));
      else if (item === null && path.repeats && primitive === undefined && found !== null) out.push({});
    }
  };
  if (path.of.kind === "focus") {
    return (focus) => {
      const out: unknown[] = [];
      within(focus, out);
      return out;
    };
  }
  const of = compilePath(path.of, at);
  return (focus, resource) => {
    const out: unknown[] = [];
    for (const parent of of(focus, resource)) within(parent, out);
    return out;
  };
}

function compileEqual(path: TypedPath & { kind: "equal" }, at: string): PathFunction {
  const left = compilePath(path.left, at);
  const right = compilePath(path.right, at);
  const same = (a: unknown, b: unknown): boolean | undefined =>
    path.dates ? sameDate(String(a), String(b), at) : a === b;
  return (focus, resource) => {
    const a = left(focus, resource);
    const b = right(focus, resource);
    if (a.length === 0 || b.length === 0) return NONE;
    if (a.length !== b.length) return truth(path.negated);
    let equal: boolean | undefined = true;
    for (let index = 0; index < a.length; index++) {
      const pair = same(a[index], b[index]);
      if (pair === false) return truth(path.negated);
      if (pair === undefined) equal = undefined;
    }
    return equal === undefined ? NONE : truth(path.negated ? !equal : equal);
  };
}

/** Undefined where one is a year or a month and the other finer, as in FHIRPath. */
function sameDate(a: string, b: string, at: string): boolean | undefined {
  if (a === b) return true;
  if (a.length <= DATE_LENGTH || b.length <= DATE_LENGTH) {
    return a.length === b.length || !(a.startsWith(b) || b.startsWith(a)) ? false : undefined;
  }
  if (a.length === b.length && a.slice(-OFFSET_LENGTH) === b.slice(-OFFSET_LENGTH)) return false;
  throw new FhirViewError({ kind: "datesNotComparable", at, text: "=" });
}

function numbers(
  left: TypedPath,
  right: TypedPath,
  at: string,
  combine: (a: number, b: number) => readonly unknown[],
): PathFunction {
  const a = one(left, at);
  const b = one(right, at);
  return (focus, resource) => {
    const x = a(focus, resource);
    const y = b(focus, resource);
    return typeof x === "number" && typeof y === "number" ? combine(x, y) : NONE;
  };
}

function negate(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? !value : undefined;
}

function truth(value: boolean | undefined): readonly unknown[] {
  return value === undefined ? NONE : value ? TRUE : FALSE;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Text as DuckDB reads a JSON value into a text column. */
function asText(value: unknown): unknown {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function asBoolean(value: unknown): unknown {
  return typeof value === "string" && (value === "true" || value === "false") ? value === "true" : value;
}

function asNumber(value: unknown): unknown {
  return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
}

function asGiven(value: unknown): unknown {
  return value;
}
