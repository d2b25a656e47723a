import { type ClaimResult, type SeriesView, sayClaim, type Terms, testClaims } from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { CLAIM_TONE } from "../tables/claim-table.ts";
import { CLAIM_OUTCOMES } from "../tables/words.ts";
import { chip } from "./chip.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { REPORT_WORDS } from "./words.ts";

/** Claims that the record does not bear out or cannot judge come first and open; the others stand in a disclosure. */
export function claimsSection(view: SeriesView, t: Terms): Html {
  const results = testClaims(view);
  const places = new Map((view.series.claims ?? []).map((claim) => [claim.id, claim.place]));
  const first = results.filter((result) => result.outcome === "notSupported");
  const open = results.filter((result) => result.outcome === "cannotTell");
  const supported = results.filter((result) => result.outcome === "supported");
  const kept = results.filter((result) => result.outcome === "notTested");
  const rest = [...supported, ...kept];
  const list = (some: readonly ClaimResult[]): Html =>
    html`<ul class="claims">${some.map((result) => claimItem(result, places.get(result.claim), t))}</ul>`;
  return html`<section id="claims"><h2>${t.text(REPORT_WORDS.claims)}</h2><p class="lead">${
    results.length === 0 ? t.text(REPORT_WORDS.noClaims) : t.text(REPORT_WORDS.claimsLead)
  }</p>${
    results.length === 0
      ? NOTHING
      : html`<div class="card">${list([...first, ...open])}${
          rest.length === 0
            ? NOTHING
            : html`<details class="print-open"><summary>${t.text(REPORT_WORDS.otherClaims)} <span class="count">${rest.length}</span></summary>${list(rest)}</details>`
        }</div>`
  }</section>`;
}

function claimItem(result: ClaimResult, place: string | undefined, t: Terms): Html {
  return html`<li>${chip(CLAIM_TONE[result.outcome], t.text(CLAIM_OUTCOMES[result.outcome]))}<p class="message"><strong>${headed(
    t.word("claim", result.kind),
  )}</strong>${t.lang === "zh" ? "：" : ". "}${sayClaim(result, t)}${
    place === undefined ? NOTHING : html` <span class="meta">${place}</span>`
  }</p></li>`;
}
