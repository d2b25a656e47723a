import { type CaseView, delay, type Interval, type SeriesView, type Terms } from "@materbone/clinical";
import type { FigureRow } from "./figure-mark.ts";
import type { Lane } from "./lane.ts";
import { lanesOf } from "./lanes-of.ts";
import { headed, isTimed, womanName } from "./time-words.ts";
import { WORDS } from "./words.ts";

const DASH = "–";

export function seriesHeader(terms: Terms): readonly string[] {
  return [WORDS.woman, WORDS.what, WORDS.months, WORDS.endMonths, WORDS.detail].map((text) => terms.text(text));
}

/** Everything recorded on the months axis, woman by woman, with the delay from first symptom to first bone drug. */
export function seriesRows(view: Pick<SeriesView, "cases">, terms: Terms): readonly FigureRow[] {
  return view.cases.flatMap((woman) => {
    const name = womanName(woman.record, terms);
    const { id } = woman.record;
    const rows = lanesOf(woman, terms).flatMap((lane) => laneRows(name, lane, terms));
    const delay = { cells: [name, terms.text(DELAY_NAME), DASH, DASH, delayText(woman, terms)] };
    return [...rows.map((row) => ({ ...row, case: id })), delay];
  });
}

export function seriesDescription(view: Pick<SeriesView, "cases">, terms: Terms): string {
  if (view.cases.length === 0) return terms.text(WORDS.noCases);
  const sentences = view.cases.map((woman) => {
    const name = womanName(woman.record, terms);
    const lanes = lanesOf(woman, terms).filter((lane) => lane.tone === "event" || lane.tone === "boneDrug");
    const parts = lanes.map((lane) => [headed(lane.name), ...lane.details].filter((words) => words !== "").join(" "));
    const delayWords = `${terms.text(DELAY_NAME)} ${delayText(woman, terms)}`;
    return terms.lang === "zh"
      ? `${name}：${[...parts, delayWords].join("；")}。`
      : `${name}: ${[...parts, delayWords].join("; ")}.`;
  });
  return sentences.join(terms.lang === "zh" ? "" : " ");
}

const DELAY_NAME = {
  en: "From first symptom to first bone drug, months",
  zh: "首发症状至首次抗骨质疏松药（月）",
};

function delayText(woman: CaseView, terms: Terms): string {
  const { months } = delay(woman, "symptomToFirstBoneDrug");
  return months === undefined ? terms.text(WORDS.notRecorded) : terms.monthInterval(months);
}

function laneRows(name: string, lane: Lane, terms: Terms): readonly FigureRow[] {
  const print = (when: Interval | undefined): string => (isTimed(when) ? terms.monthInterval(when) : DASH);
  return lane.items.map((item) => {
    const start = item.kind === "bar" ? item.start : item.at;
    const end = item.kind === "bar" ? (item.ongoing ? terms.text(WORDS.ongoing) : print(item.end)) : DASH;
    const detail = item.detail === "" ? lane.details.join("; ") : item.detail;
    return { cells: [name, headed(lane.name), print(start), end, detail], at: item.pointer };
  });
}
