/** The sentence of the mistake at a place of a table, or beneath it. */
export type ErrorAt = (place: string) => string | undefined;
