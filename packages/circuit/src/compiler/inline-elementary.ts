import type { Program, Step, Term, Way } from "./program.ts";

/** Kernels spend most of their time in these; a call that is not inlined boxes its argument and its result. */
type Elementary = "exp" | "log";

/**
 * Gives every exponential and logarithm of a program a local of its own, so that it can be written out as statements. Those that
 * only one side of an `either` needs are worked out on that side alone.
 */
export function withElementaryLocals(program: Program): Program {
  let free = program.reduce((count, step) => (step.kind === "store" ? count : Math.max(count, step.local + 1)), 0);

  function lifted(term: Term, steps: Step[]): Term {
    const inside = <T extends { readonly of: Term }>(outer: T): T => ({ ...outer, of: lifted(outer.of, steps) });
    switch (term.kind) {
      case "number":
      case "local":
      case "read":
        return term;
      case "sum":
      case "product":
        return { kind: term.kind, left: lifted(term.left, steps), right: lifted(term.right, steps) };
      case "either": {
        const [above, below] = [way(term.above), way(term.below)];
        const { when } = term;
        if (above.steps.length + below.steps.length === 0) {
          return { kind: "either", when, above: above.value, below: below.value };
        }
        const local = free++;
        steps.push({ kind: "branch", local, when, above, below });
        return { kind: "local", local };
      }
      case "fall": {
        const power = lifted({ kind: "exp", of: term.of }, steps);
        return { kind: "reciprocal", of: { kind: "sum", left: { kind: "number", value: 1 }, right: power } };
      }
      case "exp":
      case "log": {
        const local = free++;
        steps.push({ kind: "local", local, value: inside(term) });
        return { kind: "local", local };
      }
      default:
        return inside(term);
    }
  }

  function way(term: Term): Way {
    const steps: Step[] = [];
    const value = lifted(term, steps);
    return { steps, value };
  }

  return program.flatMap((step) => {
    if (step.kind === "branch") return [step];
    const steps: Step[] = [];
    const { value } = step;
    const isOwnLocal = step.kind === "local" && (value.kind === "exp" || value.kind === "log");
    const own = isOwnLocal ? { ...value, of: lifted(value.of, steps) } : lifted(value, steps);
    return [...steps, { ...step, value: own }];
  });
}

/**
 * Statements that leave exp or log of an argument in a local: the formulas of `exp` and `log` of numerics, whose bits they
 * share. They call those where an argument is out of the usual range.
 */
export function elementaryStatements(kind: Elementary, local: number, argument: string): string {
  const v = `v${local}`;
  return (kind === "exp" ? EXP : LOG).replaceAll("$v", v).replace("$argument", argument);
}

const EXP = `let $v = $argument;
  if ($v > -708 && $v < 709) {
    const k = $v * 184.6649652337873 + 6755399441055744 - 6755399441055744;
    const r = $v - k * 0.0054152123482253955 - k * -1.0082281460997769e-13;
    const r2 = r * r;
    const steps = k | 0;
    const i = (steps & 127) << 1;
    const near = EXP_TABLE[i + 1];
    $v = (near + near * (EXP_TABLE[i] + r + r2 * (1 / 2 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120))))) * POWERS_OF_TWO[(steps >> 7) + 1074];
  } else $v = exp($v);`;

const LOG = `let $v = $argument;
  DOUBLE[0] = $v;
  {
    const high = WORDS[HIGH_WORD];
    if (high >= 0x00100000 && high < 0x7ff00000) {
      const steps = high - 0x3fe60000;
      const k = steps >> 20;
      const i = (steps >> 11) & 0x1fc;
      const r = ($v * POWERS_OF_TWO[1074 - k] - LOG_TABLE[i]) * LOG_TABLE[i + 1];
      const large = k * 0.6931471805598903 + LOG_TABLE[i + 2];
      const sum = large + r;
      const r2 = r * r;
      $v = sum + (large - sum + r + (k * 5.497923018708371e-14 + LOG_TABLE[i + 3]) + r2 * (-0.5 + r * (0.3333333333332803 + r * -0.25000000000615186 + r2 * (0.2000000219341323 + r * -0.16666727708145243 + r2 * 0.14164748182074638))));
    } else $v = log($v);
  }`;
