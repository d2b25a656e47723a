import type * as z from "zod";

/**
 * Texts that break out of markup, attributes, style sheets, tables, lines and cells where they are not made inert. Those for
 * one kind of export stand together in one text: each is dangerous wherever in it the first character comes through.
 */
export const HOSTILE = [
  `"><img src=x onerror=alert(1)>' onmouseover='alert(1)</style></title></textarea><script>alert(1)</script><svg onload=alert(1)>`,
  `=cmd|' /C calc'!A0,[x](javascript:alert(1))\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n=1+1`,
] as const;

/** For fields that take a few words only. */
export const SHORT_HOSTILE = `"><img src=x onerror=x>`;

/** A place of a schema that takes text, and the smallest document that has text there. */
export type TextPlace = { readonly pointer: string; readonly documentWith: (text: string) => unknown };

type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly in?: z.ZodType;
};

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}

/** Every place of the schema that takes text, the branches of its unions included. */
export function textPlaces(schema: z.ZodType, pointer = ""): readonly TextPlace[] {
  const { type, shape, element, items, innerType, options } = definitionOf(schema);
  switch (type) {
    case "string":
      return [{ pointer, documentWith: (text) => text }];
    case "object":
      return Object.entries(shape ?? {}).flatMap(([key, inner]) =>
        textPlaces(inner, `${pointer}/${key}`).map((place) => ({
          pointer: place.pointer,
          documentWith: (text) => ({ ...smallest(schema, text), [key]: place.documentWith(text) }),
        })),
      );
    case "array":
      return element === undefined
        ? []
        : textPlaces(element, `${pointer}/0`).map((place) => ({
            pointer: place.pointer,
            documentWith: (text) => Array.from({ length: leastLength(schema) }, () => place.documentWith(text)),
          }));
    case "tuple":
      return (items ?? []).flatMap((item, position) =>
        textPlaces(item, `${pointer}/${position}`).map((place) => ({
          pointer: place.pointer,
          documentWith: (text) =>
            (items ?? []).map((other, at) => (at === position ? place.documentWith(text) : sample(other, text))),
        })),
      );
    case "union":
      return (options ?? []).flatMap((option, position) => textPlaces(option, `${pointer}|${position}`));
    default:
      return innerType === undefined ? [] : textPlaces(innerType, pointer);
  }
}

/** An object with what it cannot be without. */
function smallest(schema: z.ZodType, text: string): object {
  const entries = Object.entries(definitionOf(schema).shape ?? {}).filter(
    ([, inner]) => definitionOf(inner).type !== "optional",
  );
  return Object.fromEntries(entries.map(([key, inner]) => [key, sample(inner, text)]));
}

const SAMPLES: readonly unknown[] = ["2025-03-04", "1.0", "w", 1, 1950, 0.5, true];

/** Any value that the schema takes; free text where it takes that. */
function sample(schema: z.ZodType, text: string): unknown {
  const { type, values, entries, element, items, innerType, options } = definitionOf(schema);
  switch (type) {
    case "literal":
      return values?.[0];
    case "enum":
      return Object.values(entries ?? {})[0];
    case "object":
      return smallest(schema, text);
    case "array":
      return element === undefined ? [] : Array.from({ length: leastLength(schema) }, () => sample(element, text));
    case "tuple":
      return (items ?? []).map((item) => sample(item, text));
    case "union":
      return options?.[0] === undefined ? undefined : sample(options[0], text);
    case "string":
      return [text, ...SAMPLES].find((value) => schema.safeParse(value).success);
    default:
      if (innerType !== undefined) return sample(innerType, text);
      return SAMPLES.find((value) => schema.safeParse(value).success);
  }
}

/** An array needs one entry to hold text, and some need two. */
function leastLength(schema: z.ZodType): number {
  return schema.safeParse([]).error?.issues.some((issue) => issue.code === "too_small" && Number(issue.minimum) > 1) ===
    true
    ? 2
    : 1;
}
