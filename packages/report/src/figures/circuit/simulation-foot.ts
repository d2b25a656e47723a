import { caseSentences } from "@materbone/circuit";
import type { Terms } from "@materbone/clinical";
import type { Paragraph } from "../paragraphs.ts";
import { COLOUR, SIZE } from "../theme.ts";
import type { SimulatedModel, SimulationFrame } from "./simulation-data.ts";
import { EXTRAPOLATED_LINE, HYPOTHESIS_LINE, MODEL_NAME, SIMULATION_WORDS as words } from "./simulation-words.ts";

/** "Hypothesis, not a forecast. Model: circuit, version 2026-11-26." */
export function hypothesisLine(models: readonly SimulatedModel[], terms: Terms): string {
  return HYPOTHESIS_LINE[terms.lang]({ models: [...new Set(models.map((model) => modelName(model, terms)))] }, terms);
}

export function modelName({ title, version }: SimulatedModel, terms: Terms): string {
  return MODEL_NAME[terms.lang]({ model: terms.text(title), version }, terms);
}

/** The key, what is extrapolated, the notes, and what every figure of simulated courses says last. */
export function simulationFoot(frame: SimulationFrame, keys: readonly string[], terms: Terms): readonly Paragraph[] {
  const grey = (frame.extrapolated ?? []).map(({ fromMonth, toMonth, reason }) =>
    EXTRAPOLATED_LINE[terms.lang](
      { from: terms.months(fromMonth), to: terms.months(toMonth), reason: terms.text(reason) },
      terms,
    ),
  );
  const join = terms.lang === "zh" ? "" : " ";
  const small = (text: string): Paragraph => ({ text, size: SIZE.small, fill: COLOUR.muted });
  return [
    small(keys.join(join)),
    ...grey.map(small),
    ...(frame.notes ?? []).map((note) => small(terms.text(note))),
    { text: [terms.text(caseSentences.effect), terms.text(words.noAdvice)].join(join), size: SIZE.small },
  ].filter(({ text }) => text !== "");
}
