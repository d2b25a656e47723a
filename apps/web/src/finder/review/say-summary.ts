import { say, type Terms } from "@materbone/clinical";
import { type Kappa, type Proportion, shareOfAll, type VerdictCounts } from "@materbone/finder";
import { sayDenominator, sayKappa, sayKappaAlone, sayProportion, summaryWords as words } from "./summary-words.ts";

/** "66.7 % (9.4 to 99.2), 2 of 3", or that nothing was settled. */
export function proportionText(share: Proportion, terms: Terms): string {
  if (share.kind === "none") return terms.text(words.none);
  const { estimate, low, high, count, total } = share;
  const percent = (value: number): string => terms.fixed(100 * value, 1);
  return say(
    sayProportion,
    { percent: percent(estimate), low: percent(low), high: percent(high), count, total },
    terms,
  );
}

/** Of whom a predictive value is: of those settled, which may be a part of the list; nothing while nobody is settled. */
export function denominatorText(counts: VerdictCounts, terms: Terms): string | undefined {
  const share = shareOfAll(counts);
  if (share.kind === "none" || share.settled === 0) return undefined;
  const percent = (value: number): string => terms.fixed(100 * value, 1);
  return say(sayDenominator, { ...share, least: percent(share.least), most: percent(share.most) }, terms);
}

/** "0.62 (95 % interval 0.31 to 0.93)". */
export function kappaText(kappa: Kappa, terms: Terms): string {
  if (kappa.kind === "none") return terms.text(words.noKappa);
  const two = (value: number): string => terms.fixed(value, 2);
  const said = { kappa: two(kappa.kappa), low: two(kappa.low), high: two(kappa.high) };
  return said.low === said.high ? say(sayKappaAlone, said, terms) : say(sayKappa, said, terms);
}
