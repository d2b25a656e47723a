import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { repositoryPath, run, workFolder, writeInput } from "../run.fixture.ts";
import { jsonSchema } from "./schema.ts";

type Json = Readonly<Record<string, unknown>>;
type Fit = { readonly name: string; readonly data: string; readonly model: Json };

const KINDS = ["effects", "univariate", "multilevel", "mixed"] as const;

const folder = workFolder();
afterAll(folder.remove);

function example(name: string): string {
  return readFileSync(repositoryPath(`examples/evidence/${name}`), "utf8");
}

const bcg = example("bcg.csv");
const change = example("bmd-change.csv");
const visits = example("bmd-visits.csv");
const counts = { measure: "RR", columns: { ai: "tpos", bi: "tneg", ci: "cpos", di: "cneg" } };

const fits: readonly Fit[] = [
  { name: "example of a meta-regression", data: bcg, model: JSON.parse(example("bcg.json")) },
  { name: "example of a multilevel model", data: change, model: JSON.parse(example("bmd-change.json")) },
  { name: "example of a mixed model", data: visits, model: JSON.parse(example("bmd-visits.json")) },
  {
    name: "a pooled effect with every analysis",
    data: bcg,
    model: {
      effect: counts,
      title: "t",
      robust: { cluster: "alloc", type: "CR1" },
      hypotheses: [{ weights: { intrcpt: 1 } }],
      extras: [
        { kind: "predict", at: [{}] },
        ...["fitted", "residuals", "leaveOneOut", "influence", "blup", "profile"],
        { kind: "cumulative", orderBy: "year" },
        ...["egger", "rankTest", "trimAndFill", "failsafe", "henmiCopas", "excessSignificance", "permutation"],
        { kind: "egger", predictor: "sqrtni", model: "lm" },
        { kind: "trimAndFill", estimator: "R0", precision: "full" },
        { kind: "failsafe", method: "Orwin" },
        { kind: "permutation", n: 100 },
        { kind: "bootstrap", n: 100 },
        "bayes",
        { kind: "bayes", tau: { kind: "uniform", upper: 4 }, mu: { kind: "normal", mean: 0, sd: 2 } },
        { kind: "subgroups", column: "alloc" },
        { kind: "subgroups", column: "alloc", commonTau2: true },
      ],
    },
  },
  {
    name: "moderators that a row alone carries",
    data: "yi,vi,g\n0.1,0.2,a\n0.4,0.1,a\n0.3,0.2,a\n0.9,0.3,b\n",
    model: { moderators: "~ g", omnibus: ["g"], extras: ["leaveOneOut", "influence", "cumulative", "residuals"] },
  },
  {
    name: "a common effect of two studies",
    data: "study,yi,vi\nA,0.1,0.2\nB,0.4,0.1\n",
    model: { method: "FE", extras: ["egger", "trimAndFill", "rankTest", "henmiCopas", "leaveOneOut"] },
  },
  { name: "one study", data: "yi,vi\n0.5,0.04\n", model: { extras: ["rankTest", "failsafe", "influence"] } },
  {
    name: "sizes all alike",
    data: "yi,vi,n\n0.5,0.04,9\n0.4,0.04,9\n0.1,0.04,9\n0.2,0.04,9\n",
    model: { extras: [{ kind: "egger", predictor: "ni", ni: "n" }, "egger", "rankTest"] },
  },
  {
    name: "rows left out, derived, assumed and added to",
    data: "g,mi,sdi,n,med,q1,q3,x\na,1,0.5,10,,,,1\na,,,8,2,1.5,2.9,1\nb,3,,1,,,,1\nb,,,,,,,1\nb,2,0.4,1,,,,0\nb,2,0.3,5,,,,1\n",
    model: {
      effect: { measure: "MN", columns: { ni: "n" }, options: { assumedSd: 0.5 } },
      conversions: [{ median: "med", q1: "q1", q3: "q3", n: "n" }],
      subset: "x == 1",
    },
  },
  {
    name: "only effects",
    data: "ai,bi,ci,di\n0,10,3,8\n2,9,4,7\n0,9,0,7\n",
    model: { model: "effects", effect: { measure: "OR", options: { drop00: true } } },
  },
  {
    name: "too few people for a standardised mean",
    data: "m1i,sd1i,n1i,m2i,sd2i,n2i\n1,1,1,2,1,1\n1,1,5,2,1,6\n1,0,5,2,1,6\n",
    model: { model: "effects", effect: { measure: "SMD" } },
  },
  {
    name: "structured effects",
    data: change,
    model: {
      random: { inner: "es", outer: "study", struct: "DIAG" },
      robust: { cluster: "study", type: "CR0" },
      extras: ["profile", "blup"],
    },
  },
  {
    name: "a multilevel pooled effect",
    data: change,
    model: { random: "~ 1 | study/es", test: "z", extras: [{ kind: "predict", at: [{}] }, "fitted", "blup"] },
  },
  {
    name: "a mixed model with every analysis",
    data: visits,
    model: {
      mixed: { formula: "bmd ~ years + (1 | id)" },
      omnibus: ["years"],
      extras: [
        { kind: "predict", at: [{ years: 1 }] },
        ...["fitted", "blup", "profile"],
        { kind: "shrunkenSlopes", time: "years", measurementSd: 0.01 },
      ],
    },
  },
  {
    name: "a mixed model with autocorrelated residuals",
    data: "id,t,y,u\na,0,1,1\na,1,1.4,1\na,2,1.9,2\nb,0,0.8,1\nb,1,1.5,1\nb,3,2.2,2\nc,0,1.3,1\nc,2,1.7,1\nc,3,2.5,2\n",
    model: {
      mixed: { formula: "y ~ t + (1 | id)", df: "contain", weights: "u", residual: { structure: "CAR1", time: "t" } },
      extras: [{ kind: "shrunkenSlopes", time: "u", measurementSd: 0.1 }],
    },
  },
];

