import { choiceName, fhirElement, isKnownType, type PrimitiveClass, primitiveClass } from "./fhir-elements.ts";
import { FhirViewError, type FhirViewProblemKind } from "./fhir-view-problem.ts";
import type { PathSyntax } from "./path-syntax.ts";
import type { TypedPath } from "./typed-path.ts";

export type Constants = ReadonlyMap<string, { readonly value: string | number | boolean; readonly type: string }>;
export type PathScope = {
  readonly at: string;
  readonly resource: string;
  /** Type of the focus. */
  readonly focus: string;
  readonly constants: Constants;
};

/**
 * Gives every element of a path its type and tells whether it may repeat, from the elements of FHIR R4.
 *
 * @throws FhirViewError naming what does not exist or is not supported, with its place
 */
export function resolvePath(syntax: PathSyntax, scope: PathScope): TypedPath {
  switch (syntax.kind) {
    case "literal":
      return { kind: "literal", value: syntax.value, type: syntax.type, many: false };
    case "nothing":
      return { kind: "nothing", type: "nothing", many: false };
    case "this":
      return focusOf(scope);
    case "constant":
      return resolveConstant(syntax, scope);
    case "member":
      return resolveMember(syntax, scope);
    case "call":
      return resolveCall(syntax, scope);
    case "index": {
      const index = resolvePath(syntax.index, scope);
      if (index.kind !== "literal" || index.type === "decimal" || !Number.isInteger(index.value)) {
        return fail("badArguments", syntax, scope, "[ ]");
      }
      return at(resolvePath(syntax.of, scope), Number(index.value));
    }
    case "negative": {
      const zero: TypedPath = { kind: "literal", value: 0, type: "integer", many: false };
      const right = number(syntax.of, scope);
      return { kind: "arithmetic", op: "-", left: zero, right, type: right.type, many: false };
    }
    case "binary":
      return resolveBinary(syntax, scope);
  }
}

/** As `resolvePath`, of a condition. @throws FhirViewError of kind `notBoolean` */
export function resolveCondition(syntax: PathSyntax, scope: PathScope): TypedPath {
  const path = resolvePath(syntax, scope);
  return path.type === "boolean" || path.kind === "nothing" ? path : fail("notBoolean", syntax, scope, words(syntax));
}

function focusOf({ focus }: PathScope): TypedPath {
  return { kind: "focus", type: focus, many: false };
}

function resolveConstant(syntax: PathSyntax & { kind: "constant" }, scope: PathScope): TypedPath {
  if (syntax.name === "resource") return { kind: "resource", type: scope.resource, many: false };
  const constant = scope.constants.get(syntax.name);
  if (constant === undefined) return fail("unknownConstant", syntax, scope, `%${syntax.name}`);
  return { kind: "literal", value: constant.value, type: constant.type, many: false };
}

function resolveMember(syntax: PathSyntax & { kind: "member" }, scope: PathScope): TypedPath {
  if (syntax.of === undefined && syntax.name === scope.focus && isKnownType(syntax.name)) return focusOf(scope);
  const of = syntax.of === undefined ? focusOf(scope) : resolvePath(syntax.of, scope);
  return member(of, syntax.name, syntax, scope);
}

function member(of: TypedPath, name: string, syntax: PathSyntax, scope: PathScope): TypedPath {
  if (of.kind === "nothing") return of;
  if (of.kind === "choice") return fail("notPrimitive", syntax, scope, "[x]");
  const element = fhirElement(of.type, name);
  if (element === undefined) return fail("unknownElement", syntax, scope, `${of.type}.${name}`);
  if (element.kind === "one") {
    return { kind: "field", of, name, type: element.type, repeats: element.many, many: of.many || element.many };
  }
  const options = element.types.map(
    (type): TypedPath => ({ kind: "field", of, name: choiceName(name, type), type, repeats: false, many: of.many }),
  );
  return { kind: "choice", options, type: "choice", many: of.many };
}

