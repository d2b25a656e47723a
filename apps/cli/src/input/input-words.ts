import { caseSentences, sayScenarioProblem } from "@materbone/circuit";
import { type Phrase, say, sayProblem, type Terms, type Text } from "@materbone/clinical";
import { type EvidenceProblem, sayEvidenceProblem, sayLiteratureCsvProblem } from "@materbone/evidence";
import { sayConversionTrouble, sayIgnored, sayMissing, sayRefusal } from "@materbone/exchange";
import { sayDefinitionProblem } from "@materbone/finder";
import { visible } from "../terminal.ts";
import type { InputProblem } from "./input-error.ts";

type Kind = InputProblem["kind"];
type Words = { readonly [K in Kind]: Phrase<Extract<InputProblem, { kind: K }>> };

/** File, place, what is wrong there and the mend, in the language of `terms`; one line, safe to print to a terminal. */
export function sayInputProblem(problem: InputProblem, terms: Terms): string {
  return visible(say(words[problem.kind] as Phrase<InputProblem>, problem, terms));
}

/** What a JSON reader stumbled over, by the names of the parser's error codes. */
const syntax: Readonly<Record<string, Text>> = {
  CommaExpected: { en: "a comma is missing", zh: "缺少逗号" },
  ColonExpected: { en: "a colon is missing", zh: "缺少冒号" },
  PropertyNameExpected: { en: "a key in double quotes is expected", zh: "此处应为带双引号的键" },
  ValueExpected: { en: "a value is missing", zh: "缺少取值" },
  CloseBraceExpected: { en: "a closing } is missing; the file may be cut off", zh: "缺少右花括号 }，文件可能不完整" },
  CloseBracketExpected: { en: "a closing ] is missing; the file may be cut off", zh: "缺少右方括号 ]，文件可能不完整" },
  EndOfFileExpected: { en: "text follows after the end of the JSON value", zh: "JSON 结束后仍有多余内容" },
  UnexpectedEndOfString: { en: "a text is not closed with a double quote", zh: "文本缺少右引号" },
  InvalidCommentToken: { en: "comments are not allowed in JSON", zh: "JSON 中不允许注释" },
};

const unexpected: Text = { en: "unexpected text", zh: "内容无法识别" };

const place = (file: string, line: number | undefined, column?: number): string =>
  [file, line, column].filter((part) => part !== undefined).join(":");

/** A row of the data, or a line of the model with its pointer. */
function evidencePlace(file: string, line: number | undefined, problem: EvidenceProblem): string {
  return problem.in === "data" ? place(file, line) : `${place(file, line)} ${short(problem.at || "/")}`;
}

