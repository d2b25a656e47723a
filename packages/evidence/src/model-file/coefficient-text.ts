import type { Terms, Text } from "@materbone/clinical";
import type * as z from "zod";
import type { coefficientShape } from "./fit-fields.ts";
import { aligned, pText, significant, textTable } from "./text-table.ts";

type CoefficientRow = z.infer<typeof coefficientShape>;

/** Coefficients, one a line. */
export function coefficientTable(coefficients: readonly CoefficientRow[], level: number, terms: Terms): string {
  const column = (key: "estimate" | "se" | "statistic" | "ciLower" | "ciUpper"): readonly string[] =>
    aligned(coefficients.map((one) => one[key]));
  const [estimate, se, statistic, lower, upper] = (["estimate", "se", "statistic", "ciLower", "ciUpper"] as const).map(
    column,
  );
  const heading = [
    "",
    terms.text(words.estimate),
    "SE",
    coefficients.some(({ df }) => df !== null) ? "t" : "z",
    "df",
    "p",
    `${level}% ${terms.text(words.lower)}`,
    terms.text(words.upper),
  ];
  return textTable([
    heading,
    ...coefficients.map((one, at) => [
      one.name,
      estimate[at],
      se[at],
      statistic[at],
      one.df === null ? "" : dfText(one.df),
      pText(one.p),
      lower[at],
      upper[at],
    ]),
  ]);
}

/** Degrees of freedom: whole where they are. */
export function dfText(df: number): string {
  return Number.isInteger(df) ? String(df) : significant(df, 4);
}

const words = {
  estimate: { en: "estimate", zh: "估计值" },
  lower: { en: "lower", zh: "下限" },
  upper: { en: "upper", zh: "上限" },
} as const satisfies Record<string, Text>;
