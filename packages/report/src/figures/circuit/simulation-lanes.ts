import { type Interval, point, type Terms } from "@materbone/clinical";
import type { FigureRow } from "../figure-mark.ts";
import type { Lane, LaneItem } from "../lane.ts";
import { told } from "../mark-words.ts";
import { headed } from "../time-words.ts";
import { monthWords } from "./course-words.ts";
import type { DrugLane, MonthOrigin, NursingStretch, SimulationFrame } from "./simulation-data.ts";
import { DOSES, NURSING_PART, WEANED, SIMULATION_WORDS as words } from "./simulation-words.ts";

/** Lactation, then the drugs: what drives the courses above. */
export function simulationLanes(frame: SimulationFrame, terms: Terms): readonly Lane[] {
  return [nursingLane(frame, terms), ...(frame.drugs ?? []).map((drug) => drugLane(drug, frame, terms))].filter(
    ({ items }) => items.length > 0,
  );
}

/** A row for every item of the lanes, as long as the header of the courses. */
export function laneRows(lanes: readonly Lane[], columns: number, terms: Terms): readonly FigureRow[] {
  return lanes.flatMap((lane) =>
    lane.items.map((item) => {
      const what = item.detail === "" ? headed(lane.name) : told([headed(lane.name), item.detail], terms);
      return { at: item.pointer, cells: [DASH, what, monthsOf(item, terms), ...new Array(columns - 3).fill(DASH)] };
    }),
  );
}

const DASH = "–";
/** More doses than this are told together, as one bar with a tick at each. */
const MOST_SINGLE_DOSES = 12;

function nursingLane({ nursing = [], weaned, span, since }: SimulationFrame, terms: Terms): Lane {
  const given = nursing.filter(
    ({ intensity, fromMonth, toMonth }) => intensity > 0 && toMonth > span[0] && fromMonth < span[1],
  );
  return {
    name: terms.text(words.nursing),
    details: weaned === undefined ? [] : [weanedWords(weaned, since, terms)],
    tone: "lactation",
    items: given.map((stretch, index) =>
      nursingBar(stretch, index === given.length - 1 ? weaned : undefined, index, since, terms),
    ),
  };
}

function weanedWords(weaned: Interval, since: MonthOrigin, terms: Terms): string {
  return WEANED[terms.lang]({ when: monthWords(weaned, since, terms) }, terms);
}

function nursingBar(
  { fromMonth, toMonth, intensity }: NursingStretch,
  weaned: Interval | undefined,
  index: number,
  since: MonthOrigin,
  terms: Terms,
): LaneItem {
  const facts = {
    percent: terms.fixed(100 * intensity, 0),
    from: terms.months(fromMonth),
    to: terms.months(toMonth),
  };
  const when = weaned === undefined ? [] : [weanedWords(weaned, since, terms)];
  return {
    kind: "bar",
    start: point(fromMonth),
    end: weaned === undefined || weaned.latest < toMonth ? point(toMonth) : weaned,
    ongoing: false,
    // The palest shade still shows that there is some.
    share: Math.max(0.25, Math.min(1, intensity)),
    detail: `${facts.percent}%`,
    label: told([headed(NURSING_PART[terms.lang](facts, terms)), ...when], terms),
    pointer: `lane/nursing/${index}`,
  };
}

function drugLane(drug: DrugLane, { span: [first, last], since }: SimulationFrame, terms: Terms): Lane {
  const doses = drug.doseMonths.filter((month) => month >= first && month <= last);
  const name = terms.text(drug.name);
  const detail = terms.text(drug.detail);
  return {
    name,
    details: [detail],
    tone: "boneDrug",
    items:
      doses.length > MOST_SINGLE_DOSES || drug.toMonth !== undefined ? courseOf(drug, doses, terms) : single(doses),
  };

  function single(months: readonly number[]): readonly LaneItem[] {
    return months.map((month, index) => ({
      kind: "dose",
      at: point(month),
      detail,
      label: told([headed(name), detail, monthWords(month, since, terms)], terms),
      pointer: `lane/${drug.id}/${index}`,
    }));
  }
}

function courseOf(drug: DrugLane, doses: readonly number[], terms: Terms): readonly LaneItem[] {
  const [from] = doses;
  const to = drug.toMonth ?? doses.at(-1);
  if (from === undefined || to === undefined) return [];
  const facts = { count: doses.length, from: terms.months(from), to: terms.months(to) };
  const detail = terms.text(drug.detail);
  return [
    {
      kind: "bar",
      start: point(from),
      end: point(to),
      ongoing: false,
      // One dose and an end: given steadily.
      doses: doses.length > 1 ? doses : undefined,
      detail,
      label: told([headed(terms.text(drug.name)), detail, DOSES[terms.lang](facts, terms)], terms),
      pointer: `lane/${drug.id}/0`,
    },
  ];
}

function monthsOf(item: LaneItem, terms: Terms): string {
  if (item.kind !== "bar") return terms.monthInterval(item.at);
  const { start, end } = item;
  if (start === undefined || end === undefined) return terms.monthInterval(start ?? end);
  return terms.monthInterval({ earliest: start.earliest, latest: end.latest });
}
