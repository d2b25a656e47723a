import { createTerms, type Lang, vocabularies } from "@materbone/clinical";
import { jsonSchema } from "../../apps/cli/src/commands/schema.ts";
import { caseMeanings } from "./case-meanings.ts";
import { code, jsonBlock, jsonLines, table } from "./markdown.ts";
import type { Page } from "./page.ts";
import { exampleCase, exampleHead, exampleReview, whenForms } from "./record-examples.ts";
import { recordProse } from "./record-prose.ts";
import { type Field, fieldsOf, type SchemaNode, withoutNull } from "./schema-node.ts";
import { valueText, vocabularyOf } from "./schema-words.ts";
import { claimMeanings, seriesMeanings } from "./series-meanings.ts";
import { vocabularySection } from "./vocabularies-page.ts";

export const recordFormatPage: Page = {
  name: "record-format",
  title: { en: "The record", zh: "记录格式" },
  about: {
    en: "How to write down a woman and a series: every field with meaning, unit and allowed values.",
    zh: "如何记录一位患者和一个系列：逐字段列出含义、单位与允许值。",
  },
  body: (lang) => {
    const prose = recordProse[lang];
    const fields = caseFields();
    return [
      prose.files,
      prose.example,
      jsonBlock(exampleCase),
      prose.rules,
      prose.time,
      table(
        prose.timeHeadings,
        whenForms.map(({ when, meaning }) => [code(jsonLines(when, "").replaceAll("\n", " ")), meaning[lang]]),
      ),
      prose.common,
      `## ${prose.caseFields}`,
      fieldTable(fields.filter(isTopLevelValue), caseMeanings, lang),
      ...sections(fields).map(
        ([name, group]) => `### ${name}\n\n${caseMeanings[name]?.[lang] ?? ""}\n\n${sectionTable(name, group, lang)}`,
      ),
      prose.series,
      jsonBlock(exampleHead),
      `## ${prose.seriesFields}`,
      fieldTable(seriesFields(), seriesMeanings, lang),
      prose.claims,
      claimTable(lang),
      prose.reviews,
      jsonBlock(exampleReview),
      prose.ndjson,
      prose.vocabularies,
      ...usedVocabularies([...fields, ...seriesFields()]).map((name) => vocabularySection(name, lang)),
    ].join("\n\n");
  },
};

/** Every field of a case record; exported for the test of completeness. */
export function caseFields(): readonly Field[] {
  return fieldsOf(jsonSchema("case"));
}

export function seriesFields(): readonly Field[] {
  return fieldsOf(jsonSchema("series-head"));
}

/** Fields of each kind of claim. */
export function claimVariants(): readonly { readonly kind: string; readonly fields: readonly Field[] }[] {
  const claims = withoutNull((jsonSchema("series-head") as SchemaNode).properties?.claims ?? {});
  return (claims.items?.oneOf ?? claims.items?.anyOf ?? []).map((variant) => ({
    kind: String(variant.properties?.kind?.const),
    fields: fieldsOf(variant),
  }));
}

function isTopLevelValue({ path, node }: Field): boolean {
  return !/[.[]/.test(path) && node.properties === undefined && node.items === undefined;
}

/** Fields under each key of the record that holds an object or a list. */
function sections(fields: readonly Field[]): readonly (readonly [string, readonly Field[]])[] {
  const names = fields.filter(({ path }) => !/[.[]/.test(path)).filter((field) => !isTopLevelValue(field));
  return names.map(({ path }) => [
    path,
    fields.filter((field) => field.path.startsWith(`${path}.`) || field.path.startsWith(`${path}[]`)),
  ]);
}

function sectionTable(name: string, fields: readonly Field[], lang: Lang): string {
  if (name !== "history") return fieldTable(fields, caseMeanings, lang);
  const terms = createTerms(lang);
  const known = Object.keys(vocabularies.history);
  const items = fields.filter(({ path }) => known.includes(path.slice("history.".length)));
  const headings = recordProse[lang].fieldHeadings;
  return table(
    headings,
    fields.map((field) => {
      const item = field.path.slice("history.".length);
      const meaning = items.includes(field) ? terms.word("history", item) : (caseMeanings[field.path]?.[lang] ?? "");
      return [code(field.path), valueText(field.node, lang), "", meaning];
    }),
  );
}

function fieldTable(fields: readonly Field[], meanings: typeof caseMeanings, lang: Lang): string {
  const { fieldHeadings, required } = recordProse[lang];
  return table(
    fieldHeadings,
    fields.map((field) => [
      code(field.path),
      valueText(field.node, lang),
      field.required ? required : "",
      meanings[field.path]?.[lang] ?? "",
    ]),
  );
}

function claimTable(lang: Lang): string {
  const terms = createTerms(lang);
  const { claimHeadings, needed } = recordProse[lang];
  return table(
    claimHeadings,
    claimVariants().map(({ kind, fields }) => [
      code(kind),
      terms.word("claim", kind),
      fields
        .filter(({ path }) => !["kind", "id", "place"].includes(path))
        .map(
          (field) =>
            `${code(field.path)}: ${claimMeanings[field.path]?.[lang] ?? ""}; ${valueText(field.node, lang)}${field.required ? needed : ""}`,
        )
        .join("\n"),
    ]),
  );
}

/** Vocabularies too long for a table cell, in the order of first use. */
function usedVocabularies(fields: readonly Field[]): readonly (keyof typeof vocabularies)[] {
  const long = fields
    .map(({ node }) => (node.enum ?? node.items?.enum ?? []).map(String))
    .filter((values) => values.length > 9);
  return [...new Set(long.map(vocabularyOf).filter((name) => name !== undefined))];
}
