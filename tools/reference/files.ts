import type { Lang } from "@materbone/clinical";
import { formats, jsonSchema } from "../../apps/cli/src/commands/schema.ts";
import { agentsPage } from "./agents-page.ts";
import { calibrationPage } from "./calibration-page.ts";
import { checksPage } from "./checks-page.ts";
import { commandLinePage } from "./command-line-page.ts";
import { constantsPage } from "./constants-page.ts";
import { definitionsPage } from "./definitions-page.ts";
import { intervalsPage } from "./intervals-page.ts";
import { laboratoryPage } from "./laboratory-page.ts";
import { type Page, pageText } from "./page.ts";
import { recordFormatPage } from "./record-format-page.ts";
import { rulesPage } from "./rules-page.ts";
import { vocabulariesPage } from "./vocabularies-page.ts";
import { workupPage } from "./workup-page.ts";

const pages: readonly Page[] = [
  recordFormatPage,
  commandLinePage,
  rulesPage,
  definitionsPage,
  workupPage,
  laboratoryPage,
  intervalsPage,
  agentsPage,
  checksPage,
  constantsPage,
  calibrationPage,
  vocabulariesPage,
];

const indexPage: Page = {
  name: "README",
  title: { en: "Reference", zh: "参考手册" },
  about: { en: "List of pages.", zh: "页面列表。" },
  body: (lang) => pages.map(({ name, title, about }) => `- [${title[lang]}](${name}.md): ${about[lang]}`).join("\n"),
};

const LANGUAGES: readonly Lang[] = ["en", "zh"];

/** Every generated file by its path under `docs/reference`. */
export function referenceFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const lang of LANGUAGES) {
    for (const page of [indexPage, ...pages]) files.set(`${lang}/${page.name}.md`, pageText(page, lang));
  }
  for (const name of Object.keys(formats))
    files.set(`schema/${name}.json`, `${JSON.stringify(jsonSchema(name), null, 2)}\n`);
  return files;
}
