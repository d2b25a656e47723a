import type { Terms } from "../../language/terms.ts";
import { localText, type Text } from "../../language/text.ts";
import type { Scan } from "../../record/scan.ts";

/** A scan as a fact: its id and what the record calls it. */
export type NamedScan = { readonly scan: string; readonly name: Text };

export function namedScan({ id, label }: Scan): NamedScan {
  const name = label ?? id;
  return { scan: id, name: { en: localText(name, "en"), zh: localText(name, "zh") } };
}

/** The scan's name in quotation marks: "before treatment", “治疗前”. */
export function sayScan({ name }: NamedScan, t: Terms): string {
  return t.lang === "zh" ? `“${name.zh}”` : `"${name.en}"`;
}

export function sayScans(scans: readonly NamedScan[], t: Terms): string {
  return t.list(scans.map((scan) => sayScan(scan, t)));
}
