import {
  type BmdResponse,
  type CaseView,
  type Interval,
  localText,
  type Scan,
  type Terms,
  type Timed,
  type When,
} from "@materbone/clinical";
import { sayComparability } from "../tables/comparability.ts";
import { atMonth, headed, isTimed } from "./time-words.ts";

/** "month 22 (derived)", "产后22个月（推算）": a time with how it is known. */
export function timeWithBasis(when: Interval | undefined, entry: When | undefined, terms: Terms): string {
  const time = atMonth(when, entry, terms);
  if (entry?.basis === undefined || !isTimed(when)) return time;
  const basis = terms.word("timeBasis", entry.basis);
  return terms.lang === "zh" ? `${time}（${basis}）` : `${time} (${basis})`;
}

/** Parts of what a reader is told, most telling first. */
export function told(parts: readonly string[], terms: Terms): string {
  return parts.filter((part) => part !== "").join(terms.lang === "zh" ? "；" : "; ");
}

/** "Lumbar spine, month 22 (derived)". */
export function whatAndWhen(what: string, time: string, terms: Terms): string {
  return `${headed(what)}${terms.lang === "zh" ? "，" : ", "}${time}`;
}

/** The device of a scan by name, or that none is recorded. */
export function deviceWords(scan: Timed<Scan>, view: CaseView, terms: Terms): string {
  const { device } = scan.entry;
  if (device === undefined) return DEVICE_NOT_RECORDED[terms.lang];
  const known = view.context.methods?.densitometers?.find((each) => each.id === device);
  const name = known === undefined ? device : `${known.manufacturer} ${known.model}`;
  return DEVICE[terms.lang](name);
}

/** "+12.54% from month 15: gain (LSC 5.3%)", with why two scans are not comparable. */
export function changeWords(response: BmdResponse, terms: Terms): readonly string[] {
  const from = atMonth(response.from.when, response.from.entry.at, terms);
  const percent = `${terms.signed(response.percent, 2)}%`;
  const limit = response.lscPercent === undefined ? "" : terms.fixed(response.lscPercent, 2).replace(/0$/, "");
  const verdict = terms.word("response", response.verdict);
  const reasons = response.reasons.map((reason) => sayComparability(reason, terms));
  return [
    CHANGE[terms.lang]({ percent, from, verdict, limit }),
    ...(reasons.length === 0 ? [] : [terms.series(reasons)]),
  ];
}

/** "before treatment", as the source names the scan; empty where it has no name. */
export function scanLabel(scan: Timed<Scan>, terms: Terms): string {
  return scan.entry.label === undefined ? "" : localText(scan.entry.label, terms.lang);
}

const DEVICE_NOT_RECORDED = { en: "device not recorded", zh: "仪器未记录" };
const DEVICE = {
  en: (name: string): string => `device ${name}`,
  zh: (name: string): string => `仪器：${name}`,
};

type ChangeFacts = {
  readonly percent: string;
  readonly from: string;
  readonly verdict: string;
  readonly limit: string;
};

const CHANGE = {
  en: ({ percent, from, verdict, limit }: ChangeFacts): string =>
    `${percent} from ${from}: ${verdict}${limit === "" ? "" : ` (LSC ${limit}%)`}`,
  zh: ({ percent, from, verdict, limit }: ChangeFacts): string =>
    `较${from}${percent}：${verdict}${limit === "" ? "" : `（LSC ${limit}%）`}`,
};