function resolveCall(syntax: PathSyntax & { kind: "call" }, scope: PathScope): TypedPath {
  const of = syntax.of === undefined ? focusOf(scope) : resolvePath(syntax.of, scope);
  const given = syntax.arguments;
  const [first, second, third] = given;
  const bad = (): never => fail("badArguments", syntax, scope, `${syntax.name}()`);
  const none = (): void => {
    if (first !== undefined) bad();
  };
  const boolean = { type: "boolean", many: false } as const;
  switch (syntax.name) {
    case "where":
      return first === undefined || second !== undefined ? bad() : where(of, first, scope);
    case "exists":
      if (second !== undefined) return bad();
      return { kind: "exists", of: first === undefined ? of : where(of, first, scope), ...boolean };
    case "empty":
      none();
      return { kind: "not", of: { kind: "exists", of, ...boolean }, ...boolean };
    case "first":
      none();
      return at(of, 0);
    case "not": {
      none();
      if (of.type !== "boolean" && of.kind !== "nothing")
        return fail("notBoolean", syntax, scope, words(syntax.of ?? syntax));
      return { kind: "not", of, ...boolean };
    }
    case "ofType":
      return ofType(of, syntax, scope);
    case "join": {
      const separator = first === undefined ? undefined : resolvePath(first, scope);
      const isText = separator?.kind === "literal" && typeof separator.value === "string";
      if (second !== undefined || (separator !== undefined && !isText)) return bad();
      if (classOf(of) !== "text" && classOf(of) !== "date")
        return fail("notText", syntax, scope, words(syntax.of ?? syntax));
      return {
        kind: "join",
        of,
        separator: separator === undefined ? "" : String(separator.value),
        type: "string",
        many: false,
      };
    }
    case "getResourceKey":
      none();
      return member(of, "id", syntax, scope);
    case "getReferenceKey":
      return referenceKey(of, syntax, scope);
    case "extension": {
      const url = first === undefined ? undefined : resolvePath(first, scope);
      if (url === undefined || second !== undefined || url.kind !== "literal" || typeof url.value !== "string")
        return bad();
      const extensions = member(of, "extension", syntax, scope);
      const field: TypedPath = {
        kind: "field",
        of: { kind: "focus", type: "Extension", many: false },
        name: "url",
        type: "uri",
        repeats: false,
        many: false,
      };
      const test: TypedPath = { kind: "equal", left: field, right: url, negated: false, dates: false, ...boolean };
      return { kind: "where", of: extensions, test, type: extensions.type, many: extensions.many };
    }
    case "iif": {
      if (first === undefined || second === undefined || given.length > 3) return bad();
      const test = resolveCondition(first, scope);
      const then = resolvePath(second, scope);
      const otherwise: TypedPath =
        third === undefined ? { kind: "nothing", type: "nothing", many: false } : resolvePath(third, scope);
      const type = then.kind === "nothing" ? otherwise.type : then.type;
      const classes = [then, otherwise].filter((path) => path.kind !== "nothing").map((path) => sqlClass(path));
      if (syntax.of !== undefined || classes.includes(undefined) || new Set(classes).size > 1) return bad();
      if (then.many || otherwise.many) return bad();
      const wide = [then, otherwise].some((path) => path.type === "decimal") ? "decimal" : type;
      return { kind: "iif", test, then, otherwise, type: wide, many: false };
    }
    default:
      return fail("unknownFunction", syntax, scope, `${syntax.name}()`);
  }
}

function where(of: TypedPath, condition: PathSyntax, scope: PathScope): TypedPath {
  if (of.kind === "choice") return fail("notPrimitive", condition, scope, "[x]");
  const test = resolveCondition(condition, { ...scope, focus: of.type });
  return { kind: "where", of, test, type: of.type, many: of.many };
}

function at(of: TypedPath, index: number): TypedPath {
  if (of.many) return { kind: "index", of, index, type: of.type, many: false };
  return index === 0 ? of : { kind: "nothing", type: of.type, many: false };
}

function typeArgument(syntax: PathSyntax & { kind: "call" }, scope: PathScope): string | undefined {
  const [argument, more] = syntax.arguments;
  if (argument === undefined) return undefined;
  const isName =
    argument.kind === "member" && (argument.of === undefined || isNamespace(argument.of)) && more === undefined;
  return isName ? argument.name : fail("badArguments", syntax, scope, `${syntax.name}()`);
}

function isNamespace(syntax: PathSyntax): boolean {
  return syntax.kind === "member" && syntax.of === undefined && syntax.name === "FHIR";
}

