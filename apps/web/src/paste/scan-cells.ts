import type { SkeletalSite, Vertebra, When } from "@materbone/clinical";
import { whenCodecs } from "../fields/codec.ts";
import type { ScanQuantity, ScanSide } from "./scan-headings.ts";
import { tableNumber } from "./split-block.ts";

export type ScanCell = { readonly site: SkeletalSite; readonly quantity: ScanQuantity; readonly value: number };

/** One scan of a pasted block. */
export type ScanRow = {
  readonly when: When | undefined;
  /** One value of each site and quantity. */
  readonly values: readonly ScanCell[];
  /** Vertebrae of the spine value, where the block names them, such as L1-4. */
  readonly vertebrae?: readonly Vertebra[];
  /** Sides that the block names, such as left hip. */
  readonly sides?: Partial<Readonly<Record<SkeletalSite, ScanSide>>>;
};

/** Text of the block that was not understood; it stays in view and is not taken over. */
export type Leftover = { readonly row: number; readonly text: string };

export type ScanBlock = { readonly rows: readonly ScanRow[]; readonly leftovers: readonly Leftover[] };

/** Empty, or a dash for nothing. */
export function isBlankCell(cell: string): boolean {
  return cell === "" || /^[-–—/]+$/.test(cell);
}

/** The time in a cell, as a field of the record reads it. */
export function whenOf(cell: string): When | undefined {
  const reading = whenCodecs.en.read(cell);
  return reading.kind === "value" ? (reading.value as When) : undefined;
}

/** A number with the unit of BMD or without one. */
export function measuredNumber(cell: string): number | undefined {
  return tableNumber(cell.replace(/\s*g\/cm[²2]$/i, ""));
}

/** A row without the parts that its block does not name. */
export function scanRow(row: {
  readonly when: When | undefined;
  readonly values: readonly ScanCell[];
  readonly vertebrae: readonly Vertebra[] | undefined;
  readonly sides: Partial<Readonly<Record<SkeletalSite, ScanSide>>>;
}): ScanRow {
  const { when, values, vertebrae, sides } = row;
  return {
    when,
    values,
    ...(vertebrae === undefined ? {} : { vertebrae }),
    ...(Object.keys(sides).length === 0 ? {} : { sides }),
  };
}
