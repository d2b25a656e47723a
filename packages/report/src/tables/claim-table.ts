import { type ClaimOutcome, createTerms, type Lang, type SeriesView, sayClaim, testClaims } from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { cell, column, MISSING, plainTable, row, type Table, type Tone } from "./table.ts";
import { CLAIM_OUTCOMES, TABLE_WORDS } from "./words.ts";

export const CLAIM_TONE: Readonly<Record<ClaimOutcome, Tone>> = {
  supported: "good",
  notSupported: "serious",
  cannotTell: "question",
  notTested: "quiet",
};

/** Order of reading: what the record does not bear out comes first. */
const CLAIM_ORDER: readonly ClaimOutcome[] = ["notSupported", "cannotTell", "supported", "notTested"];

/** What the authors say against what their record says, with the place of every claim. */
export function claimTable(view: SeriesView, lang: Lang): Table {
  const t = createTerms(lang);
  const places = new Map((view.series.claims ?? []).map((claim) => [claim.id, claim.place]));
  const results = [...testClaims(view)].sort((a, b) => CLAIM_ORDER.indexOf(a.outcome) - CLAIM_ORDER.indexOf(b.outcome));
  return plainTable(
    { id: "claims", lang, title: t.text(TABLE_WORDS.claimTitle) },
    [column("left"), column("left", true), column("left", true), column("left", true)],
    [
      t.text(TABLE_WORDS.outcome),
      t.text(TABLE_WORDS.claim),
      t.text(TABLE_WORDS.whatTheRecordSays),
      t.text(TABLE_WORDS.place),
    ],
    results.map((result) =>
      row(
        cell(t.text(CLAIM_OUTCOMES[result.outcome]), { tone: CLAIM_TONE[result.outcome] }),
        cell(headed(t.word("claim", result.kind))),
        cell(sayClaim(result, t)),
        cell(places.get(result.claim) ?? MISSING[lang]),
      ),
    ),
  );
}
