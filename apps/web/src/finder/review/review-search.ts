import { given, oneOf } from "../../app/search-value.ts";
import { rankOf } from "../worklist/worklist-search.ts";
import { QUEUES, type Queue } from "./review-queue.ts";

/** State of the page that can be linked. The reviewer's name stays out: a link must not decide in another's name. */
export type ReviewSearch = {
  /** Default: the women whom this reviewer has not decided on; of a third person, those for adjudication. */
  readonly queue?: Queue;
  /** Rank of the woman who is opened; default the first of the queue. */
  readonly woman?: number;
};

export function reviewSearch(search: Readonly<Record<string, unknown>>): ReviewSearch {
  return given({ queue: oneOf(search.queue, QUEUES), woman: rankOf(search.woman) });
}
