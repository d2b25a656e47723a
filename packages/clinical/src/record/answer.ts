import * as z from "zod";
import { localTextSchema } from "../language/text.ts";

/** An item asked in the history. An absent item was not recorded, which is not "no". */
export const answerValueSchema = z.enum(["yes", "no", "notReported"]);
export type AnswerValue = z.infer<typeof answerValueSchema>;

export const answerSchema = z.union([
  answerValueSchema,
  z.strictObject({
    answer: answerValueSchema,
    note: localTextSchema.optional(),
    source: z.string().optional(),
  }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** "yes" or "no" as recorded; `notReported` also when the item is absent. */
export function answerValue(answer: Answer | undefined): AnswerValue {
  if (answer === undefined) return "notReported";
  return typeof answer === "string" ? answer : answer.answer;
}
