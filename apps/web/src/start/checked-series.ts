import { type CaseRecord, createTerms, type Lang, type Series, sayProblem } from "@materbone/clinical";
import { placeWords } from "../parts/place-words.ts";
import { newSeries, type SeriesFields } from "./new-series.ts";

/** The series that the fields describe, or what is wrong with them in sentences of `lang`. */
export function checkedSeries(
  fields: SeriesFields,
  cases: readonly CaseRecord[],
  lang: Lang,
):
  | { readonly kind: "made"; readonly series: Series }
  | { readonly kind: "refused"; readonly sentences: readonly string[] } {
  const result = newSeries(fields, [...cases]);
  if (result.kind === "read") return { kind: "made", series: result.value };
  const terms = createTerms(lang);
  const colon = lang === "zh" ? "：" : ": ";
  return {
    kind: "refused",
    sentences: result.problems.map(
      (problem) => `${placeWords(problem.at, "series", terms)}${colon}${sayProblem(problem, terms)}`,
    ),
  };
}
