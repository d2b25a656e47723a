import { localTextSchema } from "@materbone/clinical";
import { expect, it } from "vitest";
import { literatureEntryName } from "./literature-entry-name.ts";
import { shippedLiterature } from "./shipped-literature.ts";

const OURS = /abstract|\brow\b|page|table|cut off|catalogue|poster|cited|review|as collected/i;
const { documents, screening } = shippedLiterature;
const words = [...documents.map(({ cite }) => cite), ...screening.records.map(({ report }) => report)];

it("says in both languages what is our own word about a document or a report", () => {
  for (const each of words) {
    // The name of a journal stays as it is.
    if (typeof each === "string") expect(each).toMatch(/^Endocrine Abstracts \d+ \S+ \(\d{4}\)$/);
    else {
      expect(each.en).toBeDefined();
      expect(each.zh?.replaceAll("Endocrine Abstracts", "")).not.toMatch(OURS);
    }
  }
});

it("names a report the same in one language and in both", () => {
  const both = localTextSchema.parse({ en: "Wang 2025, abstract", zh: "Wang 2025，摘要" });
  expect(literatureEntryName("screening/records", { report: both })).toBe(
    literatureEntryName("screening/records", { report: "Wang 2025, abstract" }),
  );
});
