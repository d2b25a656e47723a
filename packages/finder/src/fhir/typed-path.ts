/**
 * A path whose elements are known: what both back ends run. `type` is a FHIR type (also for literals: `string`, `decimal`,
 * …), `many` tells whether more than one value is possible.
 */
export type TypedPath = {
  readonly type: string;
  readonly many: boolean;
} /** The element that the path starts from: the resource, an element of `forEach`, or what `where()` looks at. */ & (
  | { readonly kind: "focus" }
  /** `%resource`: the whole resource. */
  | { readonly kind: "resource" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "nothing" }
  /** `repeats`: the element itself may repeat. */
  | { readonly kind: "field"; readonly of: TypedPath; readonly name: string; readonly repeats: boolean }
  /** Any of a choice of types, only asked whether it is there; each option is a field. */
  | { readonly kind: "choice"; readonly options: readonly TypedPath[] }
  /** Contained resources of one type. */
  | { readonly kind: "contained"; readonly of: TypedPath }
  | { readonly kind: "where"; readonly of: TypedPath; readonly test: TypedPath }
  | { readonly kind: "index"; readonly of: TypedPath; readonly index: number }
  | { readonly kind: "exists"; readonly of: TypedPath }
  | { readonly kind: "join"; readonly of: TypedPath; readonly separator: string }
  /** Id that a reference names; `target` is the resource type that it must name. */
  | { readonly kind: "referenceKey"; readonly of: TypedPath; readonly target?: string }
  | { readonly kind: "not"; readonly of: TypedPath }
  | { readonly kind: "and" | "or"; readonly left: TypedPath; readonly right: TypedPath }
  | {
      readonly kind: "equal";
      readonly left: TypedPath;
      readonly right: TypedPath;
      readonly negated: boolean;
      readonly dates: boolean;
    }
  | {
      readonly kind: "ordered";
      readonly op: "<" | "<=" | ">" | ">=";
      readonly left: TypedPath;
      readonly right: TypedPath;
    }
  | {
      readonly kind: "arithmetic";
      readonly op: "+" | "-" | "*" | "/";
      readonly left: TypedPath;
      readonly right: TypedPath;
    }
  | { readonly kind: "concatenate"; readonly left: TypedPath; readonly right: TypedPath }
  | { readonly kind: "iif"; readonly test: TypedPath; readonly then: TypedPath; readonly otherwise: TypedPath }
);

/**
 * The id in a reference: what follows the type in `Patient/1`, `http://host/fhir/Patient/1` and `Patient/1/_history/2`, or
 * the UUID of `urn:uuid:`. Contained (`#1`) and conditional references (`Patient?identifier=`) have none.
 */
export const REFERENCE_KEY = "(?:^|/)TYPE/([^/?#|]+)(?:/_history/[^/]+)?$|^urn:uuid:([^/?#|]+)$";
export const ANY_TYPE = "[A-Z][A-Za-z]+";
