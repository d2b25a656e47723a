/** A grouping of the rows: its name and the label of each row's group, length k. */
export type Grouping = { readonly name: string; readonly labels: readonly string[] };

/** Groups in the order of their first rows. */
export type Groups = {
  /** Group of each row. */
  readonly unit: Int32Array;
  /** First row of each group. */
  readonly first: Int32Array;
};

/** The groups of labels. */
export function groupsOf(labels: readonly string[]): Groups {
  const places = new Map<string, number>();
  const unit = new Int32Array(labels.length);
  const first = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    let place = places.get(labels[i]);
    if (place === undefined) {
      place = places.size;
      places.set(labels[i], place);
      first[place] = i;
    }
    unit[i] = place;
  }
  return { unit, first: first.subarray(0, places.size) };
}

/** Groups of labels within other groups: equal labels of two outer groups are two groups. */
export function groupsWithin(outer: Groups, labels: readonly string[]): Groups {
  const inner = groupsOf(labels);
  const k = labels.length;
  const width = inner.first.length;
  const places = new Map<number, number>();
  const unit = new Int32Array(k);
  const first = new Int32Array(k);
  for (let i = 0; i < k; i++) {
    const key = outer.unit[i] * width + inner.unit[i];
    let place = places.get(key);
    if (place === undefined) {
      place = places.size;
      places.set(key, place);
      first[place] = i;
    }
    unit[i] = place;
  }
  return { unit, first: first.subarray(0, places.size) };
}

/** Rows of each group. */
export function rowsByGroup({ unit, first }: Groups): Int32Array[] {
  const sizes = new Int32Array(first.length);
  for (const u of unit) sizes[u]++;
  const rows = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let i = 0; i < unit.length; i++) rows[unit[i]][sizes[unit[i]]++] = i;
  return rows;
}
