import { readFile } from "node:fs/promises";
import { type Mapping, readMapping } from "@materbone/finder";
import { LineCounter, parseDocument } from "yaml";
import { ConversionError } from "../../convert/conversion-error.ts";
import type { Found } from "../../detect/found.ts";
import type { SourceFile } from "../source-file.ts";
import { zipHead } from "../zip-archive.ts";

/** Bytes of the largest mapping file that is read. */
const LARGEST = 1_048_576;

/**
 * The mapping of tables that were found, checked against their headings.
 *
 * @throws ConversionError `mapping`, `mappingTooLarge` or `notYaml`
 */
export async function loadMapping(found: Extract<Found, { kind: "csv" }>): Promise<Mapping> {
  const read = readMapping(yamlValue(await mappingText(found.mapping)), found.files);
  if (read.kind === "mistakes") throw new ConversionError({ kind: "mapping", mistakes: read.mistakes });
  return read.mapping;
}

/** What the YAML of a mapping stands for, not checked yet. @throws ConversionError `notYaml` */
export function yamlValue(text: string): unknown {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [error] = document.errors;
  if (error !== undefined) throw new ConversionError({ kind: "notYaml", line: counter.linePos(error.pos[0]).line });
  // Few aliases: a short text must not grow into a large document.
  return document.toJS({ maxAliasCount: 100 });
}

/** @throws ConversionError `mappingTooLarge` */
export async function mappingText({ path, entry, bytes }: SourceFile): Promise<string> {
  if (bytes > LARGEST) throw new ConversionError({ kind: "mappingTooLarge", mebibytes: LARGEST / 1_048_576 });
  return (entry === undefined ? await readFile(path) : await zipHead(path, entry, LARGEST)).toString("utf8");
}