describe("the JSON Schema of a fit", () => {
  it.each(KINDS)("says in both languages what every field of %s means", (kind) => {
    for (const lang of ["en", "zh"] as const) {
      const silent = properties(jsonSchema(`evidence-fit-${kind}`, lang), "").filter(
        ([, node]) =>
          typeof node.description !== "string" || /\p{Script=Han}/u.test(node.description) !== (lang === "zh"),
      );
      expect(silent.map(([at]) => at)).toEqual([]);
    }
  });

  it.each(KINDS)("leaves no object of %s open but those keyed by names of the data", (kind) => {
    const open = objects(jsonSchema(`evidence-fit-${kind}`)).filter(
      ({ additionalProperties }) => additionalProperties !== false,
    );
    for (const node of open) expect(Object.keys(node)).toContain("propertyNames");
  });
});

describe.each(fits)("the result of $name", ({ name, data, model }) => {
  let output: Json = {};
  let shape: z.ZodType = z.never();

  beforeAll(async () => {
    const stem = join(folder.path, name.replaceAll(" ", "-"));
    const files = [writeInput(`${stem}.csv`, data), writeInput(`${stem}.json`, model)] as const;
    const { out, err } = await run(["evidence", "fit", "--data", files[0], "--model", files[1], "--format", "json"]);
    expect(err).toBe("");
    output = JSON.parse(out);
    shape = z.fromJSONSchema(jsonSchema(`evidence-fit-${String(output.kind)}`));
  });

  it("is as its schema says", () => {
    expect(shape.safeParse(output).error).toBeUndefined();
  });

  it("is refused with a property that the schema does not know, wherever it stands", () => {
    for (const [at, changed] of withUnknown(output, "")) {
      if (KEYED_BY_DATA.test(at)) continue;
      expect(shape.safeParse(changed).success, at).toBe(false);
    }
  });
});

/** Objects whose keys are columns, coefficients or random effects. */
const KEYED_BY_DATA = /\/(?:at|dfbs|estimates)$|\/groups\/\d+\/se$/;

/** The value with one more property in each of its objects in turn; of a list only the first and last are tried. */
function* withUnknown(value: unknown, at: string): Generator<readonly [string, unknown]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [at, { ...value, unknown: 1 }];
  const entries = Object.entries(value);
  const tried = Array.isArray(value)
    ? entries.filter((_, place) => place === 0 || place === entries.length - 1)
    : entries;
  for (const [key, inner] of tried) {
    for (const [pointer, changed] of withUnknown(inner, `${at}/${key}`)) {
      yield [pointer, Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }];
    }
  }
}

function properties(node: unknown, at: string): readonly (readonly [string, Json])[] {
  if (typeof node !== "object" || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((one, place) => properties(one, `${at}/${place}`));
  const own = Object.entries((node as { readonly properties?: Json }).properties ?? {});
  return [
    ...own.map(([key, value]) => [`${at}/${key}`, value as Json] as const),
    ...Object.entries(node).flatMap(([key, value]) => properties(value, `${at}/${key}`)),
  ];
}

function objects(node: unknown): readonly Json[] {
  if (typeof node !== "object" || node === null) return [];
  const own = !Array.isArray(node) && (node as Json).type === "object" ? [node as Json] : [];
  return [...own, ...Object.values(node).flatMap(objects)];
}
