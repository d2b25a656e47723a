/**
 * Blanks that are taken off the ends of a text: the space separators, the ideographic space of Chinese texts among them. The
 * `trim` of DuckDB, by which files are converted, takes the same.
 *
 * @see Unicode Standard 16.0, UnicodeData.txt, general category Zs
 */
export const BLANKS: string = String.fromCodePoint(
  0x20,
  0xa0,
  0x1680,
  ...Array.from({ length: 11 }, (_, index) => 0x2000 + index),
  0x202f,
  0x205f,
  0x3000,
);
