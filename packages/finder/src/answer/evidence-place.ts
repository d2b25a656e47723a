import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import { clockLeaves, leavesOf, looksOf, nearsOf } from "../plan/criteria.ts";
import { type DayRange, type Inside, insideDays, insideWindow } from "./day-range.ts";

/** What an event is looked at for: as one that a criterion or the clock asks for, or for a value that cannot be used. */
export type LookedAt = "evidence" | "unused";

type Placed = { readonly stream: string; readonly when?: DayRange };

/**
 * Whether events lie where a definition looks for their streams: in a window of a criterion, of the clock or of what is shown
 * beside it, or near an event that a criterion asks for and that lies in its window. The worklist and the explanation of a
 * woman mark their lines by it.
 *
 * @param beside - all events of the woman that the definition looks at
 */
export function evidencePlaces(
  definition: ResolvedDefinition,
  delivery: DayRange,
  beside: readonly Placed[],
  as: LookedAt,
): (event: Placed) => Inside {
  const leaves = leavesOf(definition);
  const window = (name: string, when: DayRange | undefined): Inside => {
    const own = definition.windows[name];
    if (own === undefined) throw new RangeError(`window ${name} of a resolved definition is not there`);
    return insideWindow(own, delivery, when);
  };
  if (as === "unused") return ({ when }) => window(definition.clock.window, when);
  const looks = [...looksOf(leaves), ...clockLeaves(definition)];
  const nears = nearsOf(leaves).map(([leaf, near]) => ({
    near,
    around: beside.flatMap(({ stream, when }) =>
      stream === leaf.event ? [{ when, inside: window(leaf.window, when) }] : [],
    ),
  }));
  return ({ stream, when }) => {
    const inWindows = looks.flatMap((look) => (look.event === stream ? [window(look.window, when)] : []));
    const near = nears.flatMap(({ near: { event, days }, around }) =>
      event === stream ? around.map((of) => together(of.inside, insideDays(days, of.when, when))) : [],
    );
    const places = [...inWindows, ...near];
    return {
      possibly: places.some(({ possibly }) => possibly),
      certainly: places.some(({ certainly }) => certainly),
    };
  };
}

function together(a: Inside, b: Inside): Inside {
  return { possibly: a.possibly && b.possibly, certainly: a.certainly && b.certainly };
}
