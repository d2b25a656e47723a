/** Markup that is safe to put into a page: made by `html`, or trusted through `trusted`. */
export type Html = { readonly markup: string };

type HtmlValue = string | number | Html | undefined | false | readonly HtmlValue[];

export const NOTHING: Html = { markup: "" };

/** Builds markup; every interpolated string is escaped, so a record cannot inject any. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return {
    markup: strings
      .map((text, position) => text + (position < values.length ? markupOf(values[position]) : ""))
      .join(""),
  };
}

/** Markup of our own making (figures, styles). Never call it with words of a record. */
export function trusted(markup: string): Html {
  return { markup };
}

/** Escapes text for element content and for quoted attributes; control characters that HTML forbids are dropped. */
function escapeHtml(text: string): string {
  return withoutControls(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function markupOf(value: HtmlValue): string {
  if (value === undefined || value === false) return "";
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return escapeHtml(String(value));
  if (isList(value)) return value.map(markupOf).join("");
  return value.markup;
}

function isList(value: Html | readonly HtmlValue[]): value is readonly HtmlValue[] {
  return Array.isArray(value);
}

/** Drops C0 and C1 controls but tab and line feed. */
function withoutControls(text: string): string {
  return [...text].filter((character) => !isControl(character.codePointAt(0) ?? 0)).join("");
}

function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code <= 0x9f);
}
