import { type Mapping, readRow } from "@materbone/finder";
import type { TableHead } from "../../api/finder-keep-queries.ts";
import { headsOf } from "./draft.ts";

export type UnseenWords = { readonly file: string; readonly words: readonly string[] };

/** Words and own codes in the samples that no shipped definition knows, table by table. */
export function unseenWords(document: Mapping, heads: readonly TableHead[]): readonly UnseenWords[] {
  return document.tables.flatMap((table): readonly UnseenWords[] => {
    const events = headsOf(table, heads).flatMap((head) =>
      head.rows.flatMap((cells) => readRow(document, table, head.columns, cells).events),
    );
    const unseen = events.flatMap(({ code, faults }) =>
      code !== undefined && faults.includes("unseenCode") ? [code] : [],
    );
    return unseen.length === 0 ? [] : [{ file: table.file, words: [...new Set(unseen)] }];
  });
}

/** Whether a column of sex has the numbers of GB/T 2261.1 alone: 1 male, 2 female, 0 and 9 not known. */
export function hasSexNumbers(document: Mapping, heads: readonly TableHead[]): boolean {
  const cells = document.tables.flatMap((table) =>
    headsOf(table, heads).flatMap(({ columns, rows }) => {
      const at = columns.indexOf(table.person?.sex ?? "");
      return at < 0 ? [] : rows.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
    }),
  );
  return cells.some((cell) => cell === "1" || cell === "2") && cells.every((cell) => /^[0129]$/u.test(cell));
}
