import type { Funnel } from "./funnel.ts";
import { type Form, type FunnelSystem, funnelSystem, restsOfTiers } from "./funnel-system.ts";
import { type Bounds, findSolution } from "./linear-system.ts";

/**
 * Counts below this are hidden. CMS forbids to show 1 to 10 of its beneficiaries, directly or by what can be computed; 0 may
 * be shown.
 *
 * @see CMS Cell Size Suppression Policy, version of 26 January 2024, https://resdac.org/node/1506
 */
export const SMALL_CELL = 11;

/** `small`: from 1 to less than `below`. `hidden`: not small, but a hidden number could be computed from it. */
export type ShownCount =
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "small"; readonly below: number }
  | { readonly kind: "hidden" };

export type ShownStage = { readonly id: string; readonly people: ShownCount; readonly episodes?: ShownCount };

/** A funnel that may leave the hospital. `smallCell` 0: nothing is hidden, for use inside only. */
export type ShownFunnel = { readonly smallCell: number; readonly stages: readonly ShownStage[] };

/** Every count as it is, for use inside the hospital; asked for by name so that nobody gets it by leaving something out. */
export function unsuppressed(funnel: Funnel): ShownFunnel {
  const whole = (count: number): ShownCount => ({ kind: "count", count });
  return {
    smallCell: 0,
    stages: funnel.map(({ id, people, episodes }) => ({
      id,
      people: whole(people),
      ...(episodes === undefined ? {} : { episodes: whole(episodes) }),
    })),
  };
}

/**
 * Hides counts of 1 to `threshold` - 1, and the smallest further counts needed so that nobody who knows the shown ones and
 * how the steps hang together can tell a hidden count, or a difference of steps that is as small, exactly.
 *
 * @param threshold - at least 3: with 2 the only hidden count would be 1
 */
export function suppressed(funnel: Funnel, threshold: number = SMALL_CELL): ShownFunnel {
  if (!(Number.isSafeInteger(threshold) && threshold >= 3)) {
    throw new RangeError(`threshold of small cells must be a whole number from 3, got ${threshold}`);
  }
  const system = funnelSystem(funnel);
  const isSmall = (value: number): boolean => value >= 1 && value < threshold;
  const hidden = hiddenCells(system, threshold, isSmall);
  const shown = (cell: number): ShownCount => {
    const count = system.values[cell] ?? 0;
    if (hidden === "all") return { kind: "hidden" };
    if (isSmall(count)) return { kind: "small", below: threshold };
    return hidden.has(cell) ? { kind: "hidden" } : { kind: "count", count };
  };
  const stages = funnel.map(({ id }, index) => {
    const cell = system.cells[index] ?? { people: 0 };
    const people = shown(cell.people);
    return { id, people, ...(cell.episodes === undefined ? {} : { episodes: shown(cell.episodes) }) };
  });
  return { smallCell: threshold, stages };
}

/** Cells that are not shown; `all` when no choice of them protects every small number. */
function hiddenCells(
  system: FunnelSystem,
  threshold: number,
  isSmall: (value: number) => boolean,
): ReadonlySet<number> | "all" {
  const { values, forms } = system;
  const bySize = values.map((_, cell) => cell).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const hidden = new Set(bySize.filter((cell) => isSmall(values[cell] ?? 0)));
  // Hiding more never tells more: a table that agrees with what is shown goes on to agree.
  const others: Table[] = [];
  const isProtected = (form: Form): boolean => others.some((other) => amount(form, other) !== amount(form, values));
  const isTold = (form: Form, without: ReadonlySet<number>): boolean => {
    const other = otherTable(form, system, without, threshold);
    if (other !== undefined) others.push(other);
    return other === undefined;
  };
  for (;;) {
    const next = [...forms, ...restsOfTiers(system, hidden)].find(
      (form) =>
        (isSmall(amount(form, values)) || isHiddenCell(form, hidden)) && !isProtected(form) && isTold(form, hidden),
    );
    if (next === undefined) return hidden;
    // A cell of 0 tells nothing of anybody and stays.
    const further = bySize.filter((cell) => !hidden.has(cell) && (values[cell] ?? 0) > 0);
    // The first that helps is hidden; so every table that was found agrees with what is shown.
    const enough = further.find((cell) => !isTold(next, new Set([...hidden, cell])));
    const chosen = enough ?? further.find((cell) => next.some(({ unknown }) => unknown === cell)) ?? further[0];
    if (chosen === undefined) return "all";
    hidden.add(chosen);
  }
}

type Table = readonly number[];

/** A table that agrees with what is shown, but not on the number; `undefined` when all agree on it, so that it is told. */
function otherTable(
  form: Form,
  system: FunnelSystem,
  hidden: ReadonlySet<number>,
  threshold: number,
): Table | undefined {
  const { values, inequalities } = system;
  const bounds = boundsOf(values, hidden, threshold);
  const value = amount(form, values);
  const more = { terms: form, least: value + 1 };
  const less = { terms: form.map(({ unknown, factor }) => ({ unknown, factor: -factor })), least: 1 - value };
  return (
    findSolution(bounds, [...inequalities, less], "most") ?? findSolution(bounds, [...inequalities, more], "least")
  );
}

/** What the marks tell: a small count lies below the threshold, a hidden one does not. */
function boundsOf(values: readonly number[], hidden: ReadonlySet<number>, threshold: number): Bounds {
  const most = Math.max(...values) + 2 * threshold;
  return values.map((value, cell) => {
    if (!hidden.has(cell)) return { least: value, most: value };
    return value < threshold ? { least: 1, most: threshold - 1 } : { least: threshold, most };
  });
}

function isHiddenCell(form: Form, hidden: ReadonlySet<number>): boolean {
  const [only] = form;
  return form.length === 1 && only !== undefined && hidden.has(only.unknown);
}

function amount(form: Form, values: readonly number[]): number {
  return form.reduce((sum, { unknown, factor }) => sum + factor * (values[unknown] ?? 0), 0);
}
