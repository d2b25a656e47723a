import { type CaseRecord, readCase, readSeries, type Series, type SeriesHead } from "@materbone/clinical";
import type { Act } from "./act.ts";

/** A synthetic woman in the shape of the published ones. */
export function woman(id: string, parts: Partial<CaseRecord> = {}): CaseRecord {
  return readOrThrow(
    readCase({
      schema: "materbone/case/1",
      id,
      origin: "synthetic",
      person: { ageYears: 29 },
      pregnancies: [{ index: true, parity: 1, deliveryMode: "vaginal" }],
      fractures: [{ site: "L1", at: { months: 2 }, mechanism: "spontaneous", modality: "radiograph" }],
      events: [{ kind: "diagnosis", at: { months: 3 } }],
      scans: [scan("baseline", 3, 0.701, -3.1), scan("last", 15, 0.802, -2.2)],
      treatments: [{ agent: "zoledronicAcid", start: { months: 3 } }],
      ...parts,
    }),
  );
}

export function scan(
  id: string,
  months: number,
  bmdGPerCm2: number,
  zScore: number,
): NonNullable<CaseRecord["scans"]>[number] {
  return {
    id,
    at: { months },
    device: "dxa",
    sites: { lumbarSpine: { bmdGPerCm2, zScore, vertebrae: ["L2", "L3", "L4"] } },
  };
}

export function head(id: string, parts: Partial<SeriesHead> = {}): SeriesHead {
  return {
    schema: "materbone/series/1",
    id,
    title: { en: "A series", zh: "一个系列" },
    origin: "synthetic",
    methods: { densitometers: [{ id: "dxa", manufacturer: "Maker", model: "One" }] },
    ...parts,
  };
}

export function series(id: string, cases: readonly CaseRecord[], parts: Partial<SeriesHead> = {}): Series {
  return readOrThrow(readSeries({ ...head(id, parts), cases }));
}

/** An act at a minute of one day. */
export function act<W extends string | undefined = undefined>(minute: number, why?: W): Act & { readonly why: W } {
  const at = new Date(Date.UTC(2026, 0, 1, 8, minute)).toISOString();
  return { by: "LW", at, why: why as W };
}

/** Salts that are the same in every run. */
export function counting(): (bytes: number) => Uint8Array {
  let count = 0;
  return (bytes) => {
    count += 1;
    return Uint8Array.from({ length: bytes }, (_, position) => (count >>> (8 * (position % 4))) & 255);
  };
}

function readOrThrow<T>(
  result:
    | { readonly kind: "read"; readonly value: T }
    | { readonly kind: "refused"; readonly problems: readonly unknown[] },
): T {
  if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
  return result.value;
}
