import { type CaseView, type Lang, say, type Text } from "@materbone/clinical";
import { caseCourseData, inBoth, simulationFigure } from "@materbone/report";
import type { Simulated } from "./case-simulation-data.ts";
import { caseTextWords } from "./case-simulation-words.ts";
import { warningNotes } from "./warning-data.ts";

/** One woman's course as a drawing, with what the model warns of. */
export function caseSvg(view: CaseView, result: Simulated, lang: Lang): string {
  const data = caseCourseData(view, result);
  if (data === undefined) return "";
  const notes = [...(data.notes ?? []), ...warningsOf(result.variants)];
  return simulationFigure({ ...data, notes }, { lang, layout: "broad" }).svg;
}

/** What the model warns of; where readings of when she weaned differ in it, under each. */
function warningsOf(variants: Simulated["variants"]): readonly Text[] {
  const notes = variants.map(({ warnings }) => warningNotes(warnings, "sinceBirth"));
  const [first = []] = notes;
  const isOne = notes.every((each) => each.map(({ en }) => en).join() === first.map(({ en }) => en).join());
  if (isOne) return first;
  return variants.flatMap(({ weanedMonth }, place) => {
    const month = weanedMonth ?? 0;
    return [inBoth((terms) => say(caseTextWords.weaned, { month }, terms)), ...(notes[place] ?? [])];
  });
}
