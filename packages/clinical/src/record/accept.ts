import type * as z from "zod";

/** True only for values that the schema accepts as they are; false also where this cannot tell. */
export type Accept = (value: unknown) => boolean;

/**
 * Compiles a zod schema without transforms into a plain predicate that looks at the keys a value has, not at all that it
 * may have: most of a record's hundreds of optional fields are absent, and zod visits each. What it refuses, zod is asked
 * again, so it may be narrower than the schema and is never wider.
 *
 * @returns a predicate; parts of zod that it does not know are refused
 */
export function accepting(schema: z.ZodType): Accept {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const accept = compile(definitionOf(schema));
  compiled.set(schema, accept);
  return accept;
}

/** What zod keeps of a schema; the parts that are read here. */
type Definition = Partial<CheckDefinition> & {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType & { readonly _zod: { readonly optin?: string } }>>;
  readonly catchall?: z.ZodType;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDefinition } }[];
};

type CheckDefinition = {
  readonly check: string;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: RegExp;
  readonly fn?: (value: unknown) => unknown;
};

const compiled = new WeakMap<z.ZodType, Accept>();
const refuse: Accept = () => false;

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}

function compile(definition: Definition): Accept {
  const base = baseOf(definition);
  // A number format, as of z.int(), is a check of its own and does not stand among the checks.
  const own = definition.check === undefined ? [] : [definition as CheckDefinition];
  const checks = [...own, ...(definition.checks ?? []).map((check) => check._zod.def)].map(checkOf);
  if (checks.length === 0) return base;
  const [only] = checks;
  if (checks.length === 1 && only !== undefined) return (value) => base(value) && only(value);
  return (value) => base(value) && checks.every((check) => check(value));
}

function baseOf(definition: Definition): Accept {
  switch (definition.type) {
    case "string":
      return (value) => typeof value === "string";
    case "number":
      return (value) => typeof value === "number" && Number.isFinite(value);
    case "boolean":
      return (value) => typeof value === "boolean";
    case "enum":
      return oneOf(Object.values(definition.entries ?? {}));
    case "literal":
      return oneOf(definition.values ?? []);
    case "optional":
      return definition.innerType === undefined ? refuse : maybe(undefined, accepting(definition.innerType));
    case "nullable":
      return definition.innerType === undefined ? refuse : maybe(null, accepting(definition.innerType));
    case "array":
      return definition.element === undefined ? refuse : arrayOf(accepting(definition.element));
    case "tuple":
      return tupleOf((definition.items ?? []).map(accepting));
    case "union":
      return anyOf((definition.options ?? []).map(accepting));
    case "object":
      return objectOf(definition);
    case "record":
      return recordOf(definition);
    default:
      return refuse;
  }
}

function oneOf(values: readonly unknown[]): Accept {
  const known = new Set(values);
  return (value) => known.has(value);
}

function maybe(absent: undefined | null, inner: Accept): Accept {
  return (value) => value === absent || inner(value);
}

function arrayOf(element: Accept): Accept {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const entry of value) if (!element(entry)) return false;
    return true;
  };
}

function tupleOf(items: readonly Accept[]): Accept {
  return (value) =>
    Array.isArray(value) && value.length === items.length && items.every((item, position) => item(value[position]));
}

function anyOf(options: readonly Accept[]): Accept {
  return (value) => {
    for (const option of options) if (option(value)) return true;
    return false;
  };
}

/** A strict object: every key it has is known and accepted, and none that is required is missing. */
function objectOf({ shape, catchall }: Definition): Accept {
  if (shape === undefined || (catchall?.def as Definition | undefined)?.type !== "never") return refuse;
  const fields = new Map(Object.entries(shape).map(([key, field]) => [key, accepting(field)]));
  const required = Object.entries(shape).flatMap(([key, field]) => (field._zod.optin === "optional" ? [] : [key]));
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const record = value as Readonly<Record<string, unknown>>;
    for (const key in record) {
      const field = fields.get(key);
      if (field === undefined || !field(record[key])) return false;
    }
    for (const key of required) if (!Object.hasOwn(record, key)) return false;
    return true;
  };
}

/** Keys of one kind with values of one kind. */
function recordOf({ keyType, valueType }: Definition): Accept {
  if (keyType === undefined || valueType === undefined || definitionOf(keyType).type !== "string") return refuse;
  const isKey = accepting(keyType);
  const isValue = accepting(valueType);
  return (value) => {
    if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false;
    // A key of the prototype's name is left to zod, which leaves it out.
    return Object.entries(value).every(([key, entry]) => key !== "__proto__" && isKey(key) && isValue(entry));
  };
}

function checkOf(definition: CheckDefinition): Accept {
  const { check, value: limit, inclusive, format, minimum, maximum, pattern, fn } = definition;
  if (check === "greater_than" && limit !== undefined) {
    return inclusive ? (value) => (value as number) >= limit : (value) => (value as number) > limit;
  }
  if (check === "less_than" && limit !== undefined) {
    return inclusive ? (value) => (value as number) <= limit : (value) => (value as number) < limit;
  }
  if (check === "number_format" && format === "safeint") return (value) => Number.isSafeInteger(value);
  if (check === "min_length" && minimum !== undefined)
    return (value) => (value as ArrayLike<unknown>).length >= minimum;
  if (check === "max_length" && maximum !== undefined)
    return (value) => (value as ArrayLike<unknown>).length <= maximum;
  if (check === "string_format" && format === "regex" && pattern !== undefined) {
    return (value) => pattern.test(value as string);
  }
  if (check === "custom" && fn !== undefined) return (value) => fn(value) === true;
  return refuse;
}
