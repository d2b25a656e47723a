import { fracturedLevels, type SeriesView } from "@materbone/clinical";

/** Fractured vertebrae of all women; `undefined` where no fracture is recorded of anyone, which is not the same as none. */
export function fracturedVertebrae({ cases }: SeriesView): number | undefined {
  if (cases.every(({ fractures }) => fractures.length === 0)) return undefined;
  return cases.reduce((count, woman) => count + fracturedLevels(woman).length, 0);
}