function ofType(of: TypedPath, syntax: PathSyntax & { kind: "call" }, scope: PathScope): TypedPath {
  const type = typeArgument(syntax, scope);
  if (type === undefined) return fail("badArguments", syntax, scope, "ofType()");
  if (of.kind === "choice") {
    return of.options.find((option) => option.type === type) ?? fail("unknownType", syntax, scope, type);
  }
  if (of.type === "Resource") {
    if (!isKnownType(type)) return fail("unknownType", syntax, scope, type);
    return { kind: "contained", of, type, many: of.many };
  }
  return of.type === type ? of : { kind: "nothing", type, many: false };
}

function referenceKey(of: TypedPath, syntax: PathSyntax & { kind: "call" }, scope: PathScope): TypedPath {
  if (of.type !== "Reference") return fail("badArguments", syntax, scope, "getReferenceKey()");
  const target = typeArgument(syntax, scope);
  const reference = member(of, "reference", syntax, scope);
  return {
    kind: "referenceKey",
    of: reference,
    ...(target === undefined ? {} : { target }),
    type: "id",
    many: of.many,
  };
}

function resolveBinary(syntax: PathSyntax & { kind: "binary" }, scope: PathScope): TypedPath {
  const boolean = { type: "boolean", many: false } as const;
  switch (syntax.op) {
    case "and":
    case "or": {
      const left = resolveCondition(syntax.left, scope);
      return { kind: syntax.op, left, right: resolveCondition(syntax.right, scope), ...boolean };
    }
    case "=":
    case "!=": {
      const left = resolvePath(syntax.left, scope);
      const right = resolvePath(syntax.right, scope);
      const classes = [left, right].map((path) => (path.kind === "nothing" ? "nothing" : comparisonClass(path)));
      if (classes.includes(undefined)) return fail("notPrimitive", syntax, scope, words(syntax));
      if (!classes.includes("nothing") && classes[0] !== classes[1])
        return fail("typesDiffer", syntax, scope, words(syntax));
      const dates = [left, right].some((path) => classOf(path) === "date");
      return { kind: "equal", left, right, negated: syntax.op === "!=", dates, ...boolean };
    }
    case "<":
    case "<=":
    case ">":
    case ">=":
      return {
        kind: "ordered",
        op: syntax.op,
        left: number(syntax.left, scope),
        right: number(syntax.right, scope),
        ...boolean,
      };
    case "+": {
      const left = resolvePath(syntax.left, scope);
      const right = resolvePath(syntax.right, scope);
      if (classOf(left) === "text" && classOf(right) === "text") {
        return { kind: "concatenate", left, right, type: "string", many: false };
      }
      return arithmetic(syntax, scope);
    }
    default:
      return arithmetic(syntax, scope);
  }
}

function arithmetic(syntax: PathSyntax & { kind: "binary" }, scope: PathScope): TypedPath {
  const left = number(syntax.left, scope);
  const right = number(syntax.right, scope);
  return { kind: "arithmetic", op: syntax.op as "+" | "-" | "*" | "/", left, right, type: "decimal", many: false };
}

function number(syntax: PathSyntax, scope: PathScope): TypedPath {
  const path = resolvePath(syntax, scope);
  const isNumber = path.kind === "nothing" || comparisonClass(path) === "number";
  return isNumber ? path : fail("notNumber", syntax, scope, words(syntax));
}

function classOf(path: TypedPath): PrimitiveClass | undefined {
  return primitiveClass(path.type);
}

/** Numbers compare with numbers, dates with texts as written, booleans with booleans. */
function comparisonClass(path: TypedPath): "number" | "boolean" | "text" | undefined {
  const primitive = classOf(path);
  if (primitive === "integer" || primitive === "decimal") return "number";
  return primitive === "date" ? "text" : primitive;
}

const sqlClass = comparisonClass;

/** What a problem repeats of a path: its outermost name. */
function words(syntax: PathSyntax): string {
  switch (syntax.kind) {
    case "member":
      return syntax.name;
    case "call":
      return `${syntax.name}()`;
    case "constant":
      return `%${syntax.name}`;
    case "binary":
      return syntax.op;
    case "literal":
      return String(syntax.value).slice(0, 40);
    default:
      return syntax.kind;
  }
}

function fail(kind: FhirViewProblemKind, { position }: PathSyntax, { at: place }: PathScope, text: string): never {
  throw new FhirViewError({ kind, at: place, position, text });
}
