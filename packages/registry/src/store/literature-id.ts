/** Stands in the log where entries of a series have its id; no series can have it, because ids begin with a letter or digit. */
export const LITERATURE_ID = "@literature";
