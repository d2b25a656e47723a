import { splitBlock, tableNumber } from "../paste/split-block.ts";

/** Repeated scans read from a pasted block: the people taken over, and the lines that were not understood. */
export type PastedRepeats = {
  readonly people: readonly (readonly number[])[];
  readonly leftovers: readonly string[];
};

/** BMD that can be g/cm²; the limits of the record's schema. */
const LOWEST = 0.1;
const HIGHEST = 2.5;

/**
 * One person a line, two or more BMD values in g/cm². A number of the person or a name before them is passed over; a line of
 * headings has no value and is passed over too. A line with one value, or one that cannot be BMD, is left.
 */
export function pastedRepeats(text: string): PastedRepeats {
  const people: (readonly number[])[] = [];
  const leftovers: string[] = [];
  for (const cells of splitBlock(text.replaceAll(",", "\t").replaceAll(/([0-9]) +(?=[0-9.])/g, "$1\t"))) {
    const numbers = cells.map(tableNumber);
    const values = numbers.filter((number) => number !== undefined);
    // "3  0.812  0.804": a whole number in front counts the people.
    const scans =
      values.length > 2 && Number.isInteger(values[0]) && numbers[0] !== undefined ? values.slice(1) : values;
    if (scans.length === 0) continue;
    const isBmd = scans.length >= 2 && scans.every((bmd) => bmd >= LOWEST && bmd <= HIGHEST);
    if (isBmd) people.push(scans);
    else leftovers.push(cells.join(" "));
  }
  return { people, leftovers };
}
