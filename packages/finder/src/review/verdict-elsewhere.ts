import { type CandidateStatus, settledVerdict } from "./candidate-status.ts";
import type { ReviewVerdict } from "./review-schema.ts";

/**
 * What may be told in one review of the same woman's review in another run: her verdict there, or `open` while there is none.
 *
 * @returns `undefined` until she is settled here: who is still to decide, or to adjudicate, must not know what others said of her,
 *   not even whether anybody did
 */
export function verdictElsewhere(here: CandidateStatus, there: CandidateStatus): ReviewVerdict | "open" | undefined {
  return settledVerdict(here) === undefined ? undefined : (settledVerdict(there) ?? "open");
}
