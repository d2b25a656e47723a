/**
 * Text as searches compare it: case, width of letters and surrounding space do not count. Line ends part the entries of a
 * search text, so none is left inside.
 */
export function folded(text: string): string {
  return plain(text).normalize("NFKC").toLowerCase().replace(CONTROLS, " ").trim();
}

/** A whole entry, so that a tag is found and not a part of one. */
export function foldedEntry(text: string): string {
  return `\n${folded(text)}\n`;
}

/** Folded id and tags of one woman. */
export function searchText(id: string, tags: readonly string[]): string {
  return `\n${[id, ...tags].map(folded).join("\n")}\n`;
}

/** An id ordered as people read it: runs of digits weigh as numbers, by their length and then their digits. */
export function naturalOrder(id: string): string {
  return id.toLowerCase().replace(/\d+/g, (digits) => {
    const number = digits.replace(/^0+(?=\d)/, "");
    return `${String(number.length).padStart(2, "0")}${number}`;
  });
}

/** Text that every store keeps unchanged: well-formed, and without the NUL that ends text in some. */
export function plain(text: string): string {
  return text.replace(NOT_PLAIN, "\uFFFD");
}

const CONTROLS = /\p{Cc}/gu;
const NOT_PLAIN = /[\p{Surrogate}\0]/gu;
