import { vocabularies } from "@materbone/clinical";

/** What is asked about the time before and around the pregnancy, in the order of the vocabulary. */
export const historyItems: readonly string[] = Object.keys(vocabularies.history);
