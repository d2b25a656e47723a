import { type CircuitWarning, HOURS_PER_MONTH, sayCircuitWarning, sayCite } from "@materbone/circuit";
import { localText, type Source, type Terms, type Text } from "@materbone/clinical";
import { inBoth } from "@materbone/report";
import type * as z from "zod";
import type { warningShape } from "./warning-shape.ts";

const words = {
  sinceStart: {
    en: "What the model warns of (a hypothesis, no advice; months since the start of the course):",
    zh: "模型提示（属假说，非诊疗建议；月数自病程起点计）：",
  },
  sinceBirth: {
    en: "What the model warns of (a hypothesis, no advice; months post partum):",
    zh: "模型提示（属假说，非诊疗建议；月数为产后月数）：",
  },
  none: { en: "The model warns of nothing in this course.", zh: "模型对本病程无提示。" },
  source: { en: "Source: ", zh: "依据：" },
  assumed: { en: "assumed: ", zh: "假设：" },
} as const satisfies Record<string, Text>;

/** Warnings as lines, each with what its threshold rests on. */
export function warningLines(
  warnings: readonly CircuitWarning[],
  since: "sinceStart" | "sinceBirth",
  terms: Terms,
): readonly string[] {
  if (warnings.length === 0) return [terms.text(words.none)];
  return [
    terms.text(words[since]),
    ...warnings.flatMap((warning) => [
      `  ${sayCircuitWarning(warning, terms)}`,
      `    ${terms.text(words.source)}${sourceText(warning.source, terms)}`,
    ]),
  ];
}

function sourceText({ cite, status, note }: Source, terms: Terms): string {
  return status === "assumed" && note !== undefined
    ? `${terms.text(words.assumed)}${localText(note, terms.lang)}`
    : sayCite(cite, terms);
}

/** Warnings as notes of a drawing: the heading, then each with what its threshold rests on. */
export function warningNotes(warnings: readonly CircuitWarning[], since: "sinceStart" | "sinceBirth"): readonly Text[] {
  if (warnings.length === 0) return [words.none];
  return [
    words[since],
    ...warnings.map((warning) =>
      inBoth((terms) => {
        const source = `${terms.text(words.source)}${sourceText(warning.source, terms)}`;
        return `${sayCircuitWarning(warning, terms)}${terms.lang === "zh" ? "" : " "}${source}`;
      }),
    ),
  ];
}

/** Warnings for programs: kind, months, value and threshold with unit, drug or reason, sentence and source. */
export function warningOutput(
  warnings: readonly CircuitWarning[],
  terms: Terms,
): readonly z.infer<typeof warningShape>[] {
  return warnings.map((warning) => ({
    kind: warning.kind,
    fromMonths: months(warning.fromHours),
    toMonths: months(warning.toHours),
    value: "farthest" in warning ? rounded(warning.farthest) : null,
    threshold: "threshold" in warning ? warning.threshold : null,
    unit: "unit" in warning ? warning.unit : null,
    agent: agentOf(warning) ?? null,
    extrapolation: warning.kind === "extrapolation" ? warning.reason : null,
    text: sayCircuitWarning(warning, terms),
    source: { cite: warning.source.cite, status: warning.source.status },
  }));
}

function agentOf(warning: CircuitWarning): string | undefined {
  switch (warning.kind) {
    case "hypocalcaemia":
    case "calciumFall":
      return warning.after;
    case "hypercalciuria":
      return warning.under;
    case "denosumabRebound":
      return "denosumab";
    case "bisphosphonateMayConceive":
      return warning.agent;
    default:
      return undefined;
  }
}

function months(hours: number): number {
  return Number((hours / HOURS_PER_MONTH).toFixed(3));
}

function rounded(value: number): number {
  return Number(value.toPrecision(5));
}
