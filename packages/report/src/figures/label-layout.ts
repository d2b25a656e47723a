/** A label that wants its middle at `wanted` and needs `height`. */
type WantedLabel = { readonly wanted: number; readonly height: number };

/**
 * Middles of labels moved apart so that none overlaps, in the order given, each as near its wanted place as the others
 * allow (least squares) and inside the limits where they all fit; else the column grows downwards.
 */
export function spreadLabels(labels: readonly WantedLabel[], limits: readonly [number, number]): readonly number[] {
  const order = labels.map((_, index) => index).sort((a, b) => wantedOf(labels, a) - wantedOf(labels, b) || a - b);
  // Pool adjacent violators on the tops that the labels would have if all heights were stacked away.
  const blocks: { sum: number; count: number }[] = [];
  const stacked: number[] = [];
  let above = 0;
  for (const index of order) {
    const label = labels[index];
    if (label === undefined) continue;
    stacked.push(above);
    blocks.push({ sum: label.wanted - label.height / 2 - above, count: 1 });
    above += label.height;
    merge(blocks);
  }
  const lowest = limits[0];
  const highest = Math.max(lowest, limits[1] - above);
  const placed = new Array<number>(labels.length).fill(0);
  let position = 0;
  for (const block of blocks) {
    const top = Math.min(highest, Math.max(lowest, block.sum / block.count));
    for (let member = 0; member < block.count; member++) {
      const index = order[position] ?? 0;
      placed[index] = top + (stacked[position] ?? 0) + (labels[index]?.height ?? 0) / 2;
      position++;
    }
  }
  return placed;
}

function wantedOf(labels: readonly WantedLabel[], index: number): number {
  return labels[index]?.wanted ?? 0;
}

function merge(blocks: { sum: number; count: number }[]): void {
  for (;;) {
    const last = blocks[blocks.length - 1];
    const before = blocks[blocks.length - 2];
    if (last === undefined || before === undefined || before.sum / before.count <= last.sum / last.count) return;
    blocks.pop();
    before.sum += last.sum;
    before.count += last.count;
  }
}
