import {
  assess,
  considerInstead,
  definitionById,
  definitions,
  nearest,
  openSeries,
  type PloDefinition,
  sayReason,
  sensitivity,
} from "@materbone/clinical";
import { renderText, sensitivityTable, verdictTable } from "@materbone/report";
import type * as z from "zod";
import { EXIT, type Run } from "../command.ts";
import { InputError } from "../input/input-error.ts";
import { readSource } from "../input/read-series.ts";
import { oneOf } from "../options.ts";
import { csvLine } from "../output/csv.ts";
import { jsonText } from "../output/json.ts";
import type { assessShape } from "../output/shapes.ts";
import { signalText, verdictText } from "../output/verdict.ts";
import { textWidth, write } from "../terminal.ts";
import { words } from "../words.ts";
import { pickCases } from "./pick-cases.ts";

/** Applies definitions of PLO to every woman; shows what each rests on, what is missing, and how it moves. */
export const assessCommand: Run = async (session, source, flags) => {
  const { world, lang, terms } = session;
  const format = oneOf("--format", String(flags.format ?? "text"), ["text", "json", "csv"]);
  const chosen = chosenDefinitions(flags.definition);
  const view = openSeries(pickCases((await readSource(source)).series, flags.case));
  if (format === "text") {
    const width = textWidth(world);
    await write(world, `${renderText(verdictTable(view, lang, chosen), { width })}\n`);
    for (const woman of view.cases) {
      for (const definition of chosen) await write(world, verdictText(assess(woman, definition), definition, terms));
      await write(world, signalText(woman, terms));
      await write(world, `\n${renderText(sensitivityTable(woman, lang), { width })}\n`);
    }
    await write(world, `${terms.text(words.researchUse)}\n`);
    return EXIT.done;
  }
  const { cases } = view;
  const output: z.infer<typeof assessShape> = {
    verdicts: cases.flatMap((view) =>
      chosen.map((definition) => {
        const verdict = assess(view, definition);
        return {
          case: verdict.case,
          definition: verdict.definition,
          outcome: verdict.outcome,
          criteria: verdict.criteria.map((criterion) => ({
            id: criterion.id,
            status: criterion.status,
            because: criterion.because.map((reason) => sayReason(reason, terms)),
            missing: criterion.missing.map((reason) => sayReason(reason, terms)),
          })),
        };
      }),
    ),
    considerInstead: cases.flatMap((view) =>
      considerInstead(view).map((signal) => ({
        case: view.record.id,
        id: signal.id,
        condition: terms.text(signal.condition),
        because: signal.because.map((reason) => sayReason(reason, terms)),
        at: signal.at,
        source: signal.source.cite,
      })),
    ),
    sensitivity: cases.flatMap((view) =>
      sensitivity(view).rows.map(({ windowMonths, siteRule, operator, timing, density, both }) => ({
        case: view.record.id,
        windowMonths,
        sites: siteRule,
        operator,
        timing,
        density,
        both,
      })),
    ),
  };
  if (format === "json") {
    await write(world, jsonText(output));
    return EXIT.done;
  }
  await write(world, csvLine(["case", "definition", "outcome", "criterion", "status", "because", "missing"]));
  for (const verdict of output.verdicts) {
    for (const { id, status, because, missing } of verdict.criteria) {
      const row = [verdict.case, verdict.definition, verdict.outcome, id, status, because.join(" "), missing.join(" ")];
      await write(world, csvLine(row));
    }
  }
  return EXIT.done;
};

function chosenDefinitions(ids: string | boolean | undefined): readonly PloDefinition[] {
  if (typeof ids !== "string") return definitions;
  const known = definitions.map((definition) => definition.id);
  return ids.split(",").map((text) => {
    const id = text.trim();
    if (known.includes(id)) return definitionById(id);
    throw new InputError([
      { kind: "badOption", option: "--definition", value: id, allowed: known, nearest: nearest(id, known) },
    ]);
  });
}
