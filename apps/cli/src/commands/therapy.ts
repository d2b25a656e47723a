import {
  AGENTS,
  type AgentId,
  type CaseView,
  checkRegimen,
  delays,
  exposures,
  followUpPlan,
  isBoneActive,
  openSeries,
  readiness,
  sayFollowUpTask,
  type Terms,
} from "@materbone/clinical";
import { delayTable, exposureTable, followUpTable, readinessTable, renderText, type Table } from "@materbone/report";
import type * as z from "zod";
import { EXIT, type Run } from "../command.ts";
import { readSource } from "../input/read-series.ts";
import { monthsOption, oneOf } from "../options.ts";
import { csvLine } from "../output/csv.ts";
import { jsonText, pair } from "../output/json.ts";
import type { therapyShape } from "../output/shapes.ts";
import { textWidth, write } from "../terminal.ts";
import { words } from "../words.ts";
import { pickCases } from "./pick-cases.ts";

type TherapyCase = z.infer<typeof therapyShape>["cases"][number];

/** What was given and for how long, the delays by name, the checks of an agent and the follow-up plan. Never advice. */
export const therapy: Run = async (session, source, flags) => {
  const { world, lang, terms } = session;
  const format = oneOf("--format", String(flags.format ?? "text"), ["text", "json", "csv"]);
  const agent = flags.agent === undefined ? undefined : oneOf("--agent", String(flags.agent), AGENTS);
  const asOf = flags.asOf === undefined ? undefined : monthsOption("--as-of", String(flags.asOf));
  const { cases } = openSeries(pickCases((await readSource(source)).series, flags.case));
  if (format === "text") {
    for (const view of cases) {
      const tables: readonly Table[] = [
        exposureTable(view, lang),
        delayTable(view, lang),
        ...agentsOf(view, agent).map((id) => readinessTable(view, id, lang)),
        followUpTable(view, lang, asOf),
      ];
      for (const table of tables) await write(world, `${renderText(table, { width: textWidth(world) })}\n`);
    }
    await write(world, `${terms.text(words.researchUse)}\n`);
    return EXIT.done;
  }
  const output = { cases: cases.map((view) => therapyCase(view, agent, asOf, terms)) };
  if (format === "json") {
    await write(world, jsonText(output satisfies z.infer<typeof therapyShape>));
    return EXIT.done;
  }
  await write(world, csvLine(["case", "delay", "monthsLow", "monthsHigh", "missing"]));
  for (const woman of output.cases) {
    for (const { id, months, missing } of woman.delays) {
      await write(world, csvLine([woman.case, id, months?.[0], months?.[1], missing.join(" ")]));
    }
  }
  return EXIT.done;
};

/** The agent asked for, else every bone-active agent that was given or declined. */
function agentsOf(view: CaseView, asked: AgentId | undefined): readonly AgentId[] {
  if (asked !== undefined) return [asked];
  return [...new Set(view.treatments.map((treatment) => treatment.entry.agent).filter(isBoneActive))];
}

function therapyCase(view: CaseView, agent: AgentId | undefined, asOf: number | undefined, terms: Terms): TherapyCase {
  return {
    case: view.record.id,
    exposures: exposures(view).map(({ agent: id, cumulative, onMonths, offMonths }) => ({
      agent: id,
      cumulative:
        cumulative === undefined
          ? null
          : { low: cumulative.amount.earliest, high: cumulative.amount.latest, unit: cumulative.unit },
      onMonths: pair(onMonths),
      offMonths: pair(offMonths),
    })),
    regimens: view.treatments.map(({ entry, at }) => ({
      agent: entry.agent,
      at,
      result: checkRegimen(entry.agent, entry.dose, entry.route).kind,
    })),
    declined: view.declined.map(({ entry, at }) => ({
      agent: entry.agent,
      at,
      reason: entry.declined?.reason ?? "notStated",
    })),
    delays: delays(view).map(({ id, months, missing }) => ({ id, months: pair(months), missing: [...missing] })),
    readiness: agentsOf(view, agent).flatMap((id) =>
      readiness(view, id).items.map((item) => ({
        agent: id,
        check: item.check.id,
        state: item.status,
        at: item.at ?? null,
      })),
    ),
    plan: followUpPlan(view, undefined, asOf).items.map(({ entry, task, due, status }) => ({
      what: sayFollowUpTask(task, terms),
      due: pair(due),
      state: status,
      source: entry.source.cite,
    })),
  };
}
