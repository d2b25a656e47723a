import { type Lang, SEVERITIES, type Text } from "@materbone/clinical";
import { EXIT } from "../../apps/cli/src/command.ts";
import { entries } from "../../apps/cli/src/program.ts";
import { words } from "../../apps/cli/src/words.ts";
import { code, codes, table } from "./markdown.ts";
import type { Page } from "./page.ts";

export const commandLinePage: Page = {
  name: "command-line",
  title: { en: "Command line", zh: "命令行" },
  about: {
    en: "Every command with options and example, exit codes, JSON shapes.",
    zh: "全部命令的选项与示例、退出码、JSON 结构。",
  },
  body: (lang) =>
    [
      INTRO[lang],
      table(
        { en: ["Command", "What it does"], zh: ["命令", "作用"] }[lang],
        entries.map(({ name, argument }) => [
          `[${name}](#${name.replaceAll(" ", "-")})${argument === undefined ? "" : ` ${code(argument[0])}`}`,
          words[name][lang],
        ]),
      ),
      ...entries.map((entry) => commandText(entry, lang)),
      `## ${{ en: "Values of the options", zh: "选项取值" }[lang]}`,
      optionValues(lang),
      `## ${{ en: "Exit codes", zh: "退出码" }[lang]}`,
      exitTable(lang),
      `## ${{ en: "JSON output", zh: "JSON 输出" }[lang]}`,
      JSON_TEXT[lang],
      SHAPES[lang],
    ].join("\n\n"),
};

const INTRO = {
  en: `In the project folder the command is \`npx materbone\`. ${words.source.en[0]?.toUpperCase()}${words.source.en.slice(1)} is a \`<source>\`. Results go to standard output, messages and progress to standard error. Without \`--lang\` the language is that of the terminal's locale, else English.`,
  zh: `在项目文件夹中使用 \`npx materbone\`。\`<source>\` 为${words.source.zh}。结果写到标准输出，提示与进度写到标准错误。未给 \`--lang\` 时按终端区域设置选择语言，否则为英文。`,
};

function commandText({ name, argument, options, example }: (typeof entries)[number], lang: Lang): string {
  const headings = { en: ["Argument or option", "Meaning"], zh: ["参数或选项", "含义"] }[lang];
  return [
    `## ${name}`,
    `${words[name][lang]}${{ en: ".", zh: "。" }[lang]}`,
    `\`\`\`\nmaterbone ${name}${argument === undefined ? "" : ` ${argument[0]}`}\n\`\`\``,
    table(headings, [
      ...(argument === undefined ? [] : [[code(argument[0]), words[argument[1]][lang]]]),
      ...options.map(([flags, word]) => [code(flags), words[word][lang]]),
    ]),
    `${words.example[lang]}\n\n\`\`\`\n${example}\n\`\`\``,
  ].join("\n\n");
}

type OptionValue = { readonly option: string; readonly values: string; readonly meaning: Text };

