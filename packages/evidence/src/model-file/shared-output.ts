import type { Terms } from "@materbone/clinical";
import { MEDIAN_METHODS } from "../conversion/convert-median.ts";
import type { Estimates } from "../meta/contrasts.ts";
import { sayMedianWarning, sayNoConversion } from "./conversion-words.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import { coefficientsOutput, jointOutput, waldOutput } from "./fit-parts.ts";
import type { UnivariateOutput } from "./fit-shape.ts";
import { testCoefficients, testHypotheses, unknownCoefficient } from "./linear-hypotheses.ts";
import type { NotDefinedList } from "./not-defined.ts";
import type { Prepared } from "./prepare.ts";
import { rowLabels } from "./rows.ts";

export type OutputOf<T> =
  | { readonly kind: "output"; readonly output: T }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

export function dataOutput({
  table,
  excluded,
  places,
}: Pick<Prepared, "table" | "excluded" | "places">): UnivariateOutput["data"] {
  return { rows: table.rows.length, used: places.length, excluded: excluded.length };
}

/** What the conversions of the model gave; nothing where it asks for none. */
export function conversionsOutput(
  { model, conversions, table }: Prepared,
  terms: Terms,
): Pick<UnivariateOutput, "conversions"> {
  const asked = model.conversions;
  if (asked === undefined) return {};
  const labels = rowLabels(table, model.label);
  return {
    conversions: conversions.map(({ place, conversion, result }) => {
      const { mean = "mi", sd = "sdi", method = MEDIAN_METHODS[0] } = asked[conversion];
      const own = { row: table.rows[place], label: labels[place], into: { mean, sd }, method };
      if (result.kind !== "converted") {
        return { ...own, mean: null, sd: null, messages: [sayNoConversion(result, terms)] };
      }
      const messages = result.warnings.map((warning) => sayMedianWarning(warning, terms));
      return { ...own, mean: result.mean, sd: result.sd, messages };
    }),
  };
}

/** Hypotheses and the omnibus test that the model asks for. */
export function hypothesisOutput(
  { model, design }: Pick<Prepared, "model" | "design">,
  estimates: Estimates,
  undefineds: NotDefinedList,
): OutputOf<Pick<UnivariateOutput, "hypotheses" | "omnibus">> {
  const isList = Array.isArray(model.hypotheses);
  const asked = [model.hypotheses ?? []].flat();
  const { names } = design;
  const wrong = (model.omnibus ?? []).flatMap((name, place) =>
    names.includes(name) || design.terms.some((term) => term.name === name)
      ? []
      : [unknownCoefficient(name, names, `/omnibus/${place}`)],
  );
  const tests =
    asked.length === 0
      ? undefined
      : testHypotheses(asked, estimates, (place) => (isList ? `/hypotheses/${place}` : "/hypotheses"));
  if (tests?.kind === "refused" || wrong.length > 0) {
    return { kind: "refused", problems: [...wrong, ...(tests?.kind === "refused" ? tests.problems : [])] };
  }
  const columns = [
    ...new Set(
      (model.omnibus ?? []).flatMap((name) => {
        const term = design.terms.find((one) => one.name === name);
        return names.includes(name) ? [names.indexOf(name)] : (term?.columns ?? []);
      }),
    ),
  ];
  const omnibus = columns.length === 0 ? undefined : testCoefficients(columns, estimates);
  return {
    kind: "output",
    output: {
      ...(tests === undefined
        ? {}
        : {
            hypotheses: {
              rows: tests.rows.map((row, place) => ({
                ...coefficientsOutput([row], `/hypotheses/rows/${place}`, undefineds)[0],
                value: row.value,
              })),
              joint:
                tests.joint.kind === "notDefined"
                  ? undefineds.nothing("/hypotheses/joint", tests.joint.reason)
                  : waldOutput(tests.joint.test, "/hypotheses/joint", undefineds),
            },
          }),
      ...(omnibus === undefined
        ? {}
        : {
            omnibus: {
              coefficients: columns.map((column) => names[column]),
              ...jointOutput(omnibus, columns.length, "/omnibus", undefineds),
            },
          }),
    },
  };
}
