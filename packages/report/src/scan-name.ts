import { localText, type Scan, type Terms, type Timed } from "@materbone/clinical";
import { printedMonthInterval } from "./tables/printed.ts";

/** Label of a scan, else her month, else which one of the record it is: an id says nothing to a reader. */
export function scanName(scan: Timed<Scan>, t: Terms): string {
  if (scan.entry.label !== undefined) return localText(scan.entry.label, t.lang);
  if (scan.when === undefined) {
    // Counted as the record and its form count them.
    const number = Number(scan.at.split("/").at(-1)) + 1;
    return t.lang === "zh" ? `第${number}次` : `scan ${number}`;
  }
  const months = printedMonthInterval(scan.when, t);
  return t.lang === "zh" ? `产后${months}个月` : `month ${months}`;
}
