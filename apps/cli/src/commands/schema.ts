import { scenarioSchema } from "@materbone/circuit";
import { caseRecordSchema, type Lang, meaningOf, nearest, seriesHeadSchema, seriesSchema } from "@materbone/clinical";
import {
  effectsShape,
  evidenceModelSchema,
  literatureSchema,
  mixedShape,
  multilevelShape,
  univariateShape,
} from "@materbone/evidence";
import { definitionSchema, mappingSchema, reviewSchema, worklistSchema } from "@materbone/finder";
import * as z from "zod";
import { EXIT, type Run } from "../command.ts";
import { InputError } from "../input/input-error.ts";
import { simulateCaseShape } from "../output/case-simulation-shape.ts";
import { simulateCompareShape } from "../output/comparison-shape.ts";
import { evidenceBenchmarkShape, evidenceForestShape } from "../output/evidence-shapes.ts";
import { jsonText } from "../output/json.ts";
import { simulatePopulationShape } from "../output/population-shape.ts";
import { assessShape, checkShape, responseShape, therapyShape, verifyShape } from "../output/shapes.ts";
import { simulateShape } from "../output/simulation-shape.ts";
import { write } from "../terminal.ts";

/** Every published format by name: what is read, then what the commands print. */
export const formats: Readonly<Record<string, z.ZodType>> = {
  case: caseRecordSchema,
  "series-head": seriesHeadSchema,
  series: seriesSchema,
  "check-output": checkShape,
  "assess-output": assessShape,
  "response-output": responseShape,
  "therapy-output": therapyShape,
  "verify-output": verifyShape,
  literature: literatureSchema,
  "evidence-forest-output": evidenceForestShape,
  "evidence-benchmark-output": evidenceBenchmarkShape,
  "evidence-model": evidenceModelSchema,
  "find-output": worklistSchema,
  scenario: scenarioSchema,
  cohort: definitionSchema,
  mapping: mappingSchema,
  "find-review": reviewSchema,
  "simulate-output": simulateShape,
  "simulate-case-output": simulateCaseShape,
  "simulate-population-output": simulatePopulationShape,
  "simulate-compare-output": simulateCompareShape,
  "evidence-fit-effects": effectsShape,
  "evidence-fit-univariate": univariateShape,
  "evidence-fit-multilevel": multilevelShape,
  "evidence-fit-mixed": mixedShape,
};

/**
 * JSON Schema (2020-12) of a format, with what its fields mean in one language. `null` is allowed wherever a key may be left
 * out, and means the same; but not in the result of a fit, where a key that does not apply is absent.
 */
export function jsonSchema(name: string, lang: Lang = "en"): Readonly<Record<string, unknown>> {
  const format = formats[name];
  if (format === undefined) {
    const known = Object.keys(formats);
    throw new InputError([
      { kind: "badOption", option: "schema", value: name, allowed: known, nearest: nearest(name, known) },
    ]);
  }
  const schema = z.toJSONSchema(format, {
    io: "input",
    target: "draft-2020-12",
    reused: "inline",
    override: ({ zodSchema, jsonSchema: node }) => {
      const meaning = meaningOf(zodSchema, lang);
      if (meaning !== undefined) node.description = meaning;
    },
  });
  const published = name.startsWith("evidence-fit-") ? schema : withNulls(schema);
  return { $id: `https://materbone.org/schema/${name}.json`, title: name, ...(published as object) };
}

export const schema: Run = async ({ world, terms }, name) => {
  await write(world, name === "" ? `${Object.keys(formats).join("\n")}\n` : jsonText(jsonSchema(name, terms.lang)));
  return EXIT.done;
};

function withNulls(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNulls);
  if (typeof node !== "object" || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withNulls(value)]));
  const properties = copy.properties;
  if (copy.type !== "object" || typeof properties !== "object" || properties === null) return copy;
  const required = Array.isArray(copy.required) ? copy.required : [];
  copy.properties = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      key,
      required.includes(key) ? value : { anyOf: [value, { type: "null" }] },
    ]),
  );
  return copy;
}
