import { MEASURES } from "../effect-size/measures.ts";
import type { DataTable } from "./data-table.ts";
import type { FactorSetting } from "./evaluate.ts";
import { compareLevels } from "./level-order.ts";
import type { EvidenceModel } from "./model-schema.ts";
import type { Prepared } from "./prepare.ts";
import { univariateExtrasR } from "./r-extras.ts";
import { rComment, rName, rNumber, rString, rVector } from "./r-text.ts";

/**
 * An R script that holds the rows of the fit and makes the same fit with metafor, to the same digits. It runs alone; effects
 * are written as they were computed, and where they come from raw columns a call of escalc stands beside them as a check.
 */
export function rScript(prepared: Prepared): string {
  const { model } = prepared;
  const parts = [
    head(prepared),
    dataFrame(prepared),
    ...(prepared.measure === undefined ? [] : [escalcCheck(prepared)]),
    ...(model.model === "effects" ? [] : [univariateFit(prepared)]),
    ...(model.model === "effects" ? [] : univariateExtrasR(prepared)),
  ];
  return parts.join("\n");
}

function head({ model, excluded, measure, formula }: Prepared): string {
  return [
    rComment(model.title ?? "Meta-analysis"),
    rComment(`Moderators: ${formula}${measure === undefined ? "" : `; measure ${measure}`}`),
    ...excluded.map(({ row, label, reason }) =>
      rComment(
        `Not in the fit: row ${row} (${label}), ${reason.kind}${reason.kind === "missing" ? ` ${reason.columns.join(", ")}` : ""}`,
      ),
    ),
    "library(metafor)\n",
  ].join("");
}

/** Columns of the table that R code of the fit may ask for, the rows of the fit only. */
export function dataFrame({ table, places, labels, effects, rows }: Prepared): string {
  const columns = [...table.columns.values()].filter(({ kind, name }) => kind !== "empty" && !OWN.has(name));
  const lines = [
    `  .row = ${rVector(rows.map(String))}`,
    `  .label = ${rVector(labels.map(rString))}`,
    `  .yi = ${rVector(Array.from(effects.yi, rNumber))}`,
    `  .vi = ${rVector(Array.from(effects.vi, rNumber))}`,
    ...columns.map(({ name, cells, kind }) => {
      const picked = places.map((place) => cells[place]);
      const values = picked.map((cell) =>
        cell === undefined ? "NA" : kind === "number" ? rNumber(cell.number) : rString(cell.text),
      );
      return `  ${rName(name)} = ${rVector(values)}`;
    }),
  ];
  return `dat <- data.frame(check.names = FALSE, stringsAsFactors = FALSE,\n${lines.join(",\n")})\n${factorLines(table, places)}`;
}

const OWN: ReadonlySet<string> = new Set([".row", ".label", ".yi", ".vi"]);

/** Text columns become factors whose levels stand in our order, whatever the locale of the machine. */
function factorLines(table: DataTable, places: readonly number[]): string {
  return [...table.columns.values()]
    .filter(({ kind }) => kind === "text" || kind === "mixed")
    .map(({ name, cells }) => {
      const levels = [...new Set(places.flatMap((place) => cells[place]?.text ?? []))].sort(compareLevels);
      return `dat[[${rString(name)}]] <- factor(dat[[${rString(name)}]], levels = ${rVector(levels.map(rString))})\n`;
    })
    .join("");
}

function escalcCheck({ model, measure, table }: Prepared): string {
  const { effect } = model;
  if (effect === undefined || !("measure" in effect) || measure === undefined) return "";
  if (measure === "PCHG")
    return rComment("Percent change with its variance by the delta method; escalc has no such measure.");
  const inputs = MEASURES[measure].columns.flatMap((input) => {
    const source = effect.columns?.[input] ?? (table.columns.has(input) ? input : undefined);
    if (source === undefined) return [];
    return [`${input} = ${typeof source === "number" ? rNumber(source) : rName(source)}`];
  });
  const { vtype, correct, add, to, drop00 } = effect.options ?? {};
  const options = [
    ...(vtype === undefined ? [] : [`vtype = ${rString(vtype)}`]),
    ...(correct === undefined ? [] : [`correct = ${correct ? "TRUE" : "FALSE"}`]),
    ...(add === undefined ? [] : [`add = ${rNumber(add)}`]),
    ...(to === undefined ? [] : [`to = ${rString(to)}`]),
    ...(drop00 === undefined ? [] : [`drop00 = ${drop00 ? "TRUE" : "FALSE"}`]),
  ];
  const call = [`measure = ${rString(measure)}`, ...inputs, ...options, "data = dat"].join(", ");
  return [
    rComment("The same effects by escalc (metafor 5.0 or newer); differences should be 0 up to rounding,"),
    rComment("but for rows whose SD or correlation was assumed or derived from a median."),
    `check <- try(escalc(${call}))\n`,
    `if (!inherits(check, "try-error")) print(summary(cbind(yi = dat$.yi - check$yi, vi = dat$.vi - check$vi)))\n`,
  ].join("");
}

