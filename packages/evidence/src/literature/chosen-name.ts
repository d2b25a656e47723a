/**
 * A literature, or a part of one, in which the reading in use of an outcome is named by its document and no longer by its
 * position, so that readings can be added and taken out beside it: `li-abstract`, and `li-abstract #2` for its second reading.
 */
export function chosenByName(part: unknown): unknown {
  return everyOutcome(part, ({ chosen, ...outcome }) => {
    const used = namesOf(outcome.readings)[typeof chosen === "number" ? chosen : 0];
    if (used !== undefined) return { ...outcome, chosen: used };
    return chosen === undefined ? outcome : { ...outcome, chosen };
  });
}

/** The same with positions, as the schema has them. A name that no reading has becomes a position after the last. */
export function chosenByPosition(part: unknown): unknown {
  return everyOutcome(part, ({ chosen, ...outcome }) => {
    if (typeof chosen !== "string") return chosen === undefined ? outcome : { ...outcome, chosen };
    const names = namesOf(outcome.readings);
    const position = names.indexOf(chosen);
    return position === 0 ? outcome : { ...outcome, chosen: position < 0 ? names.length : position };
  });
}

type Plain = Readonly<Record<string, unknown>>;

function everyOutcome(part: unknown, change: (outcome: Plain) => Plain): unknown {
  if (Array.isArray(part)) return part.map((entry) => everyOutcome(entry, change));
  if (typeof part !== "object" || part === null) return part;
  const { readings } = part as Plain;
  if (Array.isArray(readings)) return change(part as Plain);
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, everyOutcome(value, change)]));
}

function namesOf(readings: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(readings) ? readings : [];
  const counts = new Map<string, number>();
  return list.map((reading) => {
    const document = String((reading as { readonly document?: unknown } | undefined)?.document);
    const count = (counts.get(document) ?? 0) + 1;
    counts.set(document, count);
    return count === 1 ? document : `${document} #${count}`;
  });
}
