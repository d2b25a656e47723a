import type { EvidenceProblem } from "./evidence-problem.ts";

/** What keeps a formula from being evaluated; caught where the place in the model is known. */
export class EvaluationFault extends Error {
  override readonly name = "EvaluationFault";
  readonly problems: readonly EvidenceProblem[];

  constructor(...problems: readonly EvidenceProblem[]) {
    super(problems.map(({ kind }) => kind).join(", "));
    this.problems = problems;
  }

  /** The problems, each of the model at its place there. */
  at(pointer: string): readonly EvidenceProblem[] {
    return this.problems.map((problem) =>
      problem.in === "model" && problem.at === "" ? { ...problem, at: pointer } : problem,
    );
  }
}