const OPTION_VALUES: readonly OptionValue[] = [
  {
    option: "--format",
    values: codes(["text", "json", "csv"]),
    meaning: {
      en: "`check` also `ndjson`; `tables` has `text`, `csv`, `markdown`, `html`, and `evidence table` these and `json`; `verify` has `text`, `json`; `evidence fit` also `r`; without it `simulate` goes by the ending of `--out`",
      zh: "`check` 另有 `ndjson`；`tables` 为 `text`、`csv`、`markdown`、`html`，`evidence table` 另加 `json`；`verify` 为 `text`、`json`；`evidence fit` 另有 `r`；`simulate` 省略时按 `--out` 的扩展名",
    },
  },
  {
    option: "--fail-on",
    values: codes(SEVERITIES),
    meaning: { en: "an open finding at or above it gives exit code 1", zh: "存在该级别及以上未处理的疑问时退出码为 1" },
  },
  {
    option: "--lsc",
    values: codes(["paper", "minimum", "centre", "FILE.json"]),
    meaning: {
      en: 'see [constants](constants.md); a file gives per site `rmsSdGPerCm2`, `cvPercent` or `scansGPerCm2`: `{ "lumbarSpine": { "rmsSdGPerCm2": 0.009 }, "totalHip": { "cvPercent": 1.2 }, "femoralNeck": { "scansGPerCm2": [[0.71, 0.72], [0.66, 0.65]] } }`',
      zh: '见[常数](constants.md)；文件按部位给出 `rmsSdGPerCm2`、`cvPercent` 或 `scansGPerCm2`：`{ "lumbarSpine": { "rmsSdGPerCm2": 0.009 }, "totalHip": { "cvPercent": 1.2 }, "femoralNeck": { "scansGPerCm2": [[0.71, 0.72], [0.66, 0.65]] } }`',
    },
  },
  {
    option: "--definition",
    values: "",
    meaning: {
      en: "ids of [definitions](definitions.md), separated by commas",
      zh: "[定义](definitions.md)编号，逗号分隔",
    },
  },
  {
    option: "--agent",
    values: "",
    meaning: {
      en: "id of an [agent](agents.md); without it, the bone drugs given or declined",
      zh: "[药物](agents.md)编号；省略即已用或拒绝的骨药物",
    },
  },
  {
    option: "--as-of",
    values: "",
    meaning: {
      en: "months after delivery at which the follow-up plan is read; the program has no clock",
      zh: "以产后第几个月查看随访计划；程序不读取系统时间",
    },
  },
  {
    option: "--data",
    values: "",
    meaning: {
      en: "folder of the database; without it `MATERBONE_DATA`, else `$XDG_DATA_HOME/materbone` or `~/.local/share/materbone` on Linux, `~/Library/Application Support/Materbone` on macOS, `%APPDATA%\\Materbone` on Windows",
      zh: "数据库所在文件夹；省略时为 `MATERBONE_DATA`，再次为 Linux 的 `$XDG_DATA_HOME/materbone` 或 `~/.local/share/materbone`、macOS 的 `~/Library/Application Support/Materbone`、Windows 的 `%APPDATA%\\Materbone`",
    },
  },
  {
    option: "--model",
    values: "",
    meaning: {
      en: "model file of `evidence fit`, whose `--data` is a CSV table; both are described in `docs/how-to/fit-a-model.md`",
      zh: "`evidence fit` 的模型文件；该命令的 `--data` 为 CSV 数据表；两者见 `docs/how-to/fit-a-model.zh.md`",
    },
  },
  {
    option: "--scenario",
    values: "",
    meaning: {
      en: "scenario file of `simulate`, described in `docs/how-to/write-a-scenario.md`",
      zh: "`simulate` 的情景文件，见 `docs/how-to/write-a-scenario.zh.md`",
    },
  },
  {
    option: "--out",
    values: "",
    meaning: {
      en: "folder for the report, made if need be; without it, `report`; for `simulate` a file",
      zh: "报告文件夹，不存在则创建；省略即 `report`；`simulate` 为文件",
    },
  },
];

function optionValues(lang: Lang): string {
  const headings = { en: ["Option", "Values", "Meaning"], zh: ["选项", "取值", "含义"] }[lang];
  return table(
    headings,
    OPTION_VALUES.map(({ option, values, meaning }) => [code(option), values, meaning[lang]]),
  );
}

const EXIT_WORDS: Readonly<Record<keyof typeof EXIT, Text>> = {
  done: { en: "done", zh: "完成" },
  findings: {
    en: "done, and `check --fail-on` found an open finding at or above the severity, or `verify` found a fault",
    zh: "完成，且 `check --fail-on` 发现该级别及以上的未处理疑问，或 `verify` 发现异常",
  },
  badInput: {
    en: "the input or the command could not be read; every problem is on standard error",
    zh: "输入或命令无法识别；全部问题见标准错误",
  },
  worldFailed: { en: "something outside failed, such as a full disk", zh: "外部故障，如磁盘已满" },
};

function exitTable(lang: Lang): string {
  const headings = { en: ["Code", "Meaning"], zh: ["退出码", "含义"] }[lang];
  const kinds = Object.keys(EXIT) as (keyof typeof EXIT)[];
  return table(
    headings,
    kinds.map((kind) => [String(EXIT[kind]), EXIT_WORDS[kind][lang]]),
  );
}

