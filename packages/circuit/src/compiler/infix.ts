import type { Condition } from "./graph.ts";
import { withElementaryLocals } from "./inline-elementary.ts";
import type { Program, ReadArray, Step, Term, Way } from "./program.ts";

/** How a language with infix operators writes what differs between such languages. */
export type InfixLanguage = {
  readonly local: (local: number, value: string) => string;
  readonly functionNames: Readonly<Record<"exp" | "log" | "tanh" | "sqrt", string>>;
  readonly equal: string;
  readonly unequal: string;
  readonly number: (value: number) => string;
  /** Writes exp or log of an argument into a local, where they are written out instead of called. */
  readonly elementary?: (kind: "exp" | "log", local: number, argument: string) => string;
};

const VARIABLES: Readonly<Record<string, string>> = {
  parameters: "p",
  state: "y",
  constants: "c",
  drive: "d",
  modes: "m",
  out: "o",
  timeDerivative: "e",
  jacobian: "j",
  factors: "f",
  rightSide: "b",
};

/** The lines of a program. Every operation is written in the order of the graph, so that all languages round alike. */
export function infixLines(program: Program, language: InfixLanguage): readonly string[] {
  const { elementary } = language;
  return (elementary === undefined ? program : withElementaryLocals(program)).map((step) => {
    if (step.kind === "branch") return branchText(step, language);
    if (elementary !== undefined && step.kind === "local" && (step.value.kind === "exp" || step.value.kind === "log")) {
      return elementary(step.value.kind, step.local, infix(step.value.of, 0, language));
    }
    const value = infix(step.value, 0, language);
    if (step.kind === "local") return language.local(step.local, value);
    return `${VARIABLES[step.array]}[${step.index}] = ${value};`;
  });
}

function branchText({ local, when, above, below }: Step & { kind: "branch" }, language: InfixLanguage): string {
  const way = ({ steps, value }: Way): string =>
    [...infixLines(steps, language), `v${local} = ${infix(value, 0, language)};`].join(" ");
  return `let v${local}; if (${conditionText(when, language)}) { ${way(above)} } else { ${way(below)} }`;
}

const SUM = 1;
const PRODUCT = 2;
const PREFIX = 3;

/** A term in brackets where what is around it binds at `binding` or tighter. */
export function infix(term: Term, binding: number, language: InfixLanguage): string {
  const inner = (of: Term, at: number): string => infix(of, at, language);
  const bracketed = (own: number, text: string): string => (own < binding ? `(${text})` : text);
  switch (term.kind) {
    case "number":
      return language.number(term.value);
    case "local":
      return `v${term.local}`;
    case "read":
      return readText(term.array, term.index);
    case "sum": {
      const { left, right } = term;
      if (right.kind === "negative") return bracketed(SUM, `${inner(left, SUM)} - ${inner(right.of, PRODUCT)}`);
      if (left.kind === "negative") return bracketed(SUM, `${inner(right, SUM)} - ${inner(left.of, PRODUCT)}`);
      return bracketed(SUM, `${inner(left, SUM)} + ${inner(right, PRODUCT)}`);
    }
    case "product": {
      const { left, right } = term;
      if (right.kind === "reciprocal")
        return bracketed(PRODUCT, `${inner(left, PRODUCT)} / ${inner(right.of, PREFIX)}`);
      if (left.kind === "reciprocal") return bracketed(PRODUCT, `${inner(right, PRODUCT)} / ${inner(left.of, PREFIX)}`);
      return bracketed(PRODUCT, `${inner(left, PRODUCT)} * ${inner(right, PREFIX)}`);
    }
    case "negative":
      return bracketed(PREFIX, `-${inner(term.of, PREFIX + 1)}`);
    case "reciprocal":
      return bracketed(PRODUCT, `1 / ${inner(term.of, PREFIX)}`);
    case "guarded":
      return `(${inner(term.of, PREFIX)} ${language.equal} 0 ? 0 : 1 / ${inner(term.of, PREFIX)})`;
    case "fall":
      return bracketed(PRODUCT, `1 / (1 + ${language.functionNames.exp}(${inner(term.of, 0)}))`);
    case "either":
      return `(${conditionText(term.when, language)} ? ${inner(term.above, SUM)} : ${inner(term.below, SUM)})`;
    default:
      return `${language.functionNames[term.kind]}(${inner(term.of, 0)})`;
  }
}

function conditionText({ array, index }: Condition, { equal, unequal }: InfixLanguage): string {
  return array === "modes" ? `m[${index}] ${equal} 1` : `d[${index}] ${unequal} 0`;
}

function readText(array: ReadArray, index: number): string {
  if (array === "time") return "t";
  return array === "shift" ? "s" : `${VARIABLES[array]}[${index}]`;
}
