import type { Interval } from "@materbone/clinical";

export type LaneTone = "pregnancy" | "lactation" | "boneDrug" | "otherTreatment" | "event";

type LanePlace = {
  /** What a reader who goes to the item is told. */
  readonly label: string;
  /** JSON Pointer of the entry in the case record. */
  readonly pointer: string;
};

/** Something in a lane; an `undefined` time was not recorded. */
export type LaneItem =
  | (LanePlace & {
      readonly kind: "bar";
      readonly start: Interval | undefined;
      readonly end: Interval | undefined;
      /** Went on at the end of the record. */
      readonly ongoing: boolean;
      /** How much of it, 0 to 1, as shade; default all. */
      readonly share?: number | undefined;
      /** Months of single doses, ascending, as ticks on a pale bar. */
      readonly doses?: readonly number[] | undefined;
      /** Dose, reason and the like; empty where the lane says it all. */
      readonly detail: string;
    })
  | (LanePlace & { readonly kind: MarkKind; readonly at: Interval | undefined; readonly detail: string });

type MarkKind = "dose" | "declined" | "symptom" | "fracture" | "diagnosis" | "scan";

/** One row under the month axis. */
export type Lane = {
  readonly name: string;
  /** What stands beside it, each a line of its own where there is room. */
  readonly details: readonly string[];
  readonly tone: LaneTone;
  readonly items: readonly LaneItem[];
};
