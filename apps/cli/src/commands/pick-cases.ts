import { nearest, type Series } from "@materbone/clinical";
import { InputError, type InputProblem } from "../input/input-error.ts";

/** The series with one woman only; the whole series without an id. @throws InputError when there is no such woman */
export function pickCases(series: Series, id: string | boolean | undefined): Series {
  if (typeof id !== "string") return series;
  const cases = series.cases.filter((record) => record.id === id);
  if (cases.length > 0) return { ...series, cases };
  throw new InputError([
    unknownCase(
      id,
      series.cases.map((record) => record.id),
    ),
  ]);
}

export function unknownCase(id: string, known: readonly string[]): InputProblem {
  return { kind: "unknownCase", id, known, nearest: nearest(id, known) };
}
