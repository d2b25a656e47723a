import type { Lang, Terms } from "@materbone/clinical";
import { createTerms } from "@materbone/clinical";
import { html, raw } from "hono/html";
import { GROUPS } from "../operation.ts";
import { problemWords } from "../problems/problem-words.ts";
import type {
  InterfaceContent,
  InterfaceDocument,
  InterfaceOperation,
  InterfaceParameter,
} from "./interface-document.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { groupWords, placeWords, interfaceWords as words } from "./words.ts";

type Html = ReturnType<typeof html>;

/** The interface document as a page to read: no script, nothing loaded. */
export function interfacePage(document: InterfaceDocument, lang: Lang, nonce: string): Html {
  const t = createTerms(lang);
  const other = lang === "zh" ? "en" : "zh";
  return html`<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t.text(words.title)}</title>
<style nonce="${nonce}">${raw(PAGE_STYLE)}</style>
</head>
<body>
<header>
<h1>${t.text(words.title)}</h1>
<p>${t.text(words.lead)} ${t.text(words.language)}</p>
<p><a href="/api/openapi.json?lang=${lang}">${t.text(words.document)}</a> · <a href="/api/docs?lang=${other}" lang="${
    other === "zh" ? "zh-CN" : "en"
  }">${words.languageName[other]}</a></p>
</header>
<nav aria-label="${t.text(words.contents)}"><ul>${GROUPS.map(
    (group) => html`<li><a href="#${group}">${t.text(groupWords[group])}</a></li>`,
  )}<li><a href="#problems">${t.text(words.problems)}</a></li><li><a href="#schemas">${t.text(words.schemas)}</a></li></ul></nav>
<main>${GROUPS.map((group) => groupSection(group, document, t))}${problemSection(t)}${schemaSection(document, t)}</main>
</body>
</html>`;
}

function groupSection(group: (typeof GROUPS)[number], document: InterfaceDocument, t: Terms): Html {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags.includes(group))
      .map(([method, operation]) => operationArticle(method, path, operation, t)),
  );
  return html`<section id="${group}"><h2>${t.text(groupWords[group])}</h2>${operations}</section>`;
}

function operationArticle(method: string, path: string, operation: InterfaceOperation, t: Terms): Html {
  // The language is told once, at the top.
  const parameters = (operation.parameters ?? []).filter(({ name }) => name !== "lang");
  return html`<article id="${operation.operationId}"><h3><code><strong>${method.toUpperCase()}</strong> ${path}</code></h3><p>${
    operation.summary
  }</p>${parameters.length === 0 ? "" : parameterTable(parameters, t)}<dl>${
    operation.requestBody === undefined
      ? ""
      : html`<dt>${t.text(words.takes)}</dt><dd>${contentNames(operation.requestBody.content)}</dd>`
  }<dt>${t.text(words.answers)}</dt>${Object.entries(operation.responses)
    .filter(([status]) => status !== "default")
    .map(
      ([status, { content }]) => html`<dd>${status} ${content === undefined ? "" : contentNames(content)}</dd>`,
    )}</dl></article>`;
}

function parameterTable(parameters: readonly InterfaceParameter[], t: Terms): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t.text(words.parameters)}"><table><thead><tr><th scope="col">${t.text(words.name)}</th><th scope="col">${t.text(words.place)}</th><th scope="col">${t.text(
    words.values,
  )}</th></tr></thead><tbody>${parameters.map(
    (parameter) =>
      html`<tr><th scope="row"><code>${parameter.name}</code></th><td>${t.text(placeWords[parameter.in] ?? words.place)}${t.lang === "zh" ? "，" : ", "}${t.text(
        parameter.required === true ? words.required : words.optional,
      )}</td><td>${valuesOf(parameter.schema)}${parameter.description === undefined ? "" : t.lang === "zh" ? `（${parameter.description}）` : ` (${parameter.description})`}</td></tr>`,
  )}</tbody></table></div>`;
}

function valuesOf(schema: Readonly<Record<string, unknown>>): string {
  if (Array.isArray(schema.enum)) return schema.enum.join(" | ");
  const { minimum, maximum } = schema;
  const range = minimum === undefined && maximum === undefined ? "" : ` ${minimum ?? ""}\u2026${maximum ?? ""}`;
  return `${schema.type ?? ""}${range}`;
}

/** Names of the formats as links, and media types of files. */
function contentNames(content: InterfaceContent): Html {
  return html`${Object.entries(content).map(([media, { schema }]) => {
    const name = schema.$ref?.split("/").at(-1);
    return name === undefined
      ? html`<code>${media}</code> `
      : html`<a href="#schema-${name}"><code>${name}</code></a> `;
  })}`;
}

function problemSection(t: Terms): Html {
  return html`<section id="problems"><h2>${t.text(words.problems)}</h2><div class="scroll" role="region" tabindex="0" aria-label="${t.text(words.problems)}"><table><thead><tr><th scope="col">${t.text(
    words.kind,
  )}</th><th scope="col">${t.text(words.status)}</th><th scope="col">${t.text(words.meaning)}</th></tr></thead><tbody>${Object.entries(
    problemWords,
  ).map(
    ([kind, { status, title }]) =>
      html`<tr><th scope="row"><code>/problems/${kind}</code></th><td>${status}</td><td>${t.text(title)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function schemaSection(document: InterfaceDocument, t: Terms): Html {
  return html`<section id="schemas"><h2>${t.text(words.schemas)}</h2>${Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      html`<details id="schema-${name}"><summary><code>${name}</code></summary><pre tabindex="0">${JSON.stringify(schema, null, 2)}</pre></details>`,
  )}</section>`;
}
