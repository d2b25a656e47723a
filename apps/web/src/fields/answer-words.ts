import { type Text, vocabularies } from "@materbone/clinical";
import { fieldWords } from "./field-words.ts";

/** Answers as they stand in a list to choose from. */
export const answerText = {
  absent: fieldWords.notRecorded,
  yes: vocabularies.answer.yes,
  no: vocabularies.answer.no,
  notReported: vocabularies.answer.notReported,
} as const satisfies Record<string, Text>;