const JSON_TEXT = {
  en: "The shapes are fixed and published as JSON Schemas: [check-output](../schema/check-output.json), [assess-output](../schema/assess-output.json), [response-output](../schema/response-output.json), [therapy-output](../schema/therapy-output.json), [verify-output](../schema/verify-output.json), and for the evidence [literature](../schema/literature.json) (`evidence table`, also what `--literature` reads), [evidence-forest-output](../schema/evidence-forest-output.json), [evidence-benchmark-output](../schema/evidence-benchmark-output.json); `evidence fit` reads [evidence-model](../schema/evidence-model.json) and prints by the kind of model [evidence-fit-effects](../schema/evidence-fit-effects.json), [evidence-fit-univariate](../schema/evidence-fit-univariate.json), [evidence-fit-multilevel](../schema/evidence-fit-multilevel.json) or [evidence-fit-mixed](../schema/evidence-fit-mixed.json). `simulate` reads [scenario](../schema/scenario.json) and prints [simulate-output](../schema/simulate-output.json). `find` reads [cohort](../schema/cohort.json) and, for tables of a hospital, [mapping](../schema/mapping.json) (YAML), and prints [find-output](../schema/find-output.json). `materbone schema NAME` prints one. Codes, ids and numbers are the same in both languages; `message`, `because`, `missing`, `condition`, `reason` and `what` are sentences of `--lang`. A pair is [earliest, latest]; an open end is `null`; in the result of a fit a key that does not apply is absent. `at` is a JSON Pointer into the case record, or into `series.json` where `case` is `null`.",
  zh: "结构固定，并以 JSON Schema 发布：[check-output](../schema/check-output.json)、[assess-output](../schema/assess-output.json)、[response-output](../schema/response-output.json)、[therapy-output](../schema/therapy-output.json)、[verify-output](../schema/verify-output.json)；文献证据为 [literature](../schema/literature.json)（`evidence table` 的输出，亦为 `--literature` 的输入）、[evidence-forest-output](../schema/evidence-forest-output.json)、[evidence-benchmark-output](../schema/evidence-benchmark-output.json)；`evidence fit` 读取 [evidence-model](../schema/evidence-model.json)，按模型种类输出 [evidence-fit-effects](../schema/evidence-fit-effects.json)、[evidence-fit-univariate](../schema/evidence-fit-univariate.json)、[evidence-fit-multilevel](../schema/evidence-fit-multilevel.json) 或 [evidence-fit-mixed](../schema/evidence-fit-mixed.json)。`simulate` 读取 [scenario](../schema/scenario.json)，输出 [simulate-output](../schema/simulate-output.json)。`find` 读取 [cohort](../schema/cohort.json)，医院自有表格另需 [mapping](../schema/mapping.json)（YAML），输出 [find-output](../schema/find-output.json)。`materbone schema 名称` 可输出。代码、编号与数值在两种语言中相同；`message`、`because`、`missing`、`condition`、`reason`、`what` 为 `--lang` 所选语言的句子。成对的值为 [最早, 最晚]，开放端为 `null`；拟合结果中不适用的键不出现。`at` 为病例记录内的 JSON Pointer；`case` 为 `null` 时指 `series.json` 内。",
};

const SHAPE_BLOCK = `\`\`\`
check     { "findings": [{ "rule", "severity", "case", "at", "message", "facts", "state", "note"? }] }
assess    { "verdicts": [{ "case", "definition", "outcome",
                           "criteria": [{ "id", "status", "because": [], "missing": [] }] }],
            "considerInstead": [{ "case", "id", "condition", "because": [], "at", "source" }],
            "sensitivity": [{ "case", "windowMonths", "sites", "operator", "timing", "density", "both" }] }
response  { "responses": [{ "case", "site", "from", "to", "deltaGPerCm2", "percent", "percentPerYear",
                            "months", "deltaZ", "lscPercent", "exceedsLsc", "verdict", "reason" }] }
therapy   { "cases": [{ "case", "exposures": [], "regimens": [], "declined": [], "delays": [],
                        "readiness": [], "plan": [] }] }
verify    { "revisions", "documents", "head",
            "faults": [{ "kind", "sequence"?, "series"?, "case"?, "detail"?, "message" }] }
\`\`\``;

const SHAPES = {
  en: `${SHAPE_BLOCK}\n\n- \`outcome\`: \`consistent\`, \`notConsistent\`, \`undecided\`; \`status\`: \`met\`, \`notMet\`, \`undecided\`; criterion ids: \`timing\`, \`fragility-fracture\`, \`density\`, \`exclusion\`.\n- \`verdict\` of a response: \`gain\`, \`loss\`, \`noChange\`, \`notComparable\`. Where it is \`notComparable\`, \`percent\` and \`exceedsLsc\` are still there, and \`reason\` says why.\n- \`check --format ndjson\` writes one finding per line.`,
  zh: `${SHAPE_BLOCK}\n\n- \`outcome\`：\`consistent\`、\`notConsistent\`、\`undecided\`；\`status\`：\`met\`、\`notMet\`、\`undecided\`；标准编号：\`timing\`、\`fragility-fracture\`、\`density\`、\`exclusion\`。\n- 变化的 \`verdict\`：\`gain\`、\`loss\`、\`noChange\`、\`notComparable\`。为 \`notComparable\` 时仍给出 \`percent\` 与 \`exceedsLsc\`，\`reason\` 说明原因。\n- \`check --format ndjson\` 每行输出一个疑问。`,
};
