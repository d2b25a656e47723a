import { TAU_PRIOR_SCALE } from "./extra-defaults.ts";
import type { ExtraRequest } from "./extras-schema.ts";
import type { EvidenceModel } from "./model-schema.ts";
import type { Prepared } from "./prepare.ts";
import { CONTROL } from "./r-parts.ts";
import { rComment, rNumber, rString, rVector } from "./r-text.ts";

/** Calls of metafor for the analyses beside a univariate fit. */
export function univariateExtrasR(prepared: Prepared): readonly string[] {
  return (prepared.model.extras ?? []).map((request) => {
    return `${rComment(request.kind)}${extraR(request, prepared)}`;
  });
}

function extraR(request: ExtraRequest, { model, design, places, table }: Prepared): string {
  switch (request.kind) {
    case "predict": {
      const p = design.names.length;
      const rows = design.rowsFor(request.at);
      const hasIntercept = design.names[0] === "intrcpt";
      const lines = request.at.map((_, at) =>
        rVector(Array.from(rows.subarray(at * p + (hasIntercept ? 1 : 0), (at + 1) * p), rNumber)),
      );
      if (p === 1 && hasIntercept) return "print(predict(fit), digits = 10)\n";
      return `print(predict(fit, newmods = rbind(\n  ${lines.join(",\n  ")})), digits = 10)\n`;
    }
    case "fitted":
      return "print(predict(fit), digits = 10)\n";
    case "residuals":
      return "print(rstandard(fit), digits = 10)\n";
    case "leaveOneOut":
      return "print(leave1out(fit), digits = 10)\n";
    case "cumulative":
      return `print(cumul(fit${request.orderBy === undefined ? "" : `, order = dat[[${rString(request.orderBy)}]]`}), digits = 10)\n`;
    case "influence":
      return "print(influence(fit), digits = 10)\n";
    case "blup":
      return "print(blup(fit), digits = 10)\n";
    case "profile":
      return "print(confint(fit, digits = 10))\n";
    case "egger": {
      const { predictor = "sei", model: kind = "rma", ni } = request;
      const sizes =
        ni === undefined ? (table.columns.has("ni") ? ", ni = dat$ni" : "") : `, ni = dat[[${rString(ni)}]]`;
      const own = kind === "rma" ? `, ${methodR(model)}, ${CONTROL}` : "";
      return `print(regtest(dat$.yi, dat$.vi${sizes}, model = ${rString(kind)}, predictor = ${rString(predictor)}${own}), digits = 10)\n`;
    }
    case "rankTest":
      return `print(ranktest(fit${request.exact === undefined ? "" : `, exact = ${request.exact ? "TRUE" : "FALSE"}`}), digits = 10)\n`;
    case "trimAndFill": {
      const side = request.side === undefined ? "" : `, side = ${rString(request.side)}`;
      const call = `trimfill(fit${side}, estimator = ${rString(request.estimator ?? "L0")})`;
      if (request.precision !== "full") return `print(${call}, digits = 10)\n`;
      return `filled <- ${call}\nprint(rma(filled$yi, filled$vi, ${methodR(model)}, ${CONTROL}), digits = 10)\n`;
    }
    case "failsafe": {
      const target = request.target === undefined ? "" : `, target = ${rNumber(request.target)}`;
      return `print(fsn(.yi, .vi, data = dat, type = ${rString(request.method ?? "Rosenthal")}, alpha = ${rNumber(request.alpha ?? 0.05)}${target}), digits = 10)\n`;
    }
    case "henmiCopas":
      return "print(hc(fit), digits = 10)\n";
    case "excessSignificance":
      return `print(tes(fit, alpha = ${rNumber(request.alpha ?? 0.05)}${request.alternative === undefined ? "" : `, alternative = ${rString(request.alternative)}`}), digits = 10)\n`;
    case "permutation":
      return request.exact === false || request.n !== undefined
        ? `set.seed(${request.seed ?? 1}) # other random numbers than ours\nprint(permutest(fit, iter = ${request.n ?? 10000}), digits = 10)\n`
        : "print(permutest(fit, exact = TRUE), digits = 10)\n";
    case "bootstrap":
      return `set.seed(${request.seed ?? 1}) # other random numbers than ours\nsims <- simulate(fit, nsim = ${request.n ?? 10000})\nboot <- sapply(sims, function(y) { r <- try(update(fit, yi = y), silent = TRUE); if (inherits(r, "try-error")) rep(NA, 1 + length(coef(fit))) else c(r$tau2, coef(r)) })\nprint(apply(boot, 1, quantile, c(.025, .975), na.rm = TRUE))\n`;
    case "bayes": {
      const { tau = { kind: "halfNormal", scale: TAU_PRIOR_SCALE }, mu = { kind: "flat" } } = request;
      const prior =
        tau.kind === "uniform"
          ? `function(t) dunif(t, 0, ${rNumber(tau.upper)})`
          : `function(t) ${tau.kind === "halfNormal" ? "dhalfnormal" : "dhalfcauchy"}(t, scale = ${rNumber(tau.scale)})`;
      const mean = mu.kind === "flat" ? "" : `, mu.prior.mean = ${rNumber(mu.mean)}, mu.prior.sd = ${rNumber(mu.sd)}`;
      return `# install.packages("bayesmeta")\nprint(bayesmeta::bayesmeta(dat$.yi, sqrt(dat$.vi), labels = dat$.label, tau.prior = ${prior}${mean}))\n`;
    }
    case "shrunkenSlopes":
      return "";
    case "subgroups": {
      const column = `dat[[${rString(request.column)}]]`;
      const levels = [
        ...new Set(places.flatMap((place) => table.columns.get(request.column)?.cells[place]?.text ?? [])),
      ];
      return `for (group in ${rVector(levels.map(rString))}) print(update(fit, subset = ${column} == group), digits = 10)\n`;
    }
  }
}

/** Method and test of the fit as arguments. */
function methodR({ method = "REML", test }: EvidenceModel): string {
  return `method = ${rString(method)}, test = ${rString(test ?? (method === "FE" ? "z" : "adhoc"))}`;
}
