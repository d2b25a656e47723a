import type { IntervalOrReason } from "../meta/meta-fit.ts";
import type { NotDefinedList } from "./not-defined.ts";

/** Both ends of a prediction interval; an end that is not finite, far outside the data, is none. */
export function predictionBounds<const N extends "pi" | "piRiley">(
  prediction: IntervalOrReason,
  name: N,
  at: string,
  undefineds: NotDefinedList,
): { readonly [end in `${N}Lower` | `${N}Upper`]: number | null } {
  const endOf = (end: "lower" | "upper", key: string): number | null =>
    prediction.kind === "interval"
      ? undefineds.number(prediction[end], `${at}/${key}`)
      : undefineds.nothing(`${at}/${key}`, prediction.reason);
  const bounds = { [`${name}Lower`]: endOf("lower", `${name}Lower`), [`${name}Upper`]: endOf("upper", `${name}Upper`) };
  return bounds as { readonly [end in `${N}Lower` | `${N}Upper`]: number | null };
}
