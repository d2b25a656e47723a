import { constants, gunzipSync } from "node:zlib";

/** What the first bytes of a file tell. */
export type Sniffed =
  | { readonly kind: "parquet" }
  | { readonly kind: "resource"; readonly format: "ndjson" | "json"; readonly resourceType: string }
  | { readonly kind: "table"; readonly columns: readonly string[]; readonly delimiter: string }
  | { readonly kind: "yaml" }
  | { readonly kind: "other" };

const DELIMITERS = ["\t", ",", ";", "|"] as const;

/** Decodes header lines of Chinese exports; letters of column names are the same bytes in both. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * @param name - name of the file; only its ending is looked at
 * @param stored - its first bytes, as stored
 */
export function sniff(name: string, stored: Buffer): Sniffed {
  if (stored.subarray(0, 4).toString("latin1") === "PAR1") return { kind: "parquet" };
  const head = unpacked(stored);
  if (head === undefined || firstLine(head).includes(0)) return { kind: "other" };
  const { text } = decoded(head);
  const start = text.trimStart();
  // JSON is YAML too, so the name decides.
  if (/\.ya?ml$/iu.test(name)) return { kind: "yaml" };
  if (start.startsWith("{")) return sniffJson(name, start);
  return /\.(?:csv|tsv|txt)(?:\.gz)?$/iu.test(name) ? sniffTable(text) : { kind: "other" };
}

/** The text of a file's beginning without a mark of byte order, and the encoding that it is in. */
export function headText(stored: Buffer): ReturnType<typeof decoded> | undefined {
  const head = unpacked(stored);
  return head === undefined ? undefined : decoded(head);
}

/** Fields of the first line of a table, quotes taken off. */
export function headerFields(line: string, delimiter: string): readonly string[] {
  const fields: string[] = [];
  const field = delimiter === "|" ? "\\|" : delimiter;
  const pattern = new RegExp(`(?:"((?:[^"]|"")*)"|([^${field}]*))(?:${field}|$)`, "gu");
  for (const match of `${line}`.matchAll(pattern)) {
    if (match.index >= line.length && !(line.endsWith(delimiter) && match.index === line.length)) break;
    fields.push(match[1] === undefined ? (match[2] ?? "").trim() : match[1].replaceAll('""', '"'));
  }
  return fields;
}

function firstLine(head: Buffer): Buffer {
  const end = head.indexOf(0x0a);
  return end < 0 ? head : head.subarray(0, end);
}

function unpacked(stored: Buffer): Buffer | undefined {
  if (!(stored[0] === 0x1f && stored[1] === 0x8b)) return stored;
  return gunzipped(stored) ?? gunzipped(stored.subarray(0, ALWAYS_UNPACKED));
}

function gunzipped(stored: Buffer): Buffer | undefined {
  try {
    return gunzipSync(stored, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_UNPACKED });
  } catch {
    return undefined;
  }
}

const MOST_UNPACKED = 16_777_216;

/** Bytes that never unpack to more (zlib, technical details: maximum compression factor, 1032). */
const ALWAYS_UNPACKED = Math.floor(MOST_UNPACKED / 1032);

function decoded(head: Buffer): { readonly text: string; readonly encoding: "utf-8" | "gb18030" } {
  for (let cut = 0; cut < 4 && cut < head.length; cut += 1) {
    try {
      return { text: withoutMark(utf8.decode(head.subarray(0, head.length - cut))), encoding: "utf-8" };
    } catch {
      // The last letter may be cut.
    }
  }
  return { text: withoutMark(new TextDecoder("gb18030").decode(head)), encoding: "gb18030" };
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/u, "");
}

/** NDJSON is told by whole resources on its lines; the type is that of most of them, so one stray line does not decide. */
function sniffJson(name: string, text: string): Sniffed {
  const pieces = text.split("\n").map((line) => line.trim());
  const whole = pieces.slice(0, SNIFFED_LINES).flatMap((line) => resourceTypeOf(parsed(line)) ?? []);
  const type = mostCommon(whole) ?? /"resourceType"\s*:\s*"([A-Za-z]+)"/u.exec(text)?.[1];
  if (type === undefined) return { kind: "other" };
  if (whole.length === 0) {
    const isText = /\.json(?:\.gz)?$/iu.test(name) || type === "Bundle";
    return { kind: "resource", format: isText ? "json" : "ndjson", resourceType: type };
  }
  const isSingleBundle = type === "Bundle" && pieces.filter((line) => line !== "").length === 1;
  return { kind: "resource", format: isSingleBundle ? "json" : "ndjson", resourceType: type };
}

const SNIFFED_LINES = 64;

function mostCommon(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function resourceTypeOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("resourceType" in value)) return undefined;
  return typeof value.resourceType === "string" ? value.resourceType : undefined;
}

function sniffTable(text: string): Sniffed {
  const line = text.split(/\r\n|\n|\r/u, 1)[0] ?? "";
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, columns: headerFields(line, delimiter) })).sort(
    (a, b) => b.columns.length - a.columns.length,
  );
  if (best === undefined || best.columns.length < 2) return { kind: "other" };
  return { kind: "table", ...best };
}
