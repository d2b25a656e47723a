/** A stretch of time on the axis of months from delivery; ends may be infinite. */
export type Span = { readonly from: number; readonly to: number };

/** The stretches that any of the spans covers, in order and apart; spans that touch become one. */
export function union(spans: readonly Span[]): readonly Span[] {
  const ordered = spans.filter((span) => span.from <= span.to).sort((a, b) => a.from - b.from);
  const joined: Span[] = [];
  for (const span of ordered) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      joined.push(span);
    }
  }
  return joined;
}

/** Length of the union of the spans. */
export function covered(spans: readonly Span[]): number {
  return union(spans).reduce((sum, span) => sum + (span.to - span.from), 0);
}

/** The stretches of `within` that none of the spans covers; those of no length are left out. */
export function uncovered(spans: readonly Span[], within: Span): readonly Span[] {
  const free: Span[] = [];
  let from = within.from;
  for (const span of union(spans)) {
    if (span.from > from) free.push({ from, to: Math.min(span.from, within.to) });
    from = Math.max(from, span.to);
  }
  free.push({ from, to: within.to });
  return free.filter((span) => span.from < span.to);
}
