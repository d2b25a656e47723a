import type { CaseRecord } from "@materbone/clinical";

/** Hands the record of one woman to the browser as a file. */
export function exportRecord(record: CaseRecord): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(record, null, 2)}\n`], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${record.id}.json`;
  link.click();
  // The download has begun by the next turn; the address is of no use to anyone after it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
