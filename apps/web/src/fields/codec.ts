import { type Lang, type ProblemKind, printWhen, readWhen, spanParts, type Text, type When } from "@materbone/clinical";

/** What the text of a field says. */
export type Reading =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "empty" }
  | { readonly kind: "refused"; readonly problem: ProblemKind };

/** Turns the text of a field into a value of the record and back. */
export type Codec = {
  /** @param current - what stands in the record, for parts that the text does not say */
  readonly read: (text: string, current?: unknown) => Reading;
  readonly print: (value: unknown) => string;
  /** What to type, where a refusal needs saying more than that. */
  readonly hint?: Text;
};

export const NUMBER_HINT: Text = { en: "A number, such as 30 or 0.765.", zh: "请输入数字，如 30 或 0.765。" };

/** A score is mostly negative, with a point and not a comma. */
export const SCORE_HINT: Text = {
  en: "A number with a point, such as −2.3 or 0.4.",
  zh: "请输入数字，小数点用“.”，如 −2.3 或 0.4。",
};

/** A number; printed with at least so many decimals. */
export function numberCodec(decimals = 0, hint: Text = NUMBER_HINT): Codec {
  return {
    read: (text) => {
      const plain = halfWidth(text);
      if (plain === "") return { kind: "empty" };
      if (/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return { kind: "value", value: Number(plain) };
      return { kind: "refused", problem: { kind: "wrongType", expected: ["number"], value: JSON.stringify(text) } };
    },
    print: (value) => {
      if (typeof value !== "number") return "";
      const shortest = String(value);
      const own = shortest.split(".")[1]?.length ?? 0;
      return own >= decimals ? shortest : value.toFixed(decimals);
    },
    hint,
  };
}

/** A number that keeps its printed digits and a detection limit: `0.30`, `<0.1`. */
export const printedCodec: Codec = {
  read: (text) => {
    const plain = halfWidth(text).replace(/^<=/, "≤").replace(/^>=/, "≥");
    return plain === "" ? { kind: "empty" } : { kind: "value", value: plain };
  },
  print: (value) => (value === undefined ? "" : String(value)),
  hint: { en: "A number as printed: 0.30, <0.1, >60.", zh: "按报告填写数值：0.30、<0.1、>60。" },
};

/** A number or a range: `5`, `0.6-1.2`, `0.6..1.2`. */
export const amountCodec: Codec = {
  read: (text) => {
    if (text.trim() === "") return { kind: "empty" };
    const [first, second] = (spanParts(text) ?? []).map(Number);
    if (first === undefined || Number.isNaN(first) || Number.isNaN(second ?? first)) {
      return { kind: "refused", problem: { kind: "wrongType", expected: ["number"], value: JSON.stringify(text) } };
    }
    if (second === undefined) return { kind: "value", value: first };
    if (first <= second) return { kind: "value", value: [first, second] };
    return { kind: "refused", problem: { kind: "rangeOrder", value: JSON.stringify([first, second]) } };
  },
  print: (value) => (Array.isArray(value) ? value.join("–") : value === undefined ? "" : String(value)),
  hint: { en: "A number or a range: 5, 0.6-1.2.", zh: "数字或范围：5、0.6-1.2。" },
};

/** Text as it stands; blanks alone are no text. */
export const plainCodec: Codec = {
  read: (text) => (text.trim() === "" ? { kind: "empty" } : { kind: "value", value: text }),
  print: (value) => (typeof value === "string" ? value : ""),
};

/** Short texts parted by commas or semicolons of either width. */
export const wordsCodec: Codec = {
  read: (text) => {
    const words = text
      .split(/[,;，；、]/)
      .map((word) => word.trim())
      .filter((word) => word !== "");
    return words.length === 0 ? { kind: "empty" } : { kind: "value", value: words };
  },
  print: (value) => (Array.isArray(value) ? value.join(", ") : ""),
};

const WHEN: Omit<Codec, "print"> = {
  read: (text, current) => {
    const reading = readWhen(text);
    const { months: _m, date: _d, gestationalWeeks: _w, readings: _r, ...rest } = (current ?? {}) as When;
    if (reading.kind === "read") {
      // What someone types is stated until they say otherwise; text that was converted says so itself.
      const basis = reading.basis === "stated" ? (known(rest.basis) ?? "stated") : reading.basis;
      return { kind: "value", value: { ...rest, ...reading.time, basis } };
    }
    if (reading.kind === "empty") {
      const { basis, ...told } = rest;
      const kept = basis === "unknown" ? rest : told;
      return Object.keys(kept).length === 0 ? { kind: "empty" } : { kind: "value", value: kept };
    }
    const value = JSON.stringify(text);
    if (reading.reason === "impossibleDate") return { kind: "refused", problem: { kind: "impossibleDate", value } };
    if (reading.reason === "timeOrder") return { kind: "refused", problem: { kind: "timeOrder", value } };
    return { kind: "refused", problem: { kind: "badFormat", key: "at", value } };
  },
  hint: {
    en: "Months from delivery (15, -2, 39-51, <6), a date (2019-05-04, 2019-05) or weeks of gestation (34+2w).",
    zh: "可填距分娩月数（15、-2、39-51、<6）、日期（2019-05-04、2019-05）或孕周（34+2w、孕34周）。",
  },
};

/** One line of text for a time, printed in a language and read in both; how it is known, notes and sources stay as they are. */
export const whenCodecs: Readonly<Record<Lang, Codec>> = { en: whenCodec("en"), zh: whenCodec("zh") };

function whenCodec(lang: Lang): Codec {
  return { ...WHEN, print: (value) => printWhen(value as When | undefined, lang) };
}

function known(basis: When["basis"]): When["basis"] {
  return basis === "unknown" ? undefined : basis;
}

function halfWidth(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/\s+/g, "");
}
