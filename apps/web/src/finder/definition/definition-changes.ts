import { createTerms, type Lang, localText, type Text } from "@materbone/clinical";
import { type CohortDefinition, type DefinitionLine, presetDefinitions, sayDefinition } from "@materbone/finder";
import { sayConceptSet } from "./say-rule.ts";

/** What one part of a definition says in place of what it said; one of the two is empty for a part that came or went. */
export type DefinitionChange = {
  readonly part: string;
  readonly heading: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
};

const ORDER: Text = { en: "Order of the tiers", zh: "层级顺序" };
const CODES: Text = { en: "Codes", zh: "编码" };

/**
 * What a definition says otherwise than another, part by part in its own order; ids, versions and names of the whole aside.
 * A tier whose window was changed is not told again: the window is.
 */
export function definitionChanges(
  before: CohortDefinition,
  after: CohortDefinition,
  lang: Lang,
): readonly DefinitionChange[] {
  const [old, now] = [partsOf(before, lang), partsOf(after, lang)];
  const moved = partsOf(withPartsOf(before, after), lang);
  const changes = [...new Set([...now.keys(), ...old.keys()])].flatMap((part): readonly DefinitionChange[] => {
    const [was, is] = [old.get(part), now.get(part)];
    const [one, other] = [was?.lines ?? [], is?.lines ?? []];
    const isNamed = part.startsWith("/windows/") || part.startsWith("/streams/");
    const compared = isNamed ? one : (moved.get(part)?.lines ?? []);
    if (compared.join("\n") === other.join("\n")) return [];
    return [{ part, heading: (is ?? was)?.heading ?? "", before: one, after: other }];
  });
  return [...changes, ...orderChange(before, after, lang)];
}

/** The shipped definition that a definition says least otherwise than. */
export function nearestShipped(definition: CohortDefinition): CohortDefinition | undefined {
  const distances = presetDefinitions.map((shipped) => ({
    shipped,
    changes: definitionChanges(shipped, definition, "en").length,
  }));
  return distances.reduce((best, one) => (one.changes < best.changes ? one : best), distances[0] ?? NOTHING).shipped;
}

const NOTHING = { shipped: undefined, changes: Number.POSITIVE_INFINITY };

/** A definition with the windows and the events of another, as far as both have them. */
function withPartsOf(definition: CohortDefinition, other: CohortDefinition): CohortDefinition {
  return {
    ...definition,
    windows: { ...definition.windows, ...other.windows },
    streams: { ...definition.streams, ...other.streams },
  };
}

type Part = { readonly heading: string; readonly lines: readonly string[] };

function partsOf(definition: CohortDefinition, lang: Lang): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const { heading, lines } of sayDefinition(definition, lang).sections) {
    for (const line of lines) {
      const part = partOf(definition, line);
      const known = parts.get(part)?.lines ?? [];
      parts.set(part, { heading, lines: [...known, known.length === 0 ? unnumbered(line) : line.text] });
    }
  }
  const terms = createTerms(lang);
  for (const [name, set] of Object.entries(definition.concepts ?? {})) {
    parts.set(`/concepts/${name}`, { heading: CODES[lang], lines: [sayConceptSet(set, terms)] });
  }
  return parts;
}

/** Tiers and exclusions by their ids, so that one that moves stays the same; each source by what it says. */
function partOf({ tiers, exclusions }: CohortDefinition, { at, text }: DefinitionLine): string {
  const [, list, position] = /^\/(tiers|exclusions)\/(\d+)$/.exec(at) ?? [];
  if (list === undefined) return at === "/sources" ? `${at}/${text}` : at;
  const entry = (list === "tiers" ? tiers : exclusions)[Number(position)];
  return `/${list}/${entry?.id ?? position}`;
}

function unnumbered({ at, text }: DefinitionLine): string {
  return at.startsWith("/tiers/") ? text.replace(/^\d+\. /, "") : text;
}

function orderChange(before: CohortDefinition, after: CohortDefinition, lang: Lang): readonly DefinitionChange[] {
  const ids = after.tiers.map(({ id }) => id);
  const shared = before.tiers.filter(({ id }) => ids.includes(id));
  const now = after.tiers.filter(({ id }) => shared.some((tier) => tier.id === id));
  if (shared.every(({ id }, position) => now[position]?.id === id)) return [];
  const named = (tiers: CohortDefinition["tiers"]): readonly string[] =>
    tiers.map(({ name }, position) => `${position + 1}. ${localText(name, lang)}`);
  return [{ part: "/tiers", heading: ORDER[lang], before: named(shared), after: named(now) }];
}
