import { caseRecordSchema, createTerms, vocabularies } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import type { FieldSpec } from "./field-spec.ts";
import { labelOf } from "./label-of.ts";
import { recordSpec } from "./record-spec.ts";

/** The parts of zod's definitions that lead from a schema to the schemas inside it. */
type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, { readonly def: unknown }>>;
  readonly element?: { readonly def: unknown };
  readonly innerType?: { readonly def: unknown };
  readonly options?: readonly { readonly def: unknown }[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
};

function definition(schema: { readonly def: unknown } | undefined): Definition {
  const def = (schema?.def ?? { type: "none" }) as Definition;
  return def.innerType === undefined ? def : definition(def.innerType);
}

/** What kinds of control can edit what the schema holds at a place. */
function kindsFor(def: Definition): readonly FieldSpec["kind"][] {
  const keys = Object.keys(def.shape ?? {});
  if (keys.includes("gestationalWeeks")) return ["when"];
  switch (def.type) {
    case "object":
      return ["group"];
    case "array":
      return definition(def.element).type === "object"
        ? ["list"]
        : definition(def.element).type === "enum"
          ? ["several"]
          : ["words"];
    case "boolean":
      return ["flag"];
    case "number":
      return ["number", "options"];
    case "string":
      return ["plain", "options"];
    case "enum":
      return ["choice"];
    case "literal":
      return ["choice", "options"];
    case "union": {
      const options = (def.options ?? []).map(definition);
      const object = options.find((option) => option.type === "object");
      if (Object.keys(object?.shape ?? {}).includes("answer")) return ["answer"];
      if (Object.keys(object?.shape ?? {}).includes("zh")) return ["text"];
      if (options.some((option) => option.type === "tuple")) return ["amount"];
      return ["printed"];
    }
    default:
      return [];
  }
}

function allowedValues(def: Definition): readonly string[] {
  return (def.values ?? Object.values(def.entries ?? {})).map(String);
}

type Miss = { readonly at: string; readonly why: string };

function missesOf(def: Definition, specs: readonly FieldSpec[], at: string): readonly Miss[] {
  const misses: Miss[] = specs
    .filter((spec) => def.shape?.[spec.key] === undefined)
    .map((spec) => ({ at: `${at}/${spec.key}`, why: "not a field of the record" }));
  for (const [key, schema] of Object.entries(def.shape ?? {})) {
    const place = `${at}/${key}`;
    const found = specs.find((spec) => spec.key === key);
    const inner = definition(schema);
    if (found === undefined) misses.push({ at: place, why: "no control" });
    else if (!kindsFor(inner).includes(found.kind)) misses.push({ at: place, why: `${found.kind} for ${inner.type}` });
    else if (found.kind === "group") misses.push(...missesOf(inner, found.fields, place));
    else if (found.kind === "list") misses.push(...missesOf(definition(inner.element), found.fields, `${place}/0`));
    else if (found.kind === "choice") {
      const offered = Object.keys(vocabularies[found.vocabulary]);
      if (offered.toSorted().join() !== allowedValues(inner).toSorted().join()) {
        misses.push({ at: place, why: "offers other values than the record takes" });
      }
    } else if (found.kind === "several") {
      const offered = Object.keys(vocabularies[found.vocabulary]);
      const allowed = allowedValues(definition(inner.element));
      if (!allowed.every((value) => offered.includes(value))) misses.push({ at: place, why: "values without a word" });
    }
  }
  return misses;
}

function placesOf(specs: readonly FieldSpec[], at: string): readonly string[] {
  return specs.flatMap((spec) => {
    const place = `${at}/${spec.key}`;
    if (spec.kind === "group") return [place, ...placesOf(spec.fields, place)];
    return spec.kind === "list" ? [place, ...placesOf(spec.fields, `${place}/0`)] : [place];
  });
}

describe("the form of a record", () => {
  it("has a control of the right kind for every field of the schema", () => {
    const { schema: _constant, ...shape } = caseRecordSchema.def.shape;
    expect(missesOf({ type: "object", shape }, Object.values(recordSpec), "")).toEqual([]);
  });

  it("names every field in both languages", () => {
    const silent = new Set(["/scans/0/sites", "/laboratory/0/results", "/adverseEvents/events"]);
    for (const lang of ["en", "zh"] as const) {
      const terms = createTerms(lang);
      const unnamed = placesOf(Object.values(recordSpec), "").filter(
        (place) => !silent.has(place) && /^$|[“”]/.test(labelOf(place, terms)),
      );
      expect(unnamed).toEqual([]);
    }
  });

  it("asks for every field that an entry cannot be without before it adds one", () => {
    const lists = Object.values(recordSpec).filter((spec) => spec.kind === "list");
    const fields: Readonly<Record<string, { readonly def: unknown }>> = caseRecordSchema.def.shape;
    for (const list of lists) {
      const entry = definition(definition(fields[list.key]).element);
      const required = Object.entries(entry.shape ?? {})
        .filter(([, schema]) => (schema.def as Definition).type !== "optional")
        .map(([key]) => key);
      const given = [...list.opens, ...Object.keys(list.start ?? {})];
      // A scan gets its id and its empty sites from the grid.
      if (list.key !== "scans") expect(given).toEqual(expect.arrayContaining(required));
    }
  });
});
