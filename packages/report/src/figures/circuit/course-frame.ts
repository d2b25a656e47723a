import { doseDrug, HOURS_PER_MONTH, knownAgent, type Scenario } from "@materbone/circuit";
import { createTerms, type Terms, type Text } from "@materbone/clinical";
import type { DrugLane, NursingStretch, SimulationFrame } from "./simulation-data.ts";

const HOURS: Readonly<Record<"h" | "d" | "month", number>> = { h: 1, d: 24, month: HOURS_PER_MONTH };

/** What drives a run, as figures draw it: months since its start, nursing, doses. */
export function courseFrame(scenario: Scenario, id: string): SimulationFrame {
  const { model, plan } = scenario;
  const nursing = nursingOf(scenario);
  return {
    id,
    model: { title: model.title, version: model.version },
    since: nursing.some(({ intensity }) => intensity > 0) ? "delivery" : "start",
    span: [monthOf(plan.start, scenario), monthOf(plan.times.at(-1) ?? plan.start, scenario)],
    nursing,
    drugs: drugLanes(scenario),
  };
}

/** A time of the model in months. */
export function monthOf(time: number, { model }: Scenario): number {
  return (time * HOURS[model.kernel.timeUnit]) / HOURS_PER_MONTH;
}

/** A text of both languages from what says it in one. */
export function inBoth(say: (terms: Terms) => string): Text {
  return { en: say(createTerms("en")), zh: say(createTerms("zh")) };
}

/** Sentences that come in the same number and order in both languages. */
export function pairedNotes(say: (terms: Terms) => readonly string[]): readonly Text[] {
  const chinese = say(createTerms("zh"));
  return say(createTerms("en")).map((en, place) => ({ en, zh: chinese[place] ?? en }));
}

function nursingOf(scenario: Scenario): readonly NursingStretch[] {
  const { kernel } = scenario.model;
  const { plan } = scenario;
  const input = kernel.inputs.findIndex(({ name }) => name === "NURSING");
  if (input < 0) return [];
  const first = plan.inputs.find(({ index }) => index === input)?.value ?? kernel.inputs[input]?.value ?? 0;
  const steps = [
    { time: plan.start, value: first },
    ...plan.events.flatMap((event) =>
      event.kind === "input" && event.index === input ? [{ time: event.time, value: event.value }] : [],
    ),
  ];
  const end = plan.times.at(-1) ?? plan.start;
  return steps.flatMap(({ time, value }, at) => {
    const until = steps[at + 1]?.time ?? end;
    if (!(until > time)) return [];
    return [{ fromMonth: monthOf(time, scenario), toMonth: monthOf(until, scenario), intensity: Math.max(0, value) }];
  });
}

function drugLanes(scenario: Scenario): readonly DrugLane[] {
  const months = new Map<string, number[]>();
  for (const event of scenario.plan.events) {
    if (event.kind !== "dose") continue;
    const drug = doseDrug(event, scenario.model);
    months.set(drug, [...(months.get(drug) ?? []), monthOf(event.time, scenario)]);
  }
  return [...months].map(([drug, doseMonths]) => {
    const agent = knownAgent(drug);
    return {
      id: drug,
      name: agent === undefined ? { en: drug, zh: drug } : inBoth((terms) => terms.agent(agent)),
      detail: inBoth(() => ""),
      doseMonths,
    };
  });
}
