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

/** Sideways shifts that keep markers of like height apart: 0 for a marker that stands alone. */
export function dodge(heights: readonly number[], size: number): readonly number[] {
  const order = heights.map((_, index) => index).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const shifts = new Array<number>(heights.length).fill(0);
  let cluster: number[] = [];
  const settle = (): void => {
    cluster.sort((a, b) => a - b);
    cluster.forEach((index, place) => {
      shifts[index] = (place - (cluster.length - 1) / 2) * size;
    });
    cluster = [];
  };
  for (const index of order) {
    const previous = cluster[cluster.length - 1];
    if (previous !== undefined && (heights[index] ?? 0) - (heights[previous] ?? 0) >= size) settle();
    cluster.push(index);
  }
  settle();
  return shifts;
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
