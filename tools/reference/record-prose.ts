import type { Lang } from "@materbone/clinical";

/** The hand-written part of the page on the record. */
type RecordProse = {
  readonly files: string;
  readonly example: string;
  readonly rules: string;
  readonly time: string;
  readonly timeHeadings: readonly string[];
  readonly common: string;
  readonly caseFields: string;
  readonly fieldHeadings: readonly string[];
  readonly required: string;
  /** Behind a field of a claim. */
  readonly needed: string;
  readonly series: string;
  readonly seriesFields: string;
  readonly claims: string;
  readonly claimHeadings: readonly string[];
  readonly reviews: string;
  readonly ndjson: string;
  readonly vocabularies: string;
};

const FOLDER = `\`\`\`
my-series/
  series.json          materbone/series/1
  cases/
    woman-1.json       materbone/case/1
    woman-2.json
\`\`\``;

export const recordProse: Readonly<Record<Lang, RecordProse>> = {
  en: {
    files: `## Files

A series is a folder, and one woman is one JSON file in it. \`materbone init my-series\` writes a folder to start from.

${FOLDER}

Three other forms are read: one JSON file of a whole series (\`series.json\` with a list \`cases\`), one JSON file of one woman, and NDJSON (\`.ndjson\`, \`.jsonl\`): one woman per line. All text is UTF-8. Every file says its format in \`schema\`; older versions are brought up to date on reading, newer ones are refused.

\`materbone check my-series\` names everything that cannot be read: file, line, place, value and mend. Machine-readable schemas: [case](../schema/case.json), [series-head](../schema/series-head.json) (the file \`series.json\`), [series](../schema/series.json).`,
    example:
      "## A woman, worked out\n\nInvented. Only `schema` and `id` are required; everything else stands here because it was known.",
    rules: `## Four rules

1. **What is not known stays out.** A missing field, or \`null\`, means “not recorded”. It is never zero and never “no”. Where a source says that something was not asked, write \`notReported\`; where it says no, write \`no\`.
2. **As printed.** Store the number that the source prints, in its unit, with its digits; nothing is rounded or converted in the file. A value that looks wrong stays, and becomes a finding.
3. **Times are intervals.** Write what the source allows, no more. Months count from the index delivery (0), negative before it.
4. **Say where it stands.** Nearly every object takes \`note\` (a [text](#text-answer-printed-number)) and \`source\` (document, line, page). Neither is listed below.`,
    time: "## Time\n\nOne of `months`, `date` and `gestationalWeeks`, or none of them. `basis` says how it is known: `stated`, `derived` by arithmetic with one reading, `ambiguous` with several, `unknown`. `readings` lists the separate readings in months. If the index delivery has a date (`pregnancies[].deliveredAt`), dates and months convert into each other; without it, write months.",
    timeHeadings: ["Written", "Means"],
    common: `## Text, answer, printed number

| Part | Written |
|---|---|
| text | \`"one language"\`, or \`{ "en": "…", "zh": "…" }\` with one or both |
| answer | \`"yes"\`, \`"no"\`, \`"notReported"\`, or \`{ "answer": "yes", "note": "…", "source": "l.12" }\` |
| printed number | a number, or better a string that keeps the digits: \`"0.30"\`, \`"<0.1"\`, \`">60"\`; not negative |`,
    caseFields: "Fields of a case",
    fieldHeadings: ["Field", "Allowed", "Needed", "Meaning"],
    required: "yes",
    needed: " (required)",
    series:
      "## A series, worked out\n\nThe file `series.json`. Only `schema`, `id` and `title` are required; the devices and intervals recorded here judge every woman of the series.",
    seriesFields: "Fields of series.json",
    claims:
      "## Claims\n\nEvery claim has `kind` and `id` (both required), and may have `place` and `note`. What the kinds test is said in [rules](rules.md#kinds-of-claim).",
    claimHeadings: ["kind", "Meaning", "Fields"],
    reviews:
      "## Reviews\n\nAn entry of `reviews` answers a finding. It takes effect where `rule`, `case` and, if given, `at` are those of the finding.",
    ndjson: `## Many women

For large sets write one case per line and let \`check\` stream it; \`--series\` names the series whose devices and intervals judge them. A line that cannot be read is reported and the next one read.

\`\`\`
materbone check women.ndjson --series my-series --format ndjson > findings.ndjson
\`\`\`

\`\`\`
{"schema":"materbone/case/1","id":"w-000001","fractures":[{"site":"T12","at":{"months":2}}]}
{"schema":"materbone/case/1","id":"w-000002","scans":[{"id":"a","at":{"months":3},"sites":{"totalHip":{"bmdGPerCm2":0.71,"zScore":-1.8}}}]}
\`\`\``,
    vocabularies: "## Values of the longer lists\n\nAll lists, the short ones too: [vocabularies](vocabularies.md).",
  },
  zh: {
    files: `## 文件

一个系列为一个文件夹，每位患者为其中一个 JSON 文件。\`materbone init my-series\` 可生成起始文件夹。

${FOLDER}

另可读取三种形式：整个系列的单个 JSON 文件（\`series.json\` 内含 \`cases\` 列表）、单个患者的 JSON 文件，以及每行一例的 NDJSON（\`.ndjson\`、\`.jsonl\`）。文本一律为 UTF-8。每个文件以 \`schema\` 注明格式；旧版本读取时自动升级，新于本程序的版本不予读取。

\`materbone check my-series\` 会一次列出所有无法读取之处：文件、行、位置、数值及改法。机器可读的 Schema：[case](../schema/case.json)、[series-head](../schema/series-head.json)（即 \`series.json\` 文件）、[series](../schema/series.json)。`,
    example: "## 一例完整示例\n\n数据为虚构。仅 `schema` 与 `id` 必填，其余均因已知而填写。",
    rules: `## 四条原则

1. **不知道的不填。** 字段缺失或为 \`null\` 即“未记录”，既不是 0，也不是“否”。原文说明未问及，填 \`notReported\`；原文说明没有，填 \`no\`。
2. **照录原文。** 按原文数值、单位和位数保存，文件中不取整、不换算。看似有误的数值照样保留，由规则提出疑问。
3. **时间是区间。** 只写原文允许的精度。月数自本次分娩（第 0 月）起算，分娩前为负。
4. **注明出处。** 几乎所有对象都可带 \`note\`（[文本](#文本回答印刷数字)）和 \`source\`（文献、行号、页码），下表不再列出。`,
    time: "## 时间\n\n`months`、`date`、`gestationalWeeks` 三者取一，也可都不填。`basis` 说明依据：`stated` 原文明示，`derived` 由原文推算且只有一种读法，`ambiguous` 有多种读法，`unknown` 不详。`readings` 逐一列出各种读法（月）。本次分娩有日期（`pregnancies[].deliveredAt`）时，日期与月数可互相换算；没有日期时请写月数。",
    timeHeadings: ["写法", "含义"],
    common: `## 文本、回答、印刷数字

| 部分 | 写法 |
|---|---|
| 文本 | \`"单一语言"\`，或 \`{ "en": "…", "zh": "…" }\`（至少一种） |
| 回答 | \`"yes"\`、\`"no"\`、\`"notReported"\`，或 \`{ "answer": "yes", "note": "…", "source": "l.12" }\` |
| 印刷数字 | 数字，或（更好）保留位数的字符串：\`"0.30"\`、\`"<0.1"\`、\`">60"\`；不得为负 |`,
    caseFields: "病例字段",
    fieldHeadings: ["字段", "允许值", "必填", "含义"],
    required: "是",
    needed: "（必填）",
    series:
      "## 系列示例\n\n即 `series.json` 文件。仅 `schema`、`id`、`title` 必填；此处记录的设备与参考区间用于判读系列中的每一例。",
    seriesFields: "series.json 字段",
    claims:
      "## 论断\n\n每条论断须有 `kind` 与 `id`，可有 `place` 与 `note`。各种类的检验方式见[核查规则](rules.md#论断种类)。",
    claimHeadings: ["kind", "含义", "字段"],
    reviews: "## 疑问的处理\n\n`reviews` 的一条对应一个疑问：`rule`、`case` 及（如填写）`at` 与疑问一致时生效。",
    ndjson: `## 大量病例

每行写一例，由 \`check\` 流式读取；\`--series\` 指定用于判读的系列（设备与参考区间）。无法读取的行会报告，其余行照常处理。

\`\`\`
materbone check women.ndjson --series my-series --format ndjson > findings.ndjson
\`\`\`

\`\`\`
{"schema":"materbone/case/1","id":"w-000001","fractures":[{"site":"T12","at":{"months":2}}]}
{"schema":"materbone/case/1","id":"w-000002","scans":[{"id":"a","at":{"months":3},"sites":{"totalHip":{"bmdGPerCm2":0.71,"zScore":-1.8}}}]}
\`\`\``,
    vocabularies: "## 较长词表的取值\n\n全部词表（含较短者）见[词表](vocabularies.md)。",
  },
};
