import type { ExtraRequest } from "./extras-schema.ts";
import type { MultilevelOutput } from "./fit-shape.ts";
import type { EvidenceModel } from "./model-schema.ts";
import type { Prepared } from "./prepare.ts";
import { hypothesesR, modsR } from "./r-parts.ts";
import { rComment, rName, rNumber, rString, rVector } from "./r-text.ts";
import { type RandomNames, randomText } from "./random-input.ts";

/** Settings under which rma.mv's optimiser comes close to the optimum. */
const CONTROL = 'control = list(optimizer = "nlminb", rel.tol = 1e-10, iter.max = 10000, eval.max = 20000)';

/** A multilevel fit by rma.mv: at its own optimum, and at our variances, where all digits agree. */
export function multilevelFit(prepared: Prepared, fit: MultilevelOutput): string {
  const { model, random } = prepared;
  const { lines, argument } = modsR(prepared);
  const covariance = covarianceR(prepared);
  const structs = random.flatMap((part) => (part.kind === "structured" ? [part.structure] : []));
  const { aliases, named } = plainGroups(random);
  const formulas = named.map(randomText);
  const args = [
    ".yi",
    ".V",
    ...argument,
    ...(formulas.length === 0
      ? []
      : [`random = ${formulas.length === 1 ? formulas[0] : `list(${formulas.join(", ")})`}`]),
    ...(structs.length === 0 ? [] : [`struct = ${rVector(structs.map(rString))}`]),
    "data = dat",
    "slab = .label",
    `method = ${rString(fit.model.method)}`,
    `test = ${rString(fit.model.test)}`,
    ...(fit.model.test === "t" ? [`dfs = ${rString(fit.model.dfs ?? "contain")}`] : []),
    `level = ${rNumber(fit.model.level)}`,
  ];
  const own = `${args.join(", ")}, ${CONTROL}`;
  return [
    covariance,
    lines,
    aliases,
    `fit <- try(rma.mv(${own}))\n`,
    'if (!inherits(fit, "try-error")) print(fit, digits = 8)\n',
    rComment("The optimiser of rma.mv stops within about 1e-5 of the optimum; at our variances all digits agree:"),
    `same <- rma.mv(${[...args, ...knownR(random, fit)].join(", ")})\n`,
    "print(coef(summary(same)), digits = 12)\n",
    hypothesesR(model, prepared.design.names).replaceAll("anova(fit", "anova(same"),
    ...(model.extras ?? []).map((extra) => extraR(extra, prepared)),
  ].join("");
}

function covarianceR({ model, covariance, places, effects }: Prepared): string {
  const { sampling } = model;
  if (sampling !== undefined && "rho" in sampling) {
    const cluster = `dat[[${rString(sampling.cluster)}]]`;
    return [
      `.V <- ${rNumber(sampling.rho)} * outer(${cluster}, ${cluster}, "==") * outer(sqrt(dat$.vi), sqrt(dat$.vi))\n`,
      "diag(.V) <- dat$.vi\n",
    ].join("");
  }
  if (covariance.kind !== "given") return ".V <- dat$.vi\n";
  const entries = places.flatMap((a) =>
    places.map((b) => rNumber(covariance.covariance(a, b) ?? covariance.covariance(b, a) ?? 0)),
  );
  return `.V <- matrix(${rVector(entries)}, nrow = ${effects.yi.length})\n`;
}

/** Names that rma.mv cannot read in a random formula, replaced by columns `.group1`, `.group2` ... that hold the same. */
function plainGroups(random: readonly RandomNames[]): {
  readonly aliases: string;
  readonly named: readonly RandomNames[];
} {
  const names = new Set(random.flatMap((part) => (part.kind === "nested" ? part.levels : [part.inner, part.outer])));
  const odd = new Map([...names].filter((name) => rName(name) !== name).map((name, at) => [name, `.group${at + 1}`]));
  const plain = (name: string): string => odd.get(name) ?? name;
  return {
    aliases: [...odd].map(([name, alias]) => `dat$${alias} <- dat[[${rString(name)}]]\n`).join(""),
    named: random.map((part) =>
      part.kind === "nested"
        ? { ...part, levels: part.levels.map(plain) }
        : { ...part, inner: plain(part.inner), outer: plain(part.outer) },
    ),
  };
}

/** Our variances and correlations as the arguments that hold them. */
function knownR(random: readonly RandomNames[], fit: MultilevelOutput): readonly string[] {
  const sigma2 = fit.variances.map((one) => rNumber(one.sigma2));
  const tau2 = fit.structured.flatMap((one) => (one.struct === "CS" || one.struct === "ID" ? [one.tau2[0]] : one.tau2));
  const rho = fit.structured.flatMap((one) => {
    if (one.struct === "DIAG" || one.struct === "ID") return [];
    if (one.struct !== "UN") return [one.rho[0][1] ?? 0];
    return one.rho.flatMap((row, a) => row.slice(a + 1));
  });
  if (random.length === 0) return [];
  return [
    ...(sigma2.length === 0 ? [] : [`sigma2 = ${rVector(sigma2)}`]),
    ...(tau2.length === 0 ? [] : [`tau2 = ${rVector(tau2.map(rNumber))}`]),
    ...(rho.length === 0 ? [] : [`rho = ${rVector(rho.map(rNumber))}`]),
  ];
}

function extraR(request: ExtraRequest, { design }: Prepared): string {
  switch (request.kind) {
    case "predict": {
      const p = design.names.length;
      const hasIntercept = design.names[0] === "intrcpt";
      if (p === 1 && hasIntercept) return "print(predict(same), digits = 10)\n";
      const rows = design.rowsFor(request.at);
      const lines = request.at.map((_, at) =>
        rVector(Array.from(rows.subarray(at * p + (hasIntercept ? 1 : 0), (at + 1) * p), rNumber)),
      );
      return `print(predict(same, newmods = rbind(\n  ${lines.join(",\n  ")})), digits = 10)\n`;
    }
    case "fitted":
      return "print(fitted(same), digits = 10)\n";
    case "profile":
      return 'if (!inherits(fit, "try-error")) try(print(confint(fit), digits = 6))\n';
    case "blup":
      return "print(ranef(same), digits = 10)\n";
    default:
      return "";
  }
}

/** Cluster-robust tests of the last fit. */
export function robustR({ robust }: EvidenceModel, of: "fit" | "same"): string {
  if (robust === undefined) return "";
  const cluster = `cluster = dat[[${rString(robust.cluster)}]]`;
  switch (robust.type ?? "CR2") {
    case "CR2":
      return `# needs the package clubSandwich\ntry(print(robust(${of}, ${cluster}, clubSandwich = TRUE), digits = 10))\n`;
    case "CR1":
      return `try(print(robust(${of}, ${cluster}, adjust = TRUE), digits = 10))\n`;
    case "CR0":
      return `try(print(robust(${of}, ${cluster}, adjust = FALSE), digits = 10))\n`;
  }
}
