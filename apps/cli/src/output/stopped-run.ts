import {
  createRunner,
  type RunOptions,
  type Scenario,
  type StoppedState,
  stoppedState,
  type Trajectory,
} from "@materbone/circuit";
import { type Phrase, say, type Terms, type Text } from "@materbone/clinical";
import { significant } from "@materbone/evidence";

/** Why an integration stops, by the `kind` of its error. */
const REASONS: Readonly<Record<string, Text>> = {
  stepTooSmall: { en: "the steps became too small to go on", zh: "步长过小，无法继续" },
  tooManySteps: { en: "it took too many steps", zh: "步数过多" },
  notFinite: { en: "a value grew beyond all numbers", zh: "数值溢出" },
  singular: { en: "its equations have no solution there", zh: "方程在该处无解" },
  tooManySwitches: { en: "the model switched back and forth", zh: "模型在两种状态间反复切换" },
  cancelled: { en: "it was cancelled", zh: "已取消" },
};

type Stopped = {
  readonly reason: Text;
  readonly time: string;
  readonly steps: number;
  readonly state: (StoppedState & { readonly meaning: Text | undefined }) | undefined;
};

const stopped: Phrase<Stopped> = {
  en: ({ reason, time, steps, state }) =>
    `The simulation stopped at ${time} after ${steps} steps: ${reason.en}.${state === undefined ? "" : ` Farthest from its start went ${state.name}${state.meaning === undefined ? "" : ` (${state.meaning.en})`}: from ${significant(state.start)} to ${lastOf(state)}.`} Look at the inputs, parameters and doses in force by then, and bring them nearer to the values of the model.`,
  zh: ({ reason, time, steps, state }) =>
    `模拟在 ${time}、第 ${steps} 步后停止：${reason.zh}。${state === undefined ? "" : `偏离起点最远的是 ${state.name}${state.meaning === undefined ? "" : `（${state.meaning.zh}）`}：由 ${significant(state.start)} 变为 ${lastOf(state)}。`}请核对此前起作用的输入、参数与给药，使其更接近模型原值。`,
};

function lastOf({ last, unit }: StoppedState): string {
  return unit === "1" || unit === "-" ? significant(last) : `${significant(last)} ${unit}`;
}

/** A run of a scenario that could not go on, with the state that left farthest. */
class StoppedRunError extends Error {
  override readonly name = "StoppedRunError";
  readonly scenario: Scenario;

  constructor(scenario: Scenario, cause: Error) {
    super(cause.message, { cause });
    this.scenario = scenario;
  }
}

/**
 * Runs a scenario.
 *
 * @throws StoppedRunError when the integration cannot go on
 */
export function ranScenario(scenario: Scenario, options?: RunOptions): Trajectory {
  try {
    return createRunner(scenario.model.kernel).run(scenario.plan, options);
  } catch (error) {
    if (error instanceof Error && error.name === "IntegrationError") throw new StoppedRunError(scenario, error);
    throw error;
  }
}

const noRest: Text = {
  en: 'The model has no rest state near its published one under these parameters. Check them, or start from "published".',
  zh: "在这些参数下，模型在公布的初值附近没有稳态。请核对参数，或改为从“published”开始。",
};

/** A run that could not go on, in words; `undefined` for every other error. */
export function sayStoppedRun(error: unknown, terms: Terms): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === "RestStateError") return terms.text(noRest);
  if (error instanceof StoppedRunError) return sayStop(error.cause, error.scenario, terms);
  return sayStop(error, undefined, terms);
}

function sayStop(error: unknown, scenario: Scenario | undefined, terms: Terms): string | undefined {
  if (!(error instanceof Error) || error.name !== "IntegrationError") return undefined;
  if (!("kind" in error && "time" in error && "steps" in error)) return undefined;
  const reason = REASONS[String(error.kind)] ?? { en: error.message, zh: error.message };
  const time = Number(error.time);
  const state = scenario === undefined ? undefined : stoppedState(scenario.model.kernel, scenario.plan, time);
  const meaning = scenario?.model.facts.get(state?.name ?? "")?.meaning;
  const unit = scenario?.model.kernel.timeUnit ?? "";
  return say(
    stopped,
    {
      reason,
      time: `${significant(time, 8)} ${unit}`.trim(),
      steps: Number(error.steps),
      state: state === undefined ? undefined : { ...state, meaning },
    },
    terms,
  );
}
