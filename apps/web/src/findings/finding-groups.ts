import { type Finding, SEVERITIES, type Severity } from "@materbone/clinical";
import type { FindingGrouping, FindingsSearch } from "./findings-search.ts";

/** Stands for the series itself where an address names a woman. */
export const SERIES_ITSELF = "-";

/** The parts of the inbox's address that narrow the list. */
export type FindingFilter = Pick<FindingsSearch, "severity" | "rule" | "case" | "state">;
type Facet = keyof FindingFilter;

/** Findings under one heading, gravest first. */
export type FindingGroup = {
  /** Rule id, or woman (`-` for the series). */
  readonly key: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
};

/** How many findings each value of a filter would show, the other filters staying as they are. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

export function ownerOf(finding: Pick<Finding, "case">): string {
  return finding.case ?? SERIES_ITSELF;
}

/** Findings that every filter lets through. */
export function filtered(findings: readonly Finding[], filter: FindingFilter): readonly Finding[] {
  return findings.filter((finding) => FACETS.every((facet) => passes(finding, filter, facet)));
}

export function facetCounts(findings: readonly Finding[], filter: FindingFilter): FacetCounts {
  const countsOf = (facet: Facet): ReadonlyMap<string, number> => {
    const others = FACETS.filter((other) => other !== facet);
    const counts = new Map<string, number>();
    for (const finding of findings) {
      if (!others.every((other) => passes(finding, filter, other))) continue;
      const value = VALUE_OF[facet](finding);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  return {
    severity: countsOf("severity"),
    rule: countsOf("rule"),
    case: countsOf("case"),
    state: countsOf("state"),
  };
}

/**
 * Findings under their rule or their woman. Groups with the gravest come first, then those with most; women keep the order
 * of the series, the series itself stands first.
 */
export function grouped(findings: readonly Finding[], by: FindingGrouping): readonly FindingGroup[] {
  const lists = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = by === "rule" ? finding.rule : ownerOf(finding);
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [finding]);
    else list.push(finding);
  }
  const groups = [...lists].map(([key, list]) => {
    const ordered = gravestFirst(list);
    return { key, severity: ordered[0]?.severity ?? "info", findings: ordered };
  });
  if (by === "woman") return groups;
  return groups.sort((a, b) => weight(b.severity) - weight(a.severity) || b.findings.length - a.findings.length);
}

/** Open findings by severity, gravest first; severities without any are left out. */
export function openBySeverity(
  findings: readonly Finding[],
): readonly { readonly severity: Severity; readonly count: number }[] {
  return SEVERITIES.toReversed().flatMap((severity) => {
    const count = findings.filter((finding) => finding.state === "open" && finding.severity === severity).length;
    return count === 0 ? [] : [{ severity, count }];
  });
}

/** Findings of each severity, gravest first; severities without any are left out. */
export function bySeverity(
  findings: readonly Finding[],
): readonly { readonly severity: Severity; readonly findings: readonly Finding[] }[] {
  return SEVERITIES.toReversed().flatMap((severity) => {
    const list = gravestFirst(findings.filter((finding) => finding.severity === severity));
    return list.length === 0 ? [] : [{ severity, findings: list }];
  });
}

/** Gravest first, open before reviewed, else in the order they came. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => weight(b.severity) - weight(a.severity) || Number(a.state !== "open") - Number(b.state !== "open"),
  );
}

/** Names one finding of a list; alike ones of one place are told apart by their facts. */
export function findingKey(finding: Finding): string {
  return JSON.stringify([finding.rule, finding.case, finding.at, finding.facts]);
}

const VALUE_OF: Readonly<Record<Facet, (finding: Finding) => string>> = {
  severity: (finding) => finding.severity,
  rule: (finding) => finding.rule,
  case: ownerOf,
  state: (finding) => finding.state,
};
const FACETS = ["severity", "rule", "case", "state"] as const satisfies readonly Facet[];

function passes(finding: Finding, filter: FindingFilter, facet: Facet): boolean {
  const wanted = filter[facet];
  return wanted === undefined || VALUE_OF[facet](finding) === wanted;
}

function weight(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
