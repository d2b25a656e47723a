import { type ReadResult, readSeries, type Series } from "@materbone/clinical";

/** What is asked of a new series, as typed. */
export type SeriesFields = {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly centre: string;
  readonly fromYear: string;
  readonly toYear: string;
};

/** The series that the fields describe, without women, or what is wrong with them. */
export function newSeries(fields: SeriesFields, cases: Series["cases"] = []): ReadResult<Series> {
  const [en, zh, centre] = [fields.en.trim(), fields.zh.trim(), fields.centre.trim()];
  const years = yearsOf(fields);
  return readSeries({
    schema: "materbone/series/1",
    id: fields.id.trim(),
    title: Object.fromEntries(Object.entries({ en, zh }).filter(([, words]) => words !== "")),
    origin: "registry",
    ...(centre === "" ? {} : { centre }),
    ...(years === undefined ? {} : { recruitmentYears: years }),
    cases,
  });
}

/** First and last year; one that is left out is the other. `undefined` when neither is given. */
function yearsOf({ fromYear, toYear }: SeriesFields): readonly [unknown, unknown] | undefined {
  const from = fromYear.trim() || toYear.trim();
  const to = toYear.trim() || from;
  return from === "" ? undefined : [numberOf(from), numberOf(to)];
}

/** What is no number stays as typed, so that the format can say what is wrong with it. */
function numberOf(text: string): unknown {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
