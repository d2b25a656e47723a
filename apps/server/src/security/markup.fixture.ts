/** What a browser would see of a page that could run or load something. */
export type Danger = { readonly what: string; readonly near: string };

/** Elements that neither the report nor the tables nor the page of the interface write. */
const ACTIVE =
  /^(script|img|iframe|object|embed|link|base|form|input|button|video|audio|source|applet|frame|foreignobject|animate|set|use|image|math)$/;

/**
 * Reads a page the way a browser's tokenizer does, as far as it matters here: tags with their attributes, and the raw text of
 * style sheets, which ends at the first end tag whatever stands in it.
 */
export function dangersOf(page: string): readonly Danger[] {
  const found: Danger[] = [];
  const tag = /<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
  for (let match = tag.exec(page); match !== null; match = tag.exec(page)) {
    const [whole, closes, name = "", attributes = ""] = match;
    const near = page.slice(Math.max(0, match.index - 40), match.index + whole.length + 40);
    if (ACTIVE.test(name.toLowerCase())) found.push({ what: `element ${name}`, near });
    for (const [, attribute = "", value = ""] of attributes.matchAll(
      /([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g,
    )) {
      if (/^on/i.test(attribute)) found.push({ what: `handler ${attribute}`, near });
      if (/^(src|srcset|data|formaction|action|srcdoc)$/i.test(attribute))
        found.push({ what: `loads ${attribute}`, near });
      if (
        /^(href|xlink:href)$/i.test(attribute) &&
        !/^["']?(#|https:\/\/doi\.org\/|\/api\/|https:\/\/www\.apache\.org\/)/.test(value)
      ) {
        found.push({ what: `link ${value}`, near });
      }
    }
    if (closes === "" && name.toLowerCase() === "style") {
      const end = page.indexOf("</style", tag.lastIndex);
      const css = page.slice(tag.lastIndex, end);
      if (/@import|url\((?!data:)|expression\(/i.test(css)) found.push({ what: "style sheet loads", near });
      tag.lastIndex = end;
    }
  }
  return found;
}
