import { given, oneOf, textOf } from "../../app/search-value.ts";
import { rankOf } from "../worklist/worklist-search.ts";

/** Which women the queue shows. */
export const QUEUES = ["mine", "disagreed", "confirmed", "all"] as const;

/** State of the page that can be linked. */
export type ReviewSearch = {
  /** Name under which decisions are made. */
  readonly reviewer?: string;
  /** Default `mine`: women whom this reviewer has not decided on. */
  readonly queue?: (typeof QUEUES)[number];
  /** Rank of the woman who is opened; default the first of the queue. */
  readonly woman?: number;
};

export function reviewSearch(search: Readonly<Record<string, unknown>>): ReviewSearch {
  return given({
    reviewer: textOf(search.reviewer),
    queue: oneOf(search.queue, QUEUES),
    woman: rankOf(search.woman),
  });
}
