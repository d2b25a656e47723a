import { type ScenarioName, type SimulationModel, sayCite, scenarioNames } from "@materbone/circuit";
import type { Terms, Text } from "@materbone/clinical";
import { textTable } from "@materbone/evidence";
import { csvLine } from "./csv.ts";
import { jsonText } from "./json.ts";

const kinds: Readonly<Record<ScenarioName["kind"], Text>> = {
  parameter: { en: "Parameters (published value)", zh: "参数（公布值）" },
  input: { en: "Inputs (resting value)", zh: "输入（基线值）" },
  state: { en: "States (initial value)", zh: "状态变量（初值）" },
  depot: { en: "Depots", zh: "储库" },
  output: { en: "Further outputs", zh: "其他输出" },
  agent: { en: "Drugs (usual dose; goes into)", zh: "药物（常用剂量；进入）" },
};
const hidden: Text = {
  en: " (not validated: given only where a scenario names it)",
  zh: "（未通过验证：仅在情景中指定时给出）",
};
const sources: Text = { en: "Source", zh: "来源" };

/** Every name that a scenario of these models may use, with value, unit, meaning and source. */
export function scenarioNameList(
  models: readonly SimulationModel[],
  format: "text" | "csv" | "json",
  terms: Terms,
  width: number,
): string {
  const all = models.map((model) => ({ model, names: scenarioNames(model) }));
  if (format === "text") return all.map(({ model, names }) => modelText(model, names, terms, width)).join("\n");
  const rows = all.flatMap(({ model, names }) =>
    names.map(({ kind, name, value, unit, meaning, source, into, isHidden }) => ({
      model: model.name,
      kind,
      name,
      value: value ?? null,
      unit,
      into: into ?? null,
      meaning: meaning === undefined ? null : terms.text(meaning),
      source: source === undefined ? null : sayCite(source, terms),
      hidden: isHidden ?? false,
    })),
  );
  if (format === "json")
    return jsonText({ models: models.map(({ name, version }) => ({ name, version })), names: rows });
  const header = ["model", "kind", "name", "value", "unit", "into", "meaning", "source", "hidden"] as const;
  return [csvLine(header), ...rows.map((row) => csvLine(header.map((key) => row[key])))].join("");
}

function modelText(model: SimulationModel, names: readonly ScenarioName[], terms: Terms, width: number): string {
  const groups = Object.entries(kinds).flatMap(([kind, heading]) => {
    const own = names.filter((name) => name.kind === kind);
    return own.length === 0
      ? []
      : [
          `\n${terms.text(heading)}\n${textTable(
            own.map((name) => nameRow(name, terms)),
            4,
          )}`,
        ];
  });
  const cites = [...new Set(names.flatMap(({ source }) => (source === undefined ? [] : [sayCite(source, terms)])))];
  const cited = cites.map((cite) => `  ${cite}\n`).join("");
  const rule = "=".repeat(Math.min(model.name.length, width));
  return `${model.name} (${model.version}): ${terms.text(model.title)}\n${rule}\n${groups.join("")}\n${terms.text(sources)}\n${cited}`;
}

function nameRow({ name, value, unit, meaning, into, isHidden }: ScenarioName, terms: Terms): readonly string[] {
  const said = meaning === undefined ? (into ?? "") : terms.text(meaning);
  return [
    name,
    value === undefined ? "" : String(Number(value.toPrecision(8))),
    unit === "1" ? "" : unit,
    `${said}${isHidden ? terms.text(hidden) : ""}`,
  ];
}
