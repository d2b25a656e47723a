import type { BlindStatus } from "@materbone/finder";

/** Which women the queue shows: to decide on, to adjudicate, confirmed, everybody. */
export const QUEUES = ["mine", "disagreed", "confirmed", "all"] as const;
export type Queue = (typeof QUEUES)[number];

/** Ranks of a queue in the order in which they are gone through: what is left to do first, the surest first. */
export function queueRanks(statuses: readonly BlindStatus[], queue: Queue): readonly number[] {
  return statuses
    .map((status, index) => ({ status, rank: index + 1 }))
    .filter(({ status }) => isIn(status, queue))
    .sort((a, b) => (queue === "all" ? TURN[a.status.kind] - TURN[b.status.kind] : 0) || a.rank - b.rank)
    .map(({ rank }) => rank);
}

/** The woman beside the one who is open, `undefined` at the ends; where she is not in the queue, the nearest by rank. */
export function beside(ranks: readonly number[], rank: number | undefined, step: 1 | -1): number | undefined {
  if (rank === undefined) return ranks[0];
  const position = ranks.indexOf(rank);
  if (position >= 0) return ranks[position + step];
  const inOrder = [...ranks].sort((a, b) => a - b);
  return step > 0 ? inOrder.find((one) => one > rank) : inOrder.findLast((one) => one < rank);
}

/** Who is opened where the address names nobody: she who stands open as long as she is in the queue, else its first. */
export function openedByQueue(ranks: readonly number[], standing: number | undefined): number | undefined {
  return standing !== undefined && ranks.includes(standing) ? standing : ranks[0];
}

/** Who comes when the open woman has been decided on: the next, at the end the first that is left. */
export function afterDecision(ranks: readonly number[], rank: number): number | undefined {
  return beside(ranks, rank, 1) ?? ranks.find((one) => one !== rank);
}

const TURN: Readonly<Record<BlindStatus["kind"], number>> = {
  open: 0,
  disagreed: 1,
  waiting: 2,
  agreed: 3,
  adjudicated: 3,
};

function isIn(status: BlindStatus, queue: Queue): boolean {
  switch (queue) {
    case "mine":
      return status.kind === "open";
    case "disagreed":
      return status.kind === "disagreed";
    case "confirmed":
      return isConfirmed(status);
    case "all":
      return true;
  }
}

export function isConfirmed(status: BlindStatus): boolean {
  return (status.kind === "agreed" || status.kind === "adjudicated") && status.verdict === "plo";
}
