import type { Funnel } from "./funnel.ts";
import type { Inequality } from "./linear-system.ts";

/** A sum of counts, each times its factor. */
export type Form = Inequality["terms"];

type Cell = { readonly people: number; readonly episodes?: number };

/**
 * A funnel as unknowns: which count is which, what everybody knows of how they hang together, and the numbers about people
 * that can be computed from them.
 */
export type FunnelSystem = {
  /** The counts, once each: a step whose women and deliveries are the same people has one. */
  readonly values: readonly number[];
  /** Place in `values` of the women and the deliveries of each step, in the funnel's order. */
  readonly cells: readonly Cell[];
  readonly inequalities: readonly Inequality[];
  /** Every count, and every difference and sum that is itself a number of women or deliveries, but for those of tiers. */
  readonly forms: readonly Form[];
  /** Places of the tiers. */
  readonly tiers: readonly number[];
  /** Places of the counts that all tiers are part of: the candidates, and women and deliveries of the steps before them. */
  readonly aroundTiers: readonly number[];
};

/** Reads the relations off the ids of `stageIds`. @throws TypeError when candidates have more deliveries than women */
export function funnelSystem(funnel: Funnel): FunnelSystem {
  const values: number[] = [];
  const cells: Cell[] = [];
  const cellById = new Map<string, Cell>();
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
  const named = (start: string): readonly Cell[] =>
    funnel.flatMap(({ id }, index) => (id.startsWith(start) ? (cells[index] ?? []) : []));
  const steps = (...ids: readonly string[]): readonly Cell[] => ids.flatMap((id) => cellById.get(id) ?? []);
  const chain = steps(...CHAIN);
  const within: readonly Within[] = [
    ...chain.map((part, index) => ({ part, wholes: chain.slice(0, index) })),
    ...named("excluded_").map((part) => ({ part, wholes: steps(...upTo("met")) })),
    ...named("unused_").map((part) => ({ part, wholes: steps(...upTo("aged")) })),
  ];
  const [met] = steps("met");
  const [candidates] = steps("candidates");
  const beside =
    met === undefined || candidates === undefined ? [] : besideExclusions(met, named("excluded_"), candidates);
  // What lies outside the nearest whole is not negative; so nothing outside the others is.
  const least = [
    ...cells.map(furtherOf),
    ...within.flatMap(({ part, wholes }) => wholes.slice(-1).flatMap((whole) => outside(part, whole))),
    ...beside,
  ];
  const further = within.flatMap(({ part, wholes }) => wholes.slice(0, -1).flatMap((whole) => outside(part, whole)));
  const tiers = candidates === undefined ? [] : named("tier_").map(({ people }) => people);
  return {
    values,
    cells,
    inequalities: [
      ...least.map((terms) => ({ terms, least: 0 })),
      ...(candidates === undefined ? [] : partsOf(candidates, tiers)),
    ],
    forms: [...values.map((_, unknown): Form => [{ unknown, factor: 1 }]), ...least, ...further],
    tiers,
    aroundTiers: [...new Set(chain.flatMap(({ people, episodes }) => [people, episodes ?? people]))],
  };
}

/**
 * The numbers of tiers that can be computed: the rest of each count around the tiers without those tiers that are shown.
 *
 * No other sum of tiers has to be looked at where no hidden tier can be told alone. Tiers hang together by their sum only. Where
 * each of two can change, one may grow as the other shrinks; so whatever holds one of them and not the other is not told either.
 */
export function restsOfTiers({ tiers, aroundTiers }: FunnelSystem, hidden: ReadonlySet<number>): readonly Form[] {
  const shown = tiers.filter((tier) => !hidden.has(tier)).map((unknown) => ({ unknown, factor: -1 }));
  return aroundTiers.map((unknown) => [{ unknown, factor: 1 }, ...shown]);
}

/** A step, and the steps that hold it, the nearest last. */
type Within = { readonly part: Cell; readonly wholes: readonly Cell[] };

/** Each step holds the next. */
const CHAIN: readonly string[] = ["persons", "women", "delivered", "aged", "met", "candidates"];

function upTo(id: string): readonly string[] {
  return CHAIN.slice(0, CHAIN.indexOf(id) + 1);
}

/** Deliveries beyond one of each woman. */
function furtherOf({ people, episodes }: Cell): Form {
  return episodes === undefined ? [] : difference(episodes, people);
}

/** What a whole has beside its part: women, deliveries, and deliveries beyond one of each woman. */
function outside(part: Cell, whole: Cell): readonly Form[] {
  const women = difference(whole.people, part.people);
  if (whole.episodes === undefined || part.episodes === undefined) return [women];
  return [
    women,
    difference(whole.episodes, part.episodes),
    difference(whole.episodes, part.people),
    // Women with a second delivery: those of the part are among those of the whole.
    [...difference(whole.episodes, whole.people), ...difference(part.people, part.episodes)],
  ];
}

/** Tiers part the candidates. */
function partsOf(candidates: Cell, tiers: readonly number[]): readonly Inequality[] {
  return [1, -1].map((factor) => ({
    terms: [...tiers.map((unknown) => ({ unknown, factor })), { unknown: candidates.people, factor: -factor }],
    least: 0,
  }));
}

/** A woman who met a tier is a candidate or has an exclusion on each such delivery; candidates may have another one with it. */
function besideExclusions(met: Cell, exclusions: readonly Cell[], candidates: Cell): readonly Form[] {
  const all = exclusions.map(({ people }) => ({ unknown: people, factor: 1 }));
  return [
    [...all, ...difference(candidates.people, met.people)],
    ...exclusions.flatMap(({ episodes }) =>
      episodes === undefined || met.episodes === undefined
        ? []
        : [[...difference(met.episodes, episodes), { unknown: candidates.people, factor: -1 }]],
    ),
  ];
}

function difference(more: number, less: number): Form {
  return more === less
    ? []
    : [
        { unknown: more, factor: 1 },
        { unknown: less, factor: -1 },
      ];
}
