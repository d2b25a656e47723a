import type { DataTable } from "./data-table.ts";
import type { FactorSetting } from "./evaluate.ts";
import { compareLevels } from "./level-order.ts";
import type { EvidenceModel } from "./model-schema.ts";
import type { Prepared } from "./prepare.ts";
import { rFormula, rName, rNumber, rString, rVector } from "./r-text.ts";

/** Argument of rma() that makes its iterations, and the root search of the Paule-Mandel methods, stop where ours do. */
export function controlR(method: EvidenceModel["method"]): string {
  const root = method === "PM" || method === "PMM" ? ", tol = 1e-20" : "";
  return `control = list(threshold = 1e-12, maxiter = 1000${root})`;
}

/** The rows of the fit with their effects and the other columns, as a data frame `dat`. */
export function dataFrame({ table, places, labels, effects, rows }: Prepared): string {
  const lines = [
    `  .row = ${rVector(rows.map(String))}`,
    `  .label = ${rVector(labels.map(rString))}`,
    `  .yi = ${rVector(Array.from(effects.yi, rNumber))}`,
    `  .vi = ${rVector(Array.from(effects.vi, rNumber))}`,
    ...columnsR(table, places),
  ];
  return `dat <- data.frame(check.names = FALSE, stringsAsFactors = FALSE,\n${lines.join(",\n")})\n${factorLines(table, places)}`;
}

/** Columns of the table that R code of the fit may ask for, the rows of the fit only. */
export function columnsR(table: DataTable, places: readonly number[]): readonly string[] {
  return [...table.columns.values()]
    .filter(({ kind, name }) => kind !== "empty" && !OWN.has(name))
    .map(({ name, cells, kind }) => {
      const values = places.map((place) => {
        const cell = cells[place];
        if (cell === undefined) return "NA";
        return kind === "number" ? rNumber(cell.number) : rString(cell.text);
      });
      return `  ${rName(name)} = ${rVector(values)}`;
    });
}

const OWN: ReadonlySet<string> = new Set([".row", ".label", ".yi", ".vi"]);

/** Names that the script uses itself, or that R takes for something else wherever they stand. */
const TAKEN = /^(?:\.row|\.label|\.yi|\.vi|\.V|\.X|\.group\d+|dat|\.\.\.|\.\.\d+|NA|NaN|Inf)$/;

/** A stop() where a column bears a name that the script cannot take. */
export function takenNames({ columns }: DataTable): string {
  const taken = [...columns.keys()].filter((name) => TAKEN.test(name));
  return taken.length === 0
    ? ""
    : `stop(${rString(`Rename the columns ${taken.join(", ")} of the table: R cannot take these names here.`)})\n`;
}

/** Text columns become factors whose levels stand in our order, whatever the locale of the machine. */
export function factorLines(table: DataTable, places: readonly number[]): string {
  return [...table.columns.values()]
    .filter(({ kind }) => kind === "text" || kind === "mixed")
    .map(({ name, cells }) => {
      const levels = [...new Set(places.flatMap((place) => cells[place]?.text ?? []))].sort(compareLevels);
      return `dat[[${rString(name)}]] <- factor(dat[[${rString(name)}]], levels = ${rVector(levels.map(rString))})\n`;
    })
    .join("");
}

/** Moderators as R code: the formula itself, or the design matrix where R would lose the contrasts of a factor or cannot read a name. */
export function modsR({
  model,
  formula,
  design,
  places,
  table,
}: Pick<Prepared, "model" | "formula" | "design" | "places" | "table">): {
  readonly lines: string;
  readonly argument: readonly string[];
} {
  if (formula === "~ 1") return { lines: "", argument: [] };
  const settings = factorSettings(model);
  const isReadable = ![...table.columns.keys()].some((name) => name.includes("`") && formula.includes(name));
  if (isReadable && settings.every(([, { contrast }]) => (contrast ?? "treatment") === "treatment")) {
    return {
      lines: settings.map(([column, setting]) => factorLine(column, setting)).join(""),
      argument: [`mods = ${rFormula(formula)}`],
    };
  }
  const { names, x } = design;
  const lines = `.X <- matrix(${rVector(Array.from(x, rNumber))},\n  nrow = ${places.length}, byrow = TRUE, dimnames = list(NULL, ${rVector(names.map(rString))}))\n`;
  return names[0] === "intrcpt"
    ? { lines, argument: ["mods = .X[, -1, drop = FALSE]"] }
    : { lines, argument: ["mods = .X", "intercept = FALSE"] };
}

/** Factors that the model sets apart, for a fit by formula. */
export function settingsR(model: EvidenceModel): string {
  return factorSettings(model)
    .map(([column, setting]) => {
      const { contrast = "treatment" } = setting;
      const name = contrast === "polynomial" ? "contr.poly" : `contr.${contrast}`;
      const target = `dat[[${rString(column)}]]`;
      return (
        factorLine(column, setting) +
        (contrast === "treatment" ? "" : `contrasts(${target}) <- ${name}(nlevels(${target}))\n`)
      );
    })
    .join("");
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
