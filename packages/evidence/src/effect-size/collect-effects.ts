import type { Effects } from "../meta/meta-fit.ts";
import type { EffectSizeRow, NoEffectReason } from "./effect-size-row.ts";

/** What a fit takes, and what it had to leave out; rows are counted from 0 in the order given. */
export type CollectedEffects = {
  readonly effects: Effects;
  /** Row of each effect. */
  readonly rows: readonly number[];
  readonly leftOut: readonly { readonly row: number; readonly reasons: readonly NoEffectReason[] }[];
};

/** Parts the rows with an effect from those without, and keeps the reasons of the latter. */
export function collectEffects(rows: readonly EffectSizeRow[]): CollectedEffects {
  const yi: number[] = [];
  const vi: number[] = [];
  const kept: number[] = [];
  const leftOut: { row: number; reasons: readonly NoEffectReason[] }[] = [];
  rows.forEach((effect, row) => {
    if (effect.kind === "noEffect") {
      leftOut.push({ row, reasons: effect.reasons });
      return;
    }
    yi.push(effect.yi);
    vi.push(effect.vi);
    kept.push(row);
  });
  return { effects: { yi: Float64Array.from(yi), vi: Float64Array.from(vi) }, rows: kept, leftOut };
}
