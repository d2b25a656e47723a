/** Begins an English sentence with a capital, unless the first word is an abbreviation such as eGFR or a Greek letter. */
export function sentence(text: string): string {
  return /^[a-z][a-z ]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
