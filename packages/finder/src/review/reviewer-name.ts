/**
 * Names that a reviewer may have, in the composed form of Unicode: letters and digits of any script, with blanks, dots, dashes,
 * middle dots (阿依古丽·买买提) and apostrophes inside.
 */
export const REVIEWER_NAME: RegExp = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._ ·'’-]{0,38}[\p{L}\p{M}\p{N}._'’-])?$/u;

/** The same for every spelling of one name: `Li Wei`, `li wei` and `ＬＩ ＷＥＩ` are one reviewer, who must not agree with herself. */
export function reviewerKey(name: string): string {
  const plain = name.normalize("NFKC").replaceAll("’", "'").replace(/\s+/gu, " ").trim();
  // Upper case first: ß and SS are one, which lower case alone keeps apart.
  return plain.toUpperCase().toLowerCase().normalize("NFKC");
}

/** Is it the same name in the same spelling? */
export function isSpelledAlike(one: string, other: string): boolean {
  return one.normalize("NFC") === other.normalize("NFC");
}
