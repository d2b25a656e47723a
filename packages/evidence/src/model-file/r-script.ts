import { MEASURES } from "../effect-size/measures.ts";
import { modelKind } from "./model-kind.ts";
import type { Prepared } from "./prepare.ts";
import type { PreparedMixed } from "./prepare-mixed.ts";
import { univariateExtrasR } from "./r-extras.ts";
import { mixedScript } from "./r-mixed.ts";
import { multilevelFit, robustR } from "./r-multilevel.ts";
import { controlR, dataFrame, hypothesesR, modsR, takenNames } from "./r-parts.ts";
import { rComment, rName, rNumber, rString } from "./r-text.ts";
import type { EvidenceFit } from "./run-model.ts";

/**
 * An R script that holds the rows of the fit and makes the same fit with metafor, clubSandwich, lme4 or nlme, to the same
 * digits. It runs alone; effects are written as they were computed, and where they come from raw columns a call of escalc
 * stands beside them as a check.
 *
 * @param output - what the fit gave; needed for multilevel and mixed models
 */
export function rScript(prepared: Prepared | PreparedMixed, output?: EvidenceFit): string {
  if ("kind" in prepared) return output?.kind === "mixed" ? mixedScript(prepared, output) : "";
  const { model } = prepared;
  const kind = modelKind(model);
  const parts = [
    head(prepared),
    dataFrame(prepared),
    ...(prepared.measure === undefined ? [] : [escalcCheck(prepared)]),
    ...(kind === "univariate" ? [univariateFit(prepared), ...univariateExtrasR(prepared)] : []),
    ...(output?.kind === "multilevel" ? [multilevelFit(prepared, output)] : []),
    ...(kind === "effects" ? [] : [robustR(model, kind === "multilevel" ? "same" : "fit")]),
  ];
  return parts.join("\n");
}

function head({ model, excluded, measure, formula, table }: Prepared): string {
  return [
    rComment(model.title ?? "Meta-analysis"),
    rComment(`Moderators: ${formula}${measure === undefined ? "" : `; measure ${measure}`}`),
    ...excluded.map(({ row, label, reason }) =>
      rComment(
        `Not in the fit: row ${row} (${label}), ${reason.kind}${reason.kind === "missing" ? ` ${reason.columns.join(", ")}` : ""}`,
      ),
    ),
    takenNames(table),
    "library(metafor)\n",
  ].join("");
}

function escalcCheck({ model, measure, table }: Prepared): string {
  const { effect } = model;
  if (effect === undefined || !("measure" in effect) || measure === undefined) return "";
  if (measure === "PCHG")
    return rComment("Percent change with its variance by the delta method; escalc has no such measure.");
  const sourceOf = (input: string): string | number | undefined =>
    effect.columns?.[input] ?? (table.columns.has(input) ? input : undefined);
  // The other cells of a 2x2 table may come from the sizes of the groups.
  const sizes = MEASURES[measure].columns.includes("bi") && sourceOf("bi") === undefined ? ["n1i", "n2i"] : [];
  const inputs = [...MEASURES[measure].columns, ...sizes].flatMap((input) => {
    const source = sourceOf(input);
    if (source === undefined) return [];
    return [`${input} = ${typeof source === "number" ? `rep(${rNumber(source)}, nrow(dat))` : rName(source)}`];
  });
  if (MEASURES[measure].columns.some((input) => input !== "bi" && input !== "di" && sourceOf(input) === undefined))
    return rComment("No check by escalc: an input comes from a median.");
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
    `if (packageVersion("metafor") < "5.0") message("This metafor is older than 5.0: it lacks SMCRP and SMCRPH, and has other effects or variances for SMDH, SMCRH, ROM, ROMC, CVR, CVRC and for correct = FALSE.")\n`,
    `check <- try(escalc(${call}))\n`,
    `if (!inherits(check, "try-error")) print(summary(cbind(yi = dat$.yi - check$yi, vi = dat$.vi - check$vi)))\n`,
  ].join("");
}

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
    controlR(method),
  ];
  return [
    mods.lines,
    `fit <- rma(${args.join(", ")})\n`,
    "print(fit, digits = 10)\n",
    "print(coef(summary(fit)), digits = 12)\n",
    ...(method === "FE" || model.tau2 !== undefined
      ? []
      : [
          "print(confint(fit, digits = 10, control = list(tol = 1e-12, maxiter = 1000, tau2.max = 1e6 * max(1, var(dat$.yi)))))\n",
        ]),
    ...(isPooled ? ["print(predict(fit), digits = 10)\n"] : []),
    hypothesesR(model, design.names),
  ].join("");
}
