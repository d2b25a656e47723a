import * as z from "zod";
import type { Lang, Text } from "./text.ts";

const meanings: z.core.$ZodRegistry<Text> = z.registry<Text>();

/** A field of a published format with what it means: symbol, unit, formula or source. */
export function described<T extends z.ZodType>(shape: T, meaning: Text): T {
  const own = shape.clone();
  meanings.add(own, meaning);
  return own;
}

/** What a field means, for the `description` of its JSON Schema; `undefined` where it says nothing. */
export function meaningOf(shape: z.core.$ZodType, lang: Lang): string | undefined {
  return meanings.get(shape)?.[lang];
}
