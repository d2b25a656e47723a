/** A grouping of the rows: its name and the label of each row's group, length k. */
export type Grouping = { readonly name: string; readonly labels: readonly string[] };

/** Groups in the order of their first rows. */
export type Groups = {
  readonly labels: readonly string[];
  /** Group of each row. */
  readonly unit: Int32Array;
  /** Rows of each group. */
  readonly rows: readonly Int32Array[];
};

export function groupsOf(labels: readonly string[]): Groups {
  const places = new Map<string, number>();
  const rows: number[][] = [];
  const unit = Int32Array.from(labels, (label, i) => {
    let place = places.get(label);
    if (place === undefined) {
      place = rows.length;
      places.set(label, place);
      rows.push([]);
    }
    rows[place].push(i);
    return place;
  });
  return { labels: [...places.keys()], unit, rows: rows.map((list) => Int32Array.from(list)) };
}
