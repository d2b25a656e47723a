import { textWidth } from "./text-measure.ts";

/** One `<text>` of a drawing with the box that its words fill. */
type TextBox = {
  readonly words: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Names of all elements in order; throws where tags do not nest or a stray `<` or `&` stands in the text. */
export function readElements(markup: string): readonly string[] {
  const open: string[] = [];
  const names: string[] = [];
  let rest = markup;
  while (rest !== "") {
    const tag = /^<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/.exec(rest);
    if (tag !== null) {
      const [whole, closing, name = "", , empty] = tag;
      if (closing === "/") {
        const expected = open.pop();
        if (expected !== name) throw new Error(`</${name}> closes <${expected}>`);
      } else {
        names.push(name);
        if (empty !== "/") open.push(name);
      }
      rest = rest.slice(whole.length);
      continue;
    }
    const text = /^(?:[^<&]|&(?:amp|lt|gt|quot|#39);)+/.exec(rest);
    if (text === null) throw new Error(`not well-formed at: ${rest.slice(0, 60)}`);
    rest = rest.slice(text[0].length);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join()}`);
  return names;
}

export function viewBox(markup: string): { readonly width: number; readonly height: number } {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(markup);
  return { width: Number(box?.[1]), height: Number(box?.[2]) };
}

/** All texts of the drawing; title and description are not drawn and not read. */
export function readTexts(markup: string): readonly TextBox[] {
  return [...markup.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = "", content = ""]) => {
    const number = (name: string): number => Number(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1]);
    const words = unescaped(content);
    const size = number("font-size");
    const width = textWidth(words, size, attributes.includes('font-weight="600"') ? "bold" : "normal");
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? "start";
    const left = number("x") - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
    const y = number("y");
    return { words, size, left, right: left + width, top: y - size * 0.76, bottom: y + size * 0.22 };
  });
}

/** Pairs of texts that lie on each other by more than half a unit. */
export function overlaps(texts: readonly TextBox[]): readonly string[] {
  const found: string[] = [];
  texts.forEach((a, index) => {
    for (const b of texts.slice(index + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 0.5 && down > 0.5) found.push(`${a.words} | ${b.words}`);
    }
  });
  return found;
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
