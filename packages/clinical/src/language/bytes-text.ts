const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** A size as a file manager shows it: "0 B", "12 kB", "3.4 MB"; 1 kB is 1000 bytes. */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // What would round to 1000 is 1 of the next.
  while (Math.round(value) >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit >= 2 && value < 100 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}
