import { benchmark, shippedLiterature, type TestedBenchmark, testedBenchmark } from "@materbone/evidence";

export { bandOfWoman } from "@materbone/report";

/** The change that is expected without a drug; with the literature behind it, code that no first screen waits for. */
export const untreated: TestedBenchmark["benchmark"] = benchmark(shippedLiterature);

let tested: TestedBenchmark | undefined;

/** The same with what single studies decide, computed when it is first asked for. */
export function testedUntreated(): TestedBenchmark {
  tested ??= testedBenchmark(shippedLiterature);
  return tested;
}
