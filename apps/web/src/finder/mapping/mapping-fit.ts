import { say, type Terms } from "@materbone/clinical";
import { isOfTable, type Mapping, readMapping } from "@materbone/finder";
import type { MappingDocument, TableHead } from "../../api/finder-keep-queries.ts";
import { labelled, phrases } from "../../language/punctuation.ts";
import { headsOf } from "./draft.ts";
import { sayEncoding } from "./mapping-words.ts";
import { sayMistake } from "./say-mistake.ts";
import { type UnseenWords, unseenWords } from "./unseen-words.ts";

/** How a mapping stands to the tables that lie there now. */
export type MappingFit = {
  /** What is wrong, each with its file and place: columns or files that are not there, another encoding, no mapping at all. */
  readonly wrong: readonly string[];
  /** Words of the first rows that no shipped definition knows. */
  readonly unseen: readonly UnseenWords[];
  /** Tables that the mapping does not name. */
  readonly unnamed: readonly string[];
};

/** Holds a mapping, kept under a name or beside the data, against the headings and first rows of the tables. */
export function mappingFit(given: MappingDocument, heads: readonly TableHead[], terms: Terms): MappingFit {
  const nothing = { unseen: [], unnamed: [] };
  if ("said" in given) return { ...nothing, wrong: [given.said] };
  const read = readMapping(given.document, heads);
  if (read.kind === "mistakes") {
    // Its form may be anything; only what the mistakes point at is looked up in it.
    const document = given.document as Mapping;
    const wrong = read.mistakes.map((mistake) => {
      const { table, place, said } = sayMistake(mistake, document, terms);
      const file = table === undefined ? undefined : document.tables[table]?.file;
      const where = phrases(
        [file ?? "", place].filter((part) => part !== ""),
        terms.lang,
      );
      return where === "" ? said : labelled(where, said, terms.lang);
    });
    return { ...nothing, wrong };
  }
  const { mapping } = read;
  const wrong = mapping.tables.flatMap((table) =>
    headsOf(table, heads)
      .filter((head) => isOtherEncoding(head, table.encoding ?? mapping.encoding ?? "utf-8"))
      .map(({ name, encoding }) =>
        labelled(name, say(sayEncoding, { encoding: encoding.toUpperCase() }, terms), terms.lang),
      ),
  );
  const unnamed = heads
    .map(({ name }) => name)
    .filter((name) => !mapping.tables.some((table) => isOfTable(table, name)));
  return { wrong, unseen: unseenWords(mapping, heads), unnamed };
}

/** Whether the file is written in another encoding than the mapping says; letters of ASCII are the same in both. */
export function isOtherEncoding({ encoding, columns, rows }: TableHead, said: string): boolean {
  return encoding !== said && [columns, ...rows].some((cells) => cells.some((cell) => /[^ -~]/u.test(cell)));
}
