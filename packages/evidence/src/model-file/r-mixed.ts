import type { MixedOutput } from "./fit-shape.ts";
import { type ModelTerms, termText } from "./formula-terms.ts";
import { expressionText } from "./formula-tree.ts";
import type { PreparedMixed } from "./prepare-mixed.ts";
import { columnsR, factorLines, settingsR, takenNames } from "./r-parts.ts";
import { rComment, rFormula, rName, rNumber, rString, rVector } from "./r-text.ts";

const DDF = { satterthwaite: "Satterthwaite", kenwardRoger: "Kenward-Roger", none: "lme4", contain: "lme4" } as const;

/** A mixed fit by lme4, or by nlme where residuals have a structure or degrees of freedom are counted. */
export function mixedScript(prepared: PreparedMixed, fit: MixedOutput): string {
  const { model, mixed, table, places, rows, labels, excluded } = prepared;
  const own = [`  .row = ${rVector(rows.map(String))}`, `  .label = ${rVector(labels.map(rString))}`];
  const isNlme = fit.model.residual !== "independent" || fit.model.df === "contain";
  return [
    rComment(model.title ?? "Linear mixed model"),
    ...excluded.map(({ row, label, reason }) => rComment(`Not in the fit: row ${row} (${label}), ${reason.kind}`)),
    takenNames(table),
    `dat <- data.frame(check.names = FALSE, stringsAsFactors = FALSE,\n${[...own, ...columnsR(table, places)].join(",\n")})\n`,
    factorLines(table, places),
    settingsR(model),
    ...prepared.formula.random.flatMap(({ groups }) =>
      groups.map((name) => `dat[[${rString(name)}]] <- factor(dat[[${rString(name)}]])\n`),
    ),
    isNlme ? nlmeFit(prepared, fit) : lme4Fit(prepared, fit),
    hypothesesText(prepared, isNlme),
    ...(model.extras ?? []).map((extra) => extraR(extra.kind, isNlme)),
    mixed.reml === false ? rComment("By maximum likelihood.") : "",
  ].join("");
}

function lme4Fit({ mixed, formula }: PreparedMixed, fit: MixedOutput): string {
  const weights = mixed.weights === undefined ? "" : `, weights = ${rName(mixed.weights)}`;
  const control = `control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e6))`;
  return [
    "library(lme4)\nlibrary(lmerTest) # degrees of freedom; Kenward-Roger also needs pbkrtest\n",
    `fit <- lmer(${rFormula(formula.text)}, data = dat${weights}, REML = ${fit.model.method === "REML" ? "TRUE" : "FALSE"}, ${control})\n`,
    `print(coef(summary(fit, ddf = ${rString(DDF[fit.model.df])})), digits = 10)\n`,
    "print(as.data.frame(VarCorr(fit)), digits = 10)\n",
    "print(c(minus2LogLik = -2 * as.numeric(logLik(fit)), AIC = AIC(fit), BIC = BIC(fit)), digits = 12)\n",
  ].join("");
}

function nlmeFit({ mixed, formula }: PreparedMixed, fit: MixedOutput): string {
  const [part] = formula.random;
  // nlme cannot read every name of a group, and takes `pi` for the number.
  const groups = part.groups.map((_, at) => `.group${at + 1}`);
  const group = groups.at(-1) ?? "";
  const random = part.correlated
    ? `~ ${termsText(part.effects)} | ${groups.join("/")}`
    : `list(${group} = pdDiag(~ ${termsText(part.effects)}))`;
  const { residual, weights } = mixed;
  const variance = [
    ...(residual?.structure === "byGroup" ? [`varIdent(form = ~ 1 | ${rName(residual.by)})`] : []),
    ...(weights === undefined ? [] : [`varFixed(~ I(1 / ${rName(weights)}))`]),
  ];
  const args = [
    `fixed = ${rFormula(`${expressionText(formula.response)} ~ ${termsText(formula.fixed)}`)}`,
    "data = dat",
    `random = ${random}`,
    ...(residual?.structure === "CAR1" ? [`correlation = corCAR1(form = ~ ${rName(residual.time)} | ${group})`] : []),
    ...(variance.length === 0
      ? []
      : [`weights = ${variance.length === 1 ? variance[0] : `varComb(${variance.join(", ")})`}`]),
    `method = ${rString(fit.model.method)}`,
    "control = lmeControl(maxIter = 1000, msMaxIter = 1000, tolerance = 1e-10, msTol = 1e-12)",
  ];
  return [
    "library(nlme)\n",
    ...part.groups.map((name, at) => `dat$.group${at + 1} <- dat[[${rString(name)}]]\n`),
    `fit <- lme(${args.join(", ")})\n`,
    "# By maximum likelihood nlme would widen standard errors by sqrt(n / (n - p)); adjustSigma leaves that out.\n",
    "print(summary(fit, adjustSigma = FALSE))\nprint(summary(fit, adjustSigma = FALSE)$tTable, digits = 10)\n",
    "print(c(logLik = as.numeric(logLik(fit)), AIC = AIC(fit)), digits = 12)\n",
  ].join("");
}

/** Terms of a formula as R code. */
function termsText({ hasIntercept, variables, terms }: ModelTerms): string {
  const list = terms.map((term) => termText(term, variables));
  if (list.length === 0) return hasIntercept ? "1" : "0";
  return `${list.join(" + ")}${hasIntercept ? "" : " - 1"}`;
}

function hypothesesText({ model, design }: PreparedMixed, isNlme: boolean): string {
  return [model.hypotheses ?? []]
    .flat()
    .map(({ weights }) => {
      const row = rVector(design.names.map((name) => rNumber(weights[name] ?? 0)));
      return isNlme ? `print(anova(fit, L = ${row}))\n` : `print(contest1D(fit, L = ${row}), digits = 10)\n`;
    })
    .join("");
}

function extraR(kind: string, isNlme: boolean): string {
  switch (kind) {
    case "blup":
      return "print(ranef(fit), digits = 10)\n";
    case "fitted":
      return "print(fitted(fit), digits = 10)\n";
    case "profile":
      return isNlme ? "try(print(intervals(fit)))\n" : "try(print(confint(lme4::refitML(fit))))\n";
    default:
      return "";
  }
}
