import { TAU_PRIOR_SCALE } from "./extra-defaults.ts";
import type { ExtraRequest } from "./extras-schema.ts";
import type { EvidenceModel } from "./model-schema.ts";
import type { Prepared } from "./prepare.ts";
import { controlR } from "./r-parts.ts";
import { rComment, rNumber, rString, rVector } from "./r-text.ts";

/** Calls of metafor for the analyses beside a univariate fit. */
export function univariateExtrasR(prepared: Prepared): readonly string[] {
  return (prepared.model.extras ?? []).map((request) => {
    const code = extraR(request, prepared);
    // An analysis that cannot be done on these rows must not stop the others.
    return `${rComment(request.kind)}${code === "" || code.startsWith("#") ? code : `try({\n${code}})\n`}`;
  });
}

function extraR(request: ExtraRequest, { model, design, formula, places, table }: Prepared): string {
  const isPooled = formula === "~ 1";
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
      if (isPooled) return "print(leave1out(fit), digits = 10)\n";
      return "for (i in seq_len(nrow(dat))) try(print(coef(summary(update(fit, subset = -i))), digits = 10))\n";
    case "cumulative": {
      const order = request.orderBy === undefined ? undefined : `dat[[${rString(request.orderBy)}]]`;
      if (isPooled) return `print(cumul(fit${order === undefined ? "" : `, order = ${order}`}), digits = 10)\n`;
      const rows = order === undefined ? "seq_len(nrow(dat))" : `order(${order})`;
      return `for (i in seq_len(nrow(dat))) try(print(coef(summary(update(fit, subset = ${rows}[seq_len(i)]))), digits = 10))\n`;
    }
    case "influence":
      return "print(influence(fit), digits = 10)\n";
    case "blup":
      return "print(blup(fit), digits = 10)\n";
    case "profile":
      return rComment("The Q-profile interval stands above.");
    case "egger": {
      const { predictor = "sei", model: kind = "rma", ni } = request;
      const sizes =
        ni === undefined ? (table.columns.has("ni") ? ", ni = dat$ni" : "") : `, ni = dat[[${rString(ni)}]]`;
      return `print(regtest(fit${sizes}, model = ${rString(kind)}, predictor = ${rString(predictor)}), digits = 10)\n`;
    }
    case "rankTest":
      return `print(ranktest(fit${request.exact === undefined ? "" : `, exact = ${request.exact ? "TRUE" : "FALSE"}`}), digits = 10)\n`;
    case "trimAndFill": {
      const side = request.side === undefined ? "" : `, side = ${rString(request.side)}`;
      const control = request.precision === "full" ? `, ${controlR(model.method)}` : "";
      return [
        `filled <- trimfill(fit${side}, estimator = ${rString(request.estimator ?? "L0")})\n`,
        "print(c(missing = filled$k0, se = filled$se.k0), digits = 10)\n",
        rComment("trimfill itself tests by z at 95 percent; this is the fit with our test and level:"),
        `print(rma(filled$yi, filled$vi, ${methodR(model)}${control}), digits = 10)\n`,
      ].join("");
    }
    case "failsafe": {
      const target = request.target === undefined ? "" : `, target = ${rNumber(request.target)}`;
      return `print(fsn(.yi, .vi, data = dat, type = ${rString(request.method ?? "Rosenthal")}, alpha = ${rNumber(request.alpha ?? 0.05)}${target}), digits = 10)\n`;
    }
    case "henmiCopas":
      return `print(hc(fit${request.precision === "full" ? ", control = list(tol = 1e-14)" : ""}), digits = 10)\n`;
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
          : `function(t) bayesmeta::${tau.kind === "halfNormal" ? "dhalfnormal" : "dhalfcauchy"}(t, scale = ${rNumber(tau.scale)})`;
      const mean = mu.kind === "flat" ? "" : `, mu.prior.mean = ${rNumber(mu.mean)}, mu.prior.sd = ${rNumber(mu.sd)}`;
      return [
        'if (!requireNamespace("bayesmeta", quietly = TRUE)) {\n',
        '  message("Not run: the package bayesmeta is not installed.")\n',
        "} else {\n",
        `  print(bayesmeta::bayesmeta(dat$.yi, sqrt(dat$.vi), labels = make.unique(dat$.label), tau.prior = ${prior}${mean}, interval.type = "central"))\n`,
        "}\n",
      ].join("");
    }
    case "shrunkenSlopes":
      return "";
    case "subgroups": {
      const column = `dat[[${rString(request.column)}]]`;
      if (request.commonTau2 === true) {
        return `print(rma(.yi, .vi, mods = ~ 0 + factor(${column}), data = dat, ${methodR(model)}, ${controlR(model.method)}), digits = 10)\n`;
      }
      const known = table.columns.get(request.column);
      const levels = new Set(
        places.flatMap((place) => {
          const cell = known?.cells[place];
          if (cell === undefined) return [];
          return [known?.kind === "number" ? rNumber(cell.number) : rString(cell.text)];
        }),
      );
      return `for (.level in ${rVector([...levels])}) print(update(fit, subset = which(${column} == .level)), digits = 10)\n`;
    }
  }
}

/** Method, test and level of the fit as arguments. */
function methodR({ method = "REML", test, level }: EvidenceModel): string {
  return `method = ${rString(method)}, test = ${rString(test ?? (method === "FE" ? "z" : "adhoc"))}, level = ${rNumber(level ?? 95)}`;
}
