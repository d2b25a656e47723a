import type { LocalText } from "./language/text.ts";

/** Where a number or a rule comes from. */
export type Source = {
  /** Author, year, title or document, and place in it. */
  readonly cite: string;
  readonly doi?: string;
  /** `read`: checked in the document; `recalled`: general knowledge, to be confirmed; `assumed`: ours, with the reason in `note`. */
  readonly status: "read" | "recalled" | "assumed";
  /** ISO date of the last check. */
  readonly checked: string;
  readonly note?: LocalText;
};
