import type { LaboratoryResult } from "@materbone/clinical";
import type { Codec } from "../../fields/codec.ts";
import { laboratoryWords } from "./laboratory-words.ts";

type Interval = NonNullable<LaboratoryResult["interval"]>;

/**
 * The interval printed beside a value as one text: `15-65`, `≤60`, `≥20`. Limits keep their printed digits. A limit belongs to
 * its interval in every record, so `<60` is read as `≤60` and printed so.
 */
export const intervalCodec: Codec = {
  read: (text) => {
    const plain = text.normalize("NFKC").replace(/\s/g, "");
    if (plain === "") return { kind: "empty" };
    const range = /^(\d+(?:\.\d+)?)(?:[-–—~]|至)(\d+(?:\.\d+)?)$/.exec(plain);
    if (range !== null) return { kind: "value", value: { low: range[1], high: range[2] } };
    const open = /^([<>≤≥])=?(\d+(?:\.\d+)?)$/.exec(plain);
    if (open === null) {
      return { kind: "refused", problem: { kind: "badFormat", key: "interval", value: JSON.stringify(text) } };
    }
    const isUpper = open[1] === "<" || open[1] === "≤";
    return { kind: "value", value: isUpper ? { high: open[2] } : { low: open[2] } };
  },
  print: (value) => {
    const { low, high } = (value ?? {}) as Interval;
    return limitsText(low === undefined ? undefined : String(low), high === undefined ? undefined : String(high));
  },
  hint: laboratoryWords.intervalHint,
};

/** Limits as text, both included; empty without any. */
export function limitsText(low: string | undefined, high: string | undefined): string {
  if (low === undefined) return high === undefined ? "" : `≤${high}`;
  return high === undefined ? `≥${low}` : `${low}–${high}`;
}
