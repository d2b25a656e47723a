import * as z from "zod";

export { localText } from "./local-text.ts";

/** The two languages of the workbench; equal in every output. */
export type Lang = "zh" | "en";

/** A sentence of the program, present in both languages by construction. */
export type Text = { readonly en: string; readonly zh: string };

/**
 * A sentence of a user's record: one string for both languages, or one per language.
 * At least one language is given; the other falls back to it.
 */
export const localTextSchema = z.union([
  z.string().min(1),
  z
    .strictObject({ en: z.string().min(1).optional(), zh: z.string().min(1).optional() })
    .refine((text) => text.en !== undefined || text.zh !== undefined, { message: "oneLanguage" }),
]);
export type LocalText = z.infer<typeof localTextSchema>;
