import { countFracturedVertebrae, type SeriesView, type VertebraCount } from "@materbone/clinical";

/** Fractured vertebrae of all women; `undefined` where no fracture is recorded of anyone, which is not the same as none. */
export function fracturedVertebrae({ cases }: SeriesView): VertebraCount | undefined {
  if (cases.every(({ fractures }) => fractures.length === 0)) return undefined;
  return countFracturedVertebrae(cases);
}
