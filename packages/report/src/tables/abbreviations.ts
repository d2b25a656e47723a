import type { Lang, Text } from "@materbone/clinical";
import { caption, plainCell } from "./plain-text.ts";
import type { Footnote, Table } from "./table.ts";

/** Abbreviations of the tables in the order of a footnote; `short` is what a table prints. */
const ABBREVIATIONS: readonly { readonly short: string; readonly full: Text }[] = [
  { short: "PLO", full: { en: "pregnancy- and lactation-associated osteoporosis", zh: "妊娠哺乳相关骨质疏松症" } },
  { short: "BMD", full: { en: "bone mineral density", zh: "骨密度" } },
  { short: "LSC", full: { en: "least significant change", zh: "最小有意义变化值" } },
  { short: "N-MID", full: { en: "N-terminal mid-fragment of osteocalcin", zh: "骨钙素N端中分子片段" } },
  { short: "β-CTX", full: { en: "beta C-terminal telopeptide of type I collagen", zh: "β-胶原降解产物" } },
  { short: "T-PINP", full: { en: "total procollagen type I N-terminal propeptide", zh: "总Ⅰ型胶原氨基端延长肽" } },
  { short: "P1NP", full: { en: "procollagen type I N-terminal propeptide", zh: "Ⅰ型胶原氨基端延长肽" } },
  { short: "PTH", full: { en: "parathyroid hormone", zh: "甲状旁腺素" } },
  { short: "PTHrP", full: { en: "parathyroid hormone-related protein", zh: "甲状旁腺激素相关肽" } },
  { short: "25(OH)D", full: { en: "25-hydroxyvitamin D", zh: "25羟维生素D" } },
  { short: "ALP", full: { en: "alkaline phosphatase", zh: "碱性磷酸酶" } },
  { short: "TSH", full: { en: "thyroid-stimulating hormone", zh: "促甲状腺激素" } },
  { short: "eGFR", full: { en: "estimated glomerular filtration rate", zh: "估算肾小球滤过率" } },
];

/** The footnote that spells out every abbreviation that the table prints, `undefined` when it prints none. */
function abbreviationNote(table: Table): Footnote | undefined {
  const words = printedWords(table);
  const used = ABBREVIATIONS.filter(({ short }) => words.some((word) => isWithin(short, word)));
  return used.length === 0 ? undefined : { text: listed(used, table.lang) };
}

/** The table with its abbreviations expanded in the last footnote. */
export function withAbbreviations(table: Table): Table {
  const note = abbreviationNote(table);
  return note === undefined ? table : { ...table, footnotes: [...table.footnotes, note] };
}

function listed(used: readonly { readonly short: string; readonly full: Text }[], lang: Lang): string {
  const joint = lang === "zh" ? "：" : ": ";
  const text = used.map(({ short, full }) => `${short}${joint}${full[lang]}`).join(lang === "zh" ? "；" : "; ");
  return lang === "zh" ? `${text}。` : `${text}.`;
}

/** Stands it there as a word of its own? "PTH" is not within "PTHrP". */
function isWithin(short: string, text: string): boolean {
  let position = text.indexOf(short);
  while (position >= 0) {
    const before = text.charAt(position - 1);
    const after = text.charAt(position + short.length);
    if (!/[A-Za-z0-9-]/.test(before) && !/[A-Za-z0-9]/.test(after)) return true;
    position = text.indexOf(short, position + 1);
  }
  return false;
}

function printedWords(table: Table): readonly string[] {
  const cells = table.blocks.flatMap((block) => [
    ...block.headerRows.flat(),
    ...block.groups.flatMap((group) => [
      ...(group.heading === undefined ? [] : [group.heading]),
      ...group.rows.flatMap((row) => row.cells),
    ]),
  ]);
  return [caption(table), ...table.footnotes.map((note) => note.text), ...cells.map((cell) => plainCell(cell, " "))];
}