/** Arguments of rma() that make its iterations stop where ours do. */
export const CONTROL = "control = list(threshold = 1e-12, maxiter = 1000)";

function univariateFit(prepared: Prepared): string {
  const { model, formula, design } = prepared;
  const method = model.method ?? "REML";
  const isPooled = formula === "~ 1";
  const mods = modsR(prepared);
  const args = [
    ".yi",
    ".vi",
    ...mods.argument,
    "data = dat",
    "slab = .label",
    `method = ${rString(method)}`,
    `test = ${rString(model.test ?? (method === "FE" ? "z" : "adhoc"))}`,
    `level = ${rNumber(model.level ?? 95)}`,
    ...(model.tau2 === undefined ? [] : [`tau2 = ${rNumber(model.tau2)}`]),
    CONTROL,
  ];
  return [
    mods.lines,
    `fit <- rma(${args.join(", ")})\n`,
    "print(fit, digits = 10)\n",
    "print(coef(summary(fit)), digits = 12)\n",
    ...(method === "FE"
      ? []
      : [
          "print(confint(fit, digits = 10, control = list(tol = 1e-12, maxiter = 1000, tau2.max = 1e6 * max(1, var(dat$.yi)))))\n",
        ]),
    ...(isPooled ? ["print(predict(fit), digits = 10)\n"] : []),
    hypothesesR(model, design.names),
  ].join("");
}

/** Moderators as R code: the formula itself, or the design matrix where R would lose the contrasts of a factor. */
export function modsR({ model, formula, design, places }: Pick<Prepared, "model" | "formula" | "design" | "places">): {
  readonly lines: string;
  readonly argument: readonly string[];
} {
  if (formula === "~ 1") return { lines: "", argument: [] };
  const settings = factorSettings(model);
  if (settings.every(([, { contrast }]) => (contrast ?? "treatment") === "treatment")) {
    return {
      lines: settings.map(([column, setting]) => factorLine(column, setting)).join(""),
      argument: [`mods = ${formula}`],
    };
  }
  const { names, x } = design;
  const lines = `X <- matrix(${rVector(Array.from(x, rNumber))},\n  nrow = ${places.length}, byrow = TRUE, dimnames = list(NULL, ${rVector(names.map(rString))}))\n`;
  return names[0] === "intrcpt"
    ? { lines, argument: ["mods = X[, -1, drop = FALSE]"] }
    : { lines, argument: ["mods = X", "intercept = FALSE"] };
}

function factorSettings({ factors = {}, moderators }: EvidenceModel): readonly (readonly [string, FactorSetting])[] {
  const terms = typeof moderators === "object" ? moderators.terms : [];
  const inTerms = terms.flatMap((term) => {
    const parts = typeof term === "object" && "interaction" in term ? term.interaction : [term];
    return parts.flatMap((part) =>
      typeof part === "object" && typeof part.factor === "object" ? [[part.column, part.factor] as const] : [],
    );
  });
  return [...Object.entries(factors), ...inTerms];
}

function factorLine(column: string, { reference, levels }: FactorSetting): string {
  const target = `dat[[${rString(column)}]]`;
  const order = levels === undefined ? "" : `, levels = ${rVector(levels.map(rString))}`;
  const first = reference === undefined ? "" : `${target} <- relevel(${target}, ref = ${rString(reference)})\n`;
  return `${target} <- factor(${target}${order})\n${first}`;
}

/** Tests of linear hypotheses by anova(). */
export function hypothesesR({ hypotheses }: EvidenceModel, names: readonly string[]): string {
  const list = [hypotheses ?? []].flat();
  if (list.length === 0) return "";
  const rows = list.map(({ weights }) => `  ${rVector(names.map((name) => rNumber(weights[name] ?? 0)))}`);
  const values = list.map(({ value }) => rNumber(value ?? 0));
  return `print(anova(fit, X = rbind(\n${rows.join(",\n")}), rhs = ${rVector(values)}), digits = 10)\n`;
}
