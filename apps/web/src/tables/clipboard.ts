import { renderHtml, renderTabs, type Table } from "@materbone/report";

/** A table for the clipboard: Word and Excel read the HTML, everything else the text with tabs. */
export function clipboardForms(table: Table): { readonly html: string; readonly text: string } {
  return { html: withBorders(renderHtml(table)), text: renderTabs(table) };
}

/**
 * Puts both forms on the clipboard.
 *
 * @returns false when the browser refuses
 */
export async function copyForms(forms: { readonly html: string; readonly text: string }): Promise<boolean> {
  try {
    const item = new ClipboardItem({
      "text/html": new Blob([forms.html], { type: "text/html" }),
      "text/plain": new Blob([forms.text], { type: "text/plain" }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return copyByEvent(forms);
  }
}

/** The older way, for browsers without the clipboard interface or where it is not allowed. */
function copyByEvent(forms: { readonly html: string; readonly text: string }): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/html", forms.html);
    event.clipboardData?.setData("text/plain", forms.text);
    event.preventDefault();
  };
  document.addEventListener("copy", fill, { once: true });
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", fill);
  }
}

/** Attributes that Word and Excel keep where they drop style sheets; the markup never becomes part of this page. */
export function withBorders(html: string): string {
  return html
    .replaceAll("<table>", '<table border="1" cellspacing="0" cellpadding="4">')
    .replaceAll(/ class="(?:right|right [a-z ]*)"/g, ' align="right"')
    .replaceAll(/ class="centre[a-z ]*"/g, ' align="center"')
    .replaceAll(/ class="[a-z ]*"/g, "")
    .replaceAll(FORMULA, "$1'");
}

/** A cell that Excel would compute: its sign is not followed by a digit and is not the dash for "not reported". */
const FORMULA = /(<t[dh][^>]*>)(?=\s*(?:[=@＝＠]|[-+](?!\d)|[－＋](?!<)))/g;
