import { LINE_HEIGHT } from "./theme.ts";

/**
 * Width of a line of text in the units of `size`, on the wide side: widths of DejaVu Sans, among the widest of the
 * fonts that `system-ui` may name, and one em per Chinese character.
 */
export function textWidth(text: string, size: number, weight: "normal" | "bold" = "normal"): number {
  let ems = 0;
  for (const character of text) ems += characterEms(character);
  return ems * size * (weight === "bold" ? BOLD : 1);
}

/**
 * Breaks text into lines no wider than `width`: at spaces that are not no-break spaces, behind the hyphen of a double
 * name, and between Chinese characters, but not before a stop or behind an opening bracket.
 */
export function wrapText(text: string, width: number, size: number, weight: "normal" | "bold" = "normal"): string[] {
  // Most texts of a figure are cells that fit.
  if (textWidth(text.trimEnd(), size, weight) <= width) return text.trim() === "" ? [] : [text.trimEnd()];
  const lines: string[] = [];
  let current = "";
  for (const piece of pieces(text)) {
    const longer = current + piece;
    if (current === "" || textWidth(longer.trimEnd(), size, weight) <= width) {
      current = longer;
    } else {
      lines.push(current.trimEnd());
      current = piece.trimStart();
    }
    while (textWidth(current.trimEnd(), size, weight) > width && [...current.trimEnd()].length > 1) {
      const fitting = headThatFits(current, width, size, weight);
      lines.push(fitting);
      current = current.slice(fitting.length);
    }
  }
  if (current.trim() !== "") lines.push(current.trimEnd());
  return lines;
}

/** Height of wrapped text. */
export function textHeight(lines: number, size: number): number {
  return lines * size * LINE_HEIGHT;
}

const BOLD = 1.1;

const NARROW = /[ijlI.,:;'|!·]/;
const SLIM = /[ftr()[\]/\-" \u00a0]/;
const BROAD = /[mwMW%@…—]/;
const SIGN = /[+=<>±≤≥−×→←↑↓~]/;

/** CJK punctuation, kana, ideographs and full-width forms fill one em. */
const FULL_WIDTH = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** Widths by code, for the characters that most texts are made of: a figure measures thousands. */
const EMS: readonly number[] = Array.from({ length: 0x180 }, (_, code) => classedEms(String.fromCharCode(code)));

function characterEms(character: string): number {
  return EMS[character.codePointAt(0) ?? 0] ?? classedEms(character);
}

function classedEms(character: string): number {
  if (FULL_WIDTH.test(character)) return 1;
  if (NARROW.test(character)) return 0.32;
  if (SLIM.test(character)) return 0.4;
  if (BROAD.test(character)) return 0.97;
  if (SIGN.test(character)) return 0.84;
  return /[A-Z]/.test(character) ? 0.7 : 0.63;
}

/** Closing marks that may not begin a line. */
const NO_START = "，。、；：？！）】》」』,.;:!?)]%";

/** Opening marks that may not end a line. */
const NO_END = "（【《「『([";

function pieces(text: string): string[] {
  const found: string[] = [];
  for (const word of text.match(/[\S\u00a0]+[^\S\u00a0]*|[^\S\u00a0]+/g)?.flatMap(atHyphens) ?? []) {
    let latin = "";
    for (const character of word) {
      if (NO_START.includes(character) || /\s/.test(character)) {
        if (latin !== "" || found.length === 0) latin += character;
        else found[found.length - 1] += character;
      } else if (FULL_WIDTH.test(character)) {
        if (latin !== "") found.push(latin);
        latin = "";
        found.push(character);
      } else {
        latin += character;
      }
    }
    if (latin !== "") found.push(latin);
  }
  return found.reduce<string[]>((kept, piece) => {
    const last = kept.at(-1);
    if (last !== undefined && NO_END.includes(last.at(-1) ?? " ")) kept[kept.length - 1] = last + piece;
    else kept.push(piece);
    return kept;
  }, []);
}

/** "Lampropoulou-" and "Adamidou"; not "L1-L4". */
function atHyphens(word: string): readonly string[] {
  return word.split(/(?<=\p{L}{3}-)(?=\p{L}{3})/u);
}

function headThatFits(text: string, width: number, size: number, weight: "normal" | "bold"): string {
  let head = "";
  for (const character of text) {
    if (head !== "" && textWidth(head + character, size, weight) > width) return head;
    head += character;
  }
  return head;
}
