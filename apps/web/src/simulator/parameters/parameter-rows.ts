import {
  calciumBoneParameters,
  calciumBoneSources,
  lactationAxisParameters,
  lactationAxisSources,
  type ModelSource,
  type ParameterKnowledge,
  ploPrior,
  recalibratedParameters,
  sayCite,
  siteDensityParameters,
  siteDensitySources,
} from "@materbone/circuit";
import type { Terms } from "@materbone/clinical";

/** A parameter as the table shows it. */
export type ParameterRow = {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly meaning: string;
  readonly source: string;
  readonly status: ParameterStatus;
  readonly note?: string;
};

export const PARAMETER_STATUSES = ["read", "recalled", "computed", "fitted", "assumed"] as const;
/** That of the source. */
export type ParameterStatus = (typeof PARAMETER_STATUSES)[number];

/** Every parameter of the circuit: the value in use, what it means, where it comes from. */
export function parameterRows(terms: Terms): readonly ParameterRow[] {
  const recalibrated = new Set(recalibratedParameters.map(({ name }) => name));
  const known = (parameters: readonly ParameterKnowledge[]): readonly ParameterKnowledge[] =>
    parameters.filter(({ name }) => !recalibrated.has(name));
  return [
    ...rowsOf([...siteDensityParameters, ...recalibratedParameters], siteDensitySources, terms),
    ...ploPrior.drawn.map(({ name, distribution, meaning, source, note }): ParameterRow => {
      const drawn = siteDensityParameters.find((parameter) => parameter.name === name);
      return {
        name: `${name} (PLO)`,
        value: distribution.kind === "logNormal" ? numberText(distribution.median) : "",
        unit: unitText(drawn?.unit ?? "1"),
        meaning: terms.text(meaning),
        source: sayCite(source, terms),
        status: "assumed",
        ...(note === undefined ? {} : { note: terms.text(note) }),
      };
    }),
    ...rowsOf(known(lactationAxisParameters), lactationAxisSources, terms),
    ...rowsOf(known(calciumBoneParameters), calciumBoneSources, terms),
  ];
}

function rowsOf(
  parameters: readonly (ParameterKnowledge & { readonly standardError?: number })[],
  sources: readonly ModelSource[],
  terms: Terms,
): readonly ParameterRow[] {
  return parameters.map(({ name, value, unit, meaning, source, note, standardError }) => {
    const found = sources.find(({ id }) => id === source);
    const error = standardError === undefined ? "" : ` ± ${numberText(standardError)}`;
    return {
      name,
      value: `${numberText(value)}${error}`,
      unit: unitText(unit),
      meaning: terms.text(meaning),
      source: sayCite(found?.cite ?? source, terms),
      status: found?.status ?? "assumed",
      ...(note === undefined ? {} : { note: terms.text(note) }),
    };
  });
}

function numberText(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function unitText(unit: string): string {
  return unit === "-" || unit === "1" ? "–" : unit;
}

/** Rows that hold every word typed, in any column. */
export function rowsWith(
  rows: readonly ParameterRow[],
  find: string,
  status: ParameterStatus | undefined,
): readonly ParameterRow[] {
  const words = find
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return rows.filter((row) => {
    if (status !== undefined && row.status !== status) return false;
    const text = [row.name, row.meaning, row.source, row.note ?? ""].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
