/** Rows of one page: a browser draws them at once, and a reader looks through them in ten minutes. */
export const PAGE_ROWS = 50;

type Listed = { readonly rank: number; readonly tier: string; readonly sourceId: string };

/** Candidates of a tier whose identifier in the source holds the text, in the order of the worklist. */
export function fitting<T extends Listed>(
  candidates: readonly T[],
  tier: string | undefined,
  text: string,
): readonly T[] {
  const wanted = text.trim().toLowerCase();
  return candidates.filter(
    (candidate) =>
      (tier === undefined || candidate.tier === tier) &&
      (wanted === "" || candidate.sourceId.toLowerCase().includes(wanted)),
  );
}

/** First position of the page to show: that asked for, else that of the woman who is opened, else the first. */
export function pageStart(fits: readonly Listed[], asked: number | undefined, opened: number | undefined): number {
  const position = asked ?? fits.findIndex(({ rank }) => rank === opened);
  const inside = position > 0 && position < fits.length ? position : 0;
  return Math.floor(inside / PAGE_ROWS) * PAGE_ROWS;
}
