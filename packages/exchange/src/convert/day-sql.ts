/**
 * DuckDB expression: the interval of days `{low, high}` that a date as text covers, NULL where it is no date.
 * Read are `2024`, `2024-03`, `2024-03-05` and anything after a full date that starts with `T` or a blank: the day counts as
 * written, in its own offset. There is no year 0000.
 *
 * @param text - an expression of type VARCHAR
 */
export function lowDay(text: string): string {
  // Most dates are full, and a pattern tells so in one look; a cast alone would read `epoch`, `infinity` and years of five
  // figures too.
  const isFull = ["", "T%", " %"].map((rest) => `${text} LIKE '____-__-__${rest}'`).join(" OR ");
  // Of the year 0000 a cast would make 1 BC, which no question can hold.
  return `CASE
    WHEN starts_with(${text}, '0000') THEN NULL
    WHEN ${isFull} THEN TRY_CAST(${text}[1:10] AS DATE)
    WHEN length(${text}) = 7 AND ${text}[5] = '-' THEN TRY_CAST(concat(${text}, '-01') AS DATE)
    WHEN length(${text}) = 4 AND regexp_full_match(${text}, '[0-9]{4}') THEN TRY_CAST(concat(${text}, '-01-01') AS DATE)
  END`;
}

/** The last day of the interval that `lowDay` begins. */
export function highDay(text: string, low: string): string {
  return `CASE length(${text})
    WHEN 7 THEN last_day(${low})
    WHEN 4 THEN CAST(${low} + INTERVAL 1 YEAR - INTERVAL 1 DAY AS DATE)
    ELSE ${low}
  END`;
}
