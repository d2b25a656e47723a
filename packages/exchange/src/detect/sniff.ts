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
  if (head === undefined || head.includes(0)) return { kind: "other" };
  const text = decoded(head).replace(/^\uFEFF/u, "");
  const start = text.trimStart();
  if (start.startsWith("{")) return sniffJson(start);
  if (/\.ya?ml$/iu.test(name)) return { kind: "yaml" };
  return /\.(?:csv|tsv|txt)(?:\.gz)?$/iu.test(name) ? sniffTable(text) : { kind: "other" };
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

function unpacked(stored: Buffer): Buffer | undefined {
  if (!(stored[0] === 0x1f && stored[1] === 0x8b)) return stored;
  try {
    return gunzipSync(stored, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 16_777_216 });
  } catch {
    return undefined;
  }
}

function decoded(head: Buffer): string {
  for (let cut = 0; cut < 4 && cut < head.length; cut += 1) {
    try {
      return utf8.decode(head.subarray(0, head.length - cut));
    } catch {
      // The last letter may be cut.
    }
  }
  return new TextDecoder("gb18030").decode(head);
}

function sniffJson(text: string): Sniffed {
  const end = text.indexOf("\n");
  const first = (end < 0 ? text : text.slice(0, end)).trim();
  const whole = parsed(first);
  const type = whole === undefined ? /"resourceType"\s*:\s*"([A-Za-z]+)"/u.exec(text)?.[1] : resourceTypeOf(whole);
  if (type === undefined) return { kind: "other" };
  const isLine = end < 0 ? type !== "Bundle" : whole !== undefined || first.length > 1;
  return { kind: "resource", format: isLine ? "ndjson" : "json", resourceType: type };
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
