import type { Lang } from "@materbone/clinical";
import type { Figure, FigureLayout } from "../figures/figure.ts";
import { type Html, html, NOTHING, trusted } from "./html.ts";
import { REPORT_WORDS } from "./words.ts";

/** `full`: the width of the page; `third`: beside others where there is room. */
type FigureSize = "full" | "third";

/**
 * A figure with its caption and its data as a table. It is drawn twice, for wide and for narrow places; the style sheet
 * shows one of them.
 */
export function figureBlock(draw: (layout: FigureLayout) => Figure, lang: Lang, size: FigureSize = "full"): Html {
  const wide = draw("wide");
  const narrow = draw("narrow");
  return html`<figure class="figure ${size}"><div class="wide">${trusted(wide.svg)}</div><div class="narrow">${trusted(
    narrow.svg,
  )}</div><figcaption>${wide.title}</figcaption>${dataTable(wide, lang)}</figure>`;
}

function dataTable(figure: Figure, lang: Lang): Html {
  if (figure.rows.length === 0) return NOTHING;
  return html`<details class="data"><summary>${REPORT_WORDS.figureData[lang]}</summary><div class="scroll" role="region" tabindex="0" aria-label="${
    figure.title
  }"><table><thead><tr>${figure.header.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead><tbody>${figure.rows.map(
    (cells) => html`<tr>${cells.map((text) => html`<td>${text}</td>`)}</tr>`,
  )}</tbody></table></div></details>`;
}
