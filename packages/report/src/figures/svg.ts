import { COLOUR } from "./theme.ts";

/** Finished markup. Only the functions of this file make it, so text from a record is always escaped. */
export type Svg = { readonly markup: string };

type Attributes = Readonly<Record<string, string | number | undefined>>;

type TextStyle = {
  readonly size?: number;
  readonly weight?: "normal" | "bold";
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
  /** Colour of an outline that keeps the text legible on lines. */
  readonly halo?: string;
};

/** One element. Strings among the children are text and are escaped; a number attribute must be finite. */
export function element(name: string, attributes: Attributes, ...children: readonly (Svg | string)[]): Svg {
  const open = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? coordinate(value) : escapeXml(String(value))}"`)
    .join("");
  if (children.length === 0) return { markup: `<${name}${open}/>` };
  const inner = children.map((child) => (typeof child === "string" ? escapeXml(child) : child.markup)).join("");
  return { markup: `<${name}${open}>${inner}</${name}>` };
}

export function group(...children: readonly Svg[]): Svg {
  return children.length === 0 ? { markup: "" } : element("g", {}, ...children);
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes): Svg {
  return element("line", { x1, y1, x2, y2, ...attributes });
}

/** Text on one line; `y` is the baseline. */
export function textLine(x: number, y: number, words: string, style: TextStyle = {}): Svg {
  return element(
    "text",
    {
      x,
      y,
      "font-size": style.size ?? 12,
      "font-weight": style.weight === "bold" ? 600 : undefined,
      fill: style.fill ?? COLOUR.ink,
      "text-anchor": style.anchor === "start" ? undefined : style.anchor,
      stroke: style.halo,
      "stroke-width": style.halo === undefined ? undefined : 3,
      "stroke-linejoin": style.halo === undefined ? undefined : "round",
      "paint-order": style.halo === undefined ? undefined : "stroke",
    },
    words,
  );
}

export function path(parts: readonly (string | number)[], attributes: Attributes): Svg {
  return element("path", {
    d: parts.map((part) => (typeof part === "number" ? coordinate(part) : part)).join(" "),
    ...attributes,
  });
}

export function polygon(points: readonly (readonly [number, number])[], attributes: Attributes): Svg {
  return element("polygon", {
    points: points.map(([x, y]) => `${coordinate(x)},${coordinate(y)}`).join(" "),
    ...attributes,
  });
}

/**
 * A number as written in markup: at most two decimals.
 *
 * @throws RangeError when it is not finite
 */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a coordinate: ${value}`);
  return String(Math.round(value * 100) / 100 || 0);
}

/** Text safe in XML content and in quoted attributes; characters that XML 1.0 forbids are dropped. */
export function escapeXml(text: string): string {
  let safe = "";
  for (const character of text) {
    if (isXmlCharacter(character.codePointAt(0) ?? 0)) safe += ESCAPES[character] ?? character;
  }
  return safe;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** XML 1.0 (fifth edition), production 2. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
}