/** The longest piece of a file that a message repeats. */
const LONGEST = 120;

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const words: Words = {
  record: {
    en: ({ file, line, problem }, t) => `${place(file, line)} ${short(problem.at || "/")}: ${sayProblem(problem, t)}`,
    zh: ({ file, line, problem }, t) => `${place(file, line)} ${short(problem.at || "/")}：${sayProblem(problem, t)}`,
  },
  notJson: {
    en: ({ file, line, column, what, near }, t) =>
      `${place(file, line, column)}: not JSON: ${t.text(syntax[what] ?? unexpected)}${near === "" ? " (end of file)" : ` near ${JSON.stringify(near)}`}. Correct the text there.`,
    zh: ({ file, line, column, what, near }, t) =>
      `${place(file, line, column)}：不是有效的 JSON：${t.text(syntax[what] ?? unexpected)}${near === "" ? "（文件末尾）" : `，位于 ${JSON.stringify(near)} 附近`}。请在该处更正。`,
  },
  duplicateKey: {
    en: ({ file, line, key }) => `${place(file, line)}: the key "${short(key)}" stands twice in one object. Keep one.`,
    zh: ({ file, line, key }) => `${place(file, line)}：同一对象中键“${short(key)}”重复。请只保留一个。`,
  },
  tooDeep: {
    en: ({ file, line, column, limit }) =>
      `${place(file, line, column)}: brackets are nested more than ${limit} deep, which no record needs. Check how the file was made.`,
    zh: ({ file, line, column, limit }) =>
      `${place(file, line, column)}：括号嵌套超过 ${limit} 层，病例记录不会如此。请检查该文件的来源。`,
  },
  encoding: {
    en: ({ file, line, encoding }) =>
      `${place(file, line)}: the ${line === undefined ? "file" : "line"} is ${encoding === "unknown" ? "not UTF-8 text" : `${encoding} text`}, and UTF-8 is needed. Save it as UTF-8 and try again.`,
    zh: ({ file, line, encoding }) =>
      `${place(file, line)}：${line === undefined ? "文件" : "该行"}${encoding === "unknown" ? "不是 UTF-8 文本" : `编码为 ${encoding}`}，需要 UTF-8。请另存为 UTF-8 后重试。`,
  },
  tooLarge: {
    en: ({ file, megabytes, limit }) =>
      `${file}: ${megabytes} MB is more than one JSON file may have (${limit} MB). Write one case per line as NDJSON (.ndjson), which is streamed.`,
    zh: ({ file, megabytes, limit }) =>
      `${file}：文件 ${megabytes} MB，超过单个 JSON 文件的上限（${limit} MB）。请改为每行一例的 NDJSON（.ndjson），可流式读取。`,
  },
  lineTooLong: {
    en: ({ file, line, limit }) =>
      `${place(file, line)}: the line is longer than ${limit} MB. One line holds one case.`,
    zh: ({ file, line, limit }) => `${place(file, line)}：该行超过 ${limit} MB。每行只能有一个病例。`,
  },
  empty: {
    en: ({ file }) => `${file}: the file is empty. "materbone init FOLDER" writes a series to start from.`,
    zh: ({ file }) => `${file}：文件为空。可用“materbone init 文件夹”生成起始系列。`,
  },
  noSuchPath: {
    en: ({ file, nearest }) =>
      `${file}: no such file or folder.${nearest === undefined ? "" : ` Did you mean "${nearest}"?`}`,
    zh: ({ file, nearest }) => `${file}：文件或文件夹不存在。${nearest === undefined ? "" : `是否应为“${nearest}”？`}`,
  },
  linkLoop: {
    en: ({ file }) => `${file}: the links of this path run in a circle. Give the path of the real folder.`,
    zh: ({ file }) => `${file}：该路径的符号链接成环。请给出真实文件夹的路径。`,
  },
  notReadable: {
    en: ({ file, code }) => `${file}: cannot be read (${code}). Check the permissions.`,
    zh: ({ file, code }) => `${file}：无法读取（${code}）。请检查权限。`,
  },
  noSeries: {
    en: ({ file }) => `${file}: the folder has no series.json. "materbone init FOLDER" writes one.`,
    zh: ({ file }) => `${file}：文件夹中没有 series.json。可用“materbone init 文件夹”生成。`,
  },
  noCases: {
    en: ({ file }) => `${file}: no case in it. Put one JSON file per woman into the folder "cases".`,
    zh: ({ file }) => `${file}：没有病例。请在“cases”文件夹中为每位患者放一个 JSON 文件。`,
  },
  unknownFormat: {
    en: ({ file }) =>
      `${file}: neither a folder, a .json nor an .ndjson file. Give one of these; "materbone init FOLDER" writes a series.`,
    zh: ({ file }) =>
      `${file}：不是文件夹，也不是 .json 或 .ndjson 文件。请给出其中之一；可用“materbone init 文件夹”生成系列。`,
  },
  folderNotFile: {
    en: ({ file }) => `${file}: this is a folder, and a file is needed. Rename it or move it elsewhere.`,
    zh: ({ file }) => `${file}：这是文件夹，此处需要文件。请改名或移走。`,
  },
  unknownCase: {
    en: ({ id, known, nearest }, t) =>
      `There is no case "${short(id)}".${nearest === undefined ? "" : ` Did you mean "${nearest}"?`} Cases: ${t.series(known.slice(0, 12))}${known.length > 12 ? "…" : ""}.`,
    zh: ({ id, known, nearest }, t) =>
      `没有病例“${short(id)}”。${nearest === undefined ? "" : `是否应为“${nearest}”？`}现有病例：${t.series(known.slice(0, 12))}${known.length > 12 ? "…" : ""}。`,
  },
  badOption: {
    en: ({ option, value, allowed, nearest }, t) =>
      `${option} ${value} is not known.${nearest === undefined ? "" : ` Did you mean "${nearest}"?`} Known: ${t.series(allowed)}.`,
    zh: ({ option, value, allowed, nearest }, t) =>
      `${option} 不能为 ${value}。${nearest === undefined ? "" : `是否应为“${nearest}”？`}可用：${t.series(allowed)}。`,
  },
  notMonths: {
    en: ({ option, value }) => `${option} ${value} is not a number of months after delivery. Write one such as 12.`,
    zh: ({ option, value }) => `${option} ${value} 不是产后月数。请填写数字，例如 12。`,
  },
  notAFolder: {
    en: ({ file }) => `${file}: is a file, and a folder is needed there. Give another folder.`,
    zh: ({ file }) => `${file}：此处是文件，需要的是文件夹。请指定其他文件夹。`,
  },
  notJsonEnding: {
    en: ({ file }) => `${file}: the name does not end with .json, so this woman would be left out. Rename the file.`,
    zh: ({ file }) => `${file}：文件名不以 .json 结尾，该病例会被遗漏。请重命名文件。`,
  },
  noCentreStudy: {
    en: () =>
      '--lsc centre needs "precisionStudy" with a densitometer of the series, and there is none. Add it, or give a JSON file.',
    zh: () => "--lsc centre 需要系列中某台骨密度仪的“precisionStudy”，现无此项。请补充，或给出 JSON 文件。",
  },
  precisionFile: {
    en: ({ file, line, at, value, sites }, t) =>
      `${place(file, line)} ${short(at || "/")}: ${value} is not a precision. Give for ${t.either(sites)} one of rmsSdGPerCm2 (g/cm²), cvPercent (%) or scansGPerCm2 (repeated scans of two or more people).`,
    zh: ({ file, line, at, value, sites }, t) =>
      `${place(file, line)} ${short(at || "/")}：${value} 不是有效的精密度。请为 ${t.either(sites)} 给出 rmsSdGPerCm2（g/cm²）、cvPercent（%）或 scansGPerCm2（两人及以上的重复扫描）之一。`,
  },
  exists: {
    en: ({ file }) => `${file}: exists already and is left as it is. Give a new folder.`,
    zh: ({ file }) => `${file}：已存在，未作改动。请指定新的文件夹。`,
  },
  fileExists: {
    en: ({ file }) =>
      `${file}: exists already and is left as it is. Give another name, or replace it with --overwrite.`,
    zh: ({ file }) => `${file}：已存在，未作改动。请指定其他文件名，或用 --overwrite 替换。`,
  },
  missingOption: {
    en: ({ option }) => `${option} is needed. Name a file with it.`,
    zh: ({ option }) => `缺少 ${option}。请用它指定文件。`,
  },
  dataFileTooLarge: {
    en: ({ file, megabytes, limit }) =>
      `${file}: ${megabytes} MB is more than a data file may have (${limit} MB). Leave out columns that the model does not use.`,
    zh: ({ file, megabytes, limit }) =>
      `${file}：文件 ${megabytes} MB，超过数据文件的上限（${limit} MB）。请删去模型不用的列。`,
  },
  literatureCsv: {
    en: ({ file, problem }, t) => `${file}: ${sayLiteratureCsvProblem(problem, t)}`,
    zh: ({ file, problem }, t) => `${file}：${sayLiteratureCsvProblem(problem, t)}`,
  },
  badSd: {
    en: ({ value, largest }) =>
      `--sd ${value} is not an SD between women. Write pooled, or points above 0 up to ${largest}, such as 7.`,
    zh: ({ value, largest }) =>
      `--sd ${value} 不是有效的个体间 SD。请填写 pooled，或大于 0 且不超过 ${largest} 的百分点数，例如 7。`,
  },
  badReading: {
    en: ({ value, nearest }) =>
      `--reading "${value}" names no reading. Write the outcome and the number of the reading, counted from 1: osullivan-2006/bp/lumbarSpine@24=1.${nearest === undefined ? "" : ` Did you mean ${nearest}?`}`,
    zh: ({ value, nearest }) =>
      `--reading “${value}”未对应任何数值。请写结局与数值序号（从 1 起）：osullivan-2006/bp/lumbarSpine@24=1。${nearest === undefined ? "" : `是否为 ${nearest}？`}`,
  },
  evidence: {
    en: ({ file, line, problem }, t) => `${evidencePlace(file, line, problem)}: ${sayEvidenceProblem(problem, t)}`,
    zh: ({ file, line, problem }, t) => `${evidencePlace(file, line, problem)}：${sayEvidenceProblem(problem, t)}`,
  },
  scenario: {
    en: ({ file, line, problem }, t) =>
      `${place(file, line)} ${short(problem.at || "/")}: ${sayScenarioProblem(problem, t)}`,
    zh: ({ file, line, problem }, t) =>
      `${place(file, line)} ${short(problem.at || "/")}：${sayScenarioProblem(problem, t)}`,
  },
  notWhole: {
    en: ({ option, value, least, most }) =>
      `${option}: "${value}" is not a whole number from ${least} to ${most}. Correct it.`,
    zh: ({ option, value, least, most }) => `${option}：“${value}”不是 ${least} 至 ${most} 的整数。请更正。`,
  },
  weaningUnknown: {
    en: (_, t) => t.text(caseSentences.weaningUnknown),
    zh: (_, t) => t.text(caseSentences.weaningUnknown),
  },
  weanedWithoutCase: {
    en: () => "--weaned is of one woman: name her with --series and --case.",
    zh: () => "--weaned 仅适用于单个患者：请用 --series 与 --case 指定。",
  },
  noWomanDrawn: {
    en: ({ file }) =>
      `${file}: no woman of the series can be drawn. One is drawn with a scan of the lumbar spine that can be used, and with the time of weaning or the word that she did not nurse.`,
    zh: ({ file }) => `${file}：该系列无可绘制的患者。须有可用的腰椎检查，并记录停止哺乳时间或未哺乳。`,
  },
  emptyScenario: {
    en: ({ file }) =>
      `${file}: the file is empty. A scenario needs at least { "schema": "materbone/scenario/1", "model": …, "outputs": { "times": [ … ] } }; docs/how-to/write-a-scenario.md shows examples.`,
    zh: ({ file }) =>
      `${file}：文件为空。情景至少须有 { "schema": "materbone/scenario/1", "model": …, "outputs": { "times": [ … ] } }；示例见 docs/how-to/write-a-scenario.zh.md。`,
  },
  bandOfUndefined: {
    en: ({ name }) =>
      `${name} is a percent change since a value of 0, which is undefined, so that women have no band of it. Take it out of "changes", or give another "since".`,
    zh: ({ name }) => `${name} 是相对于 0 的百分变化，无定义，故无法给出人群区间。请从“changes”中删除，或另取“since”。`,
  },
  populationOfCircuit: {
    en: ({ model }) => `Virtual women are women of the model circuit, not of ${model}. Write "model": "circuit".`,
    zh: ({ model }) => `虚拟女性仅用于模型 circuit，而非 ${model}。请写 "model": "circuit"。`,
  },
  ownInput: {
    en: ({ option, file }) => `${option} ${file} is the file that is read. Give another.`,
    zh: ({ option, file }) => `${option} ${file} 正是所读取的文件。请指定其他文件。`,
  },
  noRegistry: {
    en: ({ file }) => `${file}: there is no database in this folder. Name its folder with --data.`,
    zh: ({ file }) => `${file}：该文件夹中没有数据库。请用 --data 指定其所在文件夹。`,
  },
  definition: {
    en: ({ file, line, problem }, t) =>
      `${place(file, line)} ${short(problem.at || "/")}: ${sayDefinitionProblem(problem, t)}`,
    zh: ({ file, line, problem }, t) =>
      `${place(file, line)} ${short(problem.at || "/")}：${sayDefinitionProblem(problem, t)}`,
  },
  findSource: {
    en: ({ file, why }, t) => `${file}: ${sayRefusal(why, t)}`,
    zh: ({ file, why }, t) => `${file}：${sayRefusal(why, t)}`,
  },
  findAside: {
    en: ({ name, why }, t) => `  ${name}: ${sayIgnored(why, t)}`,
    zh: ({ name, why }, t) => `  ${name}：${sayIgnored(why, t)}`,
  },
  findRefused: {
    en: ({ file, trouble }, t) => `${file}: ${sayConversionTrouble(trouble, t)}`,
    zh: ({ file, trouble }, t) => `${file}：${sayConversionTrouble(trouble, t)}`,
  },
  engineOnlyExplains: {
    en: ({ engine }) => `${engine} is not asked from here: print its SQL with --explain and run it there.`,
    zh: ({ engine }) => `此处不直接查询 ${engine}：请用 --explain 输出 SQL，在该平台执行。`,
  },
  findMissing: {
    en: ({ file, missing }, t) =>
      `${file}: refused by --strict, because parts are missing: ${missing.map((part) => sayMissing(part, t)).join(" ")}`,
    zh: ({ file, missing }, t) =>
      `${file}：因数据不全，--strict 拒绝处理：${missing.map((part) => sayMissing(part, t)).join("")}`,
  },
  trinoUrl: {
    en: () =>
      "--connection of Trino is the address of its coordinator, https://host:8443, without user and password: these come from TRINO_USER and TRINO_PASSWORD.",
    zh: () =>
      "Trino 的 --connection 为协调节点地址，如 https://host:8443，不含用户名和密码；二者取自环境变量 TRINO_USER 与 TRINO_PASSWORD。",
  },
  trinoPasswordInTheOpen: {
    en: () => "TRINO_PASSWORD is set, and the connection is not encrypted: give an https address, or unset it.",
    zh: () => "已设置 TRINO_PASSWORD，但连接未加密：请使用 https 地址，或取消该变量。",
  },
  omopOfDatabase: {
    en: () =>
      "--omop reads the tables of an OMOP CDM in a database: use it with --engine postgres or trino. Files in the OMOP format need no --omop.",
    zh: () => "--omop 用于直接读取数据库中的 OMOP CDM：请配合 --engine postgres 或 trino。OMOP 格式的文件无需 --omop。",
  },
  notADay: {
    en: ({ option, value }) => `${option} ${short(value)}: give a day as 2026-01-31.`,
    zh: ({ option, value }) => `${option} ${short(value)}：请按 2026-01-31 的格式给出日期。`,
  },
  unknownPerson: {
    en: ({ id }) => `There is no person ${short(id)} in the data.`,
    zh: ({ id }) => `数据中没有患者 ${short(id)}。`,
  },
  notAWorklist: {
    en: ({ file }) => `${file}: this is no worklist. Make one with "materbone find DATA --format json".`,
    zh: ({ file }) => `${file}：不是工作清单。请用“materbone find 数据 --format json”生成。`,
  },
  notAKey: {
    en: ({ file, line }) =>
      line === 1
        ? `${place(file, line)}: no answer key begins like this. Make key and data together with "materbone find hospital".`
        : `${place(file, line)}: this line is no entry of an answer key.`,
    zh: ({ file, line }) =>
      line === 1
        ? `${place(file, line)}：不是答案文件的首行。请用“materbone find hospital”同时生成数据与答案。`
        : `${place(file, line)}：该行不是答案条目。`,
  },
  otherHospital: {
    en: ({ file, worklist }) =>
      `${file}: this is the answer key of another hospital than that of ${worklist}: number of persons or dates of birth differ. Score with the key that lies beside the data of the worklist.`,
    zh: ({ file, worklist }) =>
      `${file}：该答案与 ${worklist} 不属于同一家医院（人数或出生日期不符）。请使用与清单数据一同生成的答案。`,
  },
  endingNotWritten: {
    en: ({ file }) =>
      `--output ${file}: no worklist is written in the form of this ending. Use .txt, .csv, .json, .ndjson or .html, or say the form with --format.`,
    zh: ({ file }) =>
      `--output ${file}：工作清单不能写成该扩展名的格式。请使用 .txt、.csv、.json、.ndjson 或 .html，或用 --format 指定格式。`,
  },
  linesOfCsv: {
    en: ({ format }) =>
      `--lines gives a table of the evidence, one row per line: use it with --format csv, not ${format}.`,
    zh: ({ format }) => `--lines 输出依据明细表（每条一行），仅用于 --format csv，不用于 ${format}。`,
  },
};
