import type { Tone } from "../tables/table.ts";
import { type Html, html } from "./html.ts";

/** A word on a coloured ground; the word carries the meaning. */
export function chip(tone: Tone, words: string): Html {
  return html`<span class="chip ${tone}">${words}</span>`;
}
