import type { Funnel } from "./funnel.ts";
import type { Inequality } from "./linear-system.ts";

/** A sum of counts, each times its factor. */
export type Form = Inequality["terms"];

/**
 * A funnel as unknowns: which count is which, what everybody knows of how they hang together, and the numbers about people
 * that can be computed from them.
 */
export type FunnelSystem = {
  /** The counts, once each: a step whose women and deliveries are the same people has one. */
  readonly values: readonly number[];
  /** Place in `values` of the women and the deliveries of each step, in the funnel's order. */
  readonly cells: readonly { readonly people: number; readonly episodes?: number }[];
  readonly inequalities: readonly Inequality[];
  /** Every count, and every difference that is itself a number of persons, women or deliveries. */
  readonly forms: readonly Form[];
};

/** Reads the relations off the ids of `stageIds`. @throws TypeError when candidates have more deliveries than women */
export function funnelSystem(funnel: Funnel): FunnelSystem {
  const values: number[] = [];
  const cells: { people: number; episodes?: number }[] = [];
  const cellById = new Map<string, { readonly people: number; readonly episodes?: number }>();
  for (const { id, people, episodes } of funnel) {
    const isOnePerWoman = id === "candidates" || id.startsWith("tier_");
    if (isOnePerWoman && episodes !== undefined && episodes !== people) {
      throw new TypeError(`step ${id} of the funnel has not one delivery per woman`);
    }
    const own = { people: values.push(people) - 1 };
    const cell =
      episodes === undefined ? own : { ...own, episodes: isOnePerWoman ? own.people : values.push(episodes) - 1 };
    cells.push(cell);
    cellById.set(id, cell);
  }
  const inequalities: Inequality[] = [];
  const forms: Form[] = values.map((_, unknown) => [{ unknown, factor: 1 }]);
  const atLeast = (form: Form): void => void inequalities.push({ terms: form, least: 0 });
  const isPartOf = (part: string, whole: string): void => {
    const [inner, outer] = [cellById.get(part), cellById.get(whole)];
    if (inner === undefined || outer === undefined) return;
    const rest = difference(outer.people, inner.people);
    atLeast(rest);
    forms.push(rest);
    if (inner.episodes === undefined || outer.episodes === undefined) return;
    const others = difference(outer.episodes, inner.episodes);
    atLeast(others);
    forms.push(others);
    // Women with a second delivery: those of the part are among those of the whole.
    atLeast([...difference(outer.episodes, outer.people), ...difference(inner.people, inner.episodes)]);
  };
  for (const cell of cells) {
    if (cell.episodes === undefined || cell.episodes === cell.people) continue;
    const further = difference(cell.episodes, cell.people);
    atLeast(further);
    forms.push(further);
  }
  for (const [whole, part] of WITHIN) isPartOf(part, whole);
  const ids = funnel.map(({ id }) => id);
  const exclusions = ids.filter((id) => id.startsWith("excluded_"));
  for (const id of exclusions) isPartOf(id, "met");
  for (const id of ids.filter((one) => one.startsWith("unused_"))) isPartOf(id, "aged");
  relateCandidates(cellById, exclusions, ids, inequalities);
  return { values, cells, inequalities, forms };
}

const WITHIN = [
  ["persons", "women"],
  ["women", "delivered"],
  ["delivered", "aged"],
  ["aged", "met"],
  ["met", "candidates"],
] as const;

/** Tiers part the candidates; a woman who met a tier is a candidate or has an exclusion on each such delivery. */
function relateCandidates(
  cellById: ReadonlyMap<string, { readonly people: number; readonly episodes?: number }>,
  exclusions: readonly string[],
  ids: readonly string[],
  inequalities: Inequality[],
): void {
  const candidates = cellById.get("candidates");
  const met = cellById.get("met");
  if (candidates === undefined) return;
  const people = (id: string): Form => {
    const cell = cellById.get(id);
    return cell === undefined ? [] : [{ unknown: cell.people, factor: 1 }];
  };
  const tiers = ids.filter((id) => id.startsWith("tier_")).flatMap(people);
  inequalities.push({ terms: [...tiers, { unknown: candidates.people, factor: -1 }], least: 0 });
  inequalities.push({
    terms: [...tiers.map(({ unknown }) => ({ unknown, factor: -1 })), { unknown: candidates.people, factor: 1 }],
    least: 0,
  });
  if (met === undefined) return;
  inequalities.push({
    terms: [...exclusions.flatMap(people), ...difference(candidates.people, met.people)],
    least: 0,
  });
  for (const id of exclusions) {
    const excluded = cellById.get(id)?.episodes;
    if (excluded === undefined || met.episodes === undefined) continue;
    inequalities.push({
      terms: [...difference(met.episodes, excluded), { unknown: candidates.people, factor: -1 }],
      least: 0,
    });
  }
}

function difference(more: number, less: number): Form {
  return [
    { unknown: more, factor: 1 },
    { unknown: less, factor: -1 },
  ];
}
