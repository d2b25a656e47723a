import * as z from "zod";
import { localTextSchema } from "../language/text.ts";

/** Every entry of a record may carry a note and the place it was taken from (document and line). */
export const noted = {
  note: localTextSchema.optional(),
  source: z.string().optional(),
};
