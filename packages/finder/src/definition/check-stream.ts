import { roundHalfAway } from "@materbone/clinical";
import { checkText } from "./check-concepts.ts";
import type { EventStream } from "./definition-schema.ts";
import { type DefinitionNames, type PartProblem, unknownName } from "./part-problem.ts";

/** What is wrong with a stream: concept sets, units, plausible values, threshold. */
export function checkStream(stream: EventStream, names: DefinitionNames): readonly PartProblem[] {
  return [
    ...stream.concepts.flatMap((name, position) =>
      unknownName(["concepts", position], "conceptSet", name, names.conceptSets),
    ),
    ...checkUnits(stream),
    ...checkValues(stream),
  ];
}

function checkUnits({ units, value, plausible }: EventStream): readonly PartProblem[] {
  if (units === undefined) {
    return value === undefined && plausible === undefined
      ? []
      : [{ path: [value === undefined ? "plausible" : "value"], kind: "unitsMissing" }];
  }
  return units.flatMap(({ unit, factor, none = false }, position): readonly PartProblem[] => {
    const path = ["units", position];
    return [
      ...checkText(unit, [...path, "unit"]),
      ...(none === (unit === "") ? [] : [{ path, kind: "noUnitUnclear" as const, unit }]),
      ...(position === 0 && factor !== 1
        ? [{ path: [...path, "factor"], kind: "firstFactor" as const, unit, factor }]
        : []),
      ...(units.findIndex((other) => other.unit === unit) < position
        ? [{ path, kind: "unitTwice" as const, unit }]
        : []),
    ];
  });
}

function checkValues({ value, plausible }: EventStream): readonly PartProblem[] {
  const problems: PartProblem[] = [];
  if (plausible !== undefined && plausible.from > plausible.to) {
    problems.push({ path: ["plausible"], kind: "rangeBackwards", ...plausible });
  } else if (
    plausible !== undefined &&
    value !== undefined &&
    (value.number < plausible.from || value.number > plausible.to)
  ) {
    problems.push({ path: ["value", "number"], kind: "thresholdImplausible", number: value.number, ...plausible });
  }
  if (value !== undefined && roundHalfAway(value.number, value.decimals) !== value.number) {
    const { number, decimals } = value;
    problems.push({ path: ["value", "number"], kind: "thresholdDecimals", number, decimals });
  }
  return problems;
}
