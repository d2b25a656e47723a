import type { CaseRecord } from "@materbone/clinical";

/** Seeded numbers from 0 to 1, the same on every machine. */
export function random(seed: number): () => number;
/** One synthetic woman, made from the next numbers. */
export function generateCase(number: number, next: () => number): CaseRecord;
