import { createTerms } from "@materbone/clinical";
import { expect } from "vitest";
import { oneCompartment } from "../run/one-compartment.fixture.ts";
import type { Plan } from "../run/plan.ts";
import { readScenario } from "./read-scenario.ts";
import { sayScenarioProblem } from "./scenario-problem-words.ts";

const base = { schema: "materbone/scenario/1", model: "one-compartment", outputs: { times: ["0 h", "10 d"] } };

/** Plan of a scenario on a model of one compartment; what it leaves out is as in every test. */
export function plan(scenario: object): Plan {
  const read = readScenario({ ...base, ...scenario }, [oneCompartment]);
  if (read.kind === "refused") throw new Error(told(read.problems).join("\n"));
  return read.scenario.plan;
}

function told(problems: readonly Parameters<typeof sayScenarioProblem>[0][]): readonly string[] {
  return problems.map((problem) => `${problem.at}: ${sayScenarioProblem(problem, createTerms("en"))}`);
}

/** Problems of a scenario in English; checks that Chinese says them too. */
export function refused(scenario: object): readonly string[] {
  const read = readScenario({ ...base, ...scenario }, [oneCompartment]);
  if (read.kind === "read") return [];
  for (const problem of read.problems) {
    expect(sayScenarioProblem(problem, createTerms("zh"))).toMatch(/\p{Script=Han}/u);
  }
  return told(read.problems);
}
