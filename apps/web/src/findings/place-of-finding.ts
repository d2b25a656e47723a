import { type Finding, pointerSteps } from "@materbone/clinical";

/** The page of a series on which a place of its head is shown. */
export type SeriesPlace = "board" | "tables" | "settings";

/** Where a place of the head is read and changed: claims on the board, literature with the tables, the rest with the methods. */
export function seriesPlace(at: Finding["at"]): SeriesPlace {
  const [part] = pointerSteps(at);
  if (part === "claims") return "board";
  return part === "literature" || part === "screenedOut" ? "tables" : "settings";
}
