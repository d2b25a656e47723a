import { type Phrase, say, type Terms, type Text } from "@materbone/clinical";

/** Why an integration stops, by the `kind` of its error. */
const REASONS: Readonly<Record<string, Text>> = {
  stepTooSmall: { en: "the steps became too small to go on", zh: "步长过小，无法继续" },
  tooManySteps: { en: "it took too many steps", zh: "步数过多" },
  notFinite: { en: "a value grew beyond all numbers", zh: "数值溢出" },
  singular: { en: "its equations have no solution there", zh: "方程在该处无解" },
  tooManySwitches: { en: "the model switched back and forth", zh: "模型在两种状态间反复切换" },
  cancelled: { en: "it was cancelled", zh: "已取消" },
};

type Stopped = { readonly reason: Text; readonly time: number; readonly steps: number };

const stopped: Phrase<Stopped> = {
  en: ({ reason, time, steps }) =>
    `The simulation stopped at time ${time} after ${steps} steps: ${reason.en}. Check the values of the scenario.`,
  zh: ({ reason, time, steps }) => `模拟在时间 ${time}、第 ${steps} 步后停止：${reason.zh}。请核对情景中的数值。`,
};

const noRest: Text = {
  en: 'The model has no rest state near its published one under these parameters. Check them, or start from "published".',
  zh: "在这些参数下，模型在公布的初值附近没有稳态。请核对参数，或改为从“published”开始。",
};

/** A run that could not go on, in words; `undefined` for every other error. */
export function sayStoppedRun(error: unknown, terms: Terms): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === "RestStateError") return terms.text(noRest);
  if (error.name !== "IntegrationError" || !("kind" in error && "time" in error && "steps" in error)) return undefined;
  const reason = REASONS[String(error.kind)] ?? { en: error.message, zh: error.message };
  return say(stopped, { reason, time: Number(error.time), steps: Number(error.steps) }, terms);
}
