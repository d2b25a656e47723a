import type { Text } from "@materbone/clinical";
import type { Group } from "../operation.ts";

export const groupWords: Readonly<Record<Group, Text>> = {
  registry: { en: "Registry", zh: "登记库" },
  series: { en: "Series", zh: "系列" },
  cases: { en: "Women", zh: "病例" },
  literature: { en: "Literature", zh: "文献库" },
  history: { en: "Deletion and history", zh: "删除与历史" },
  drafts: { en: "Drafts", zh: "草稿" },
  documents: { en: "Documents", zh: "文档" },
  finder: { en: "Finder", zh: "病例检索" },
  interface: { en: "This interface", zh: "接口说明" },
};

/** What a parameter means, where its name and values do not say it. */
export const parameterWords: Readonly<Record<string, Text>> = {
  lang: { en: "language of the words of the answer", zh: "返回文字的语言" },
  ids: { en: "ids, separated by commas", zh: "编号，逗号分隔" },
  asOf: { en: "months from delivery that the follow-up plan is judged by", zh: "以产后第几个月判断随访计划" },
  on: { en: "day that the plan is judged by; today when left out", zh: "判断计划的日期；省略时为今天" },
  search: { en: "part of a pseudonym or of a tag", zh: "编号或标签的一部分" },
  severity: { en: "with an open finding of this severity or above", zh: "存在该级别及以上未处理疑问" },
  reviewer: { en: "name or initials of the reviewer who looks", zh: "查看者（核查者）的姓名或缩写" },
  rank: { en: "place in the worklist, from 1", zh: "在工作清单中的序号，从 1 起" },
  path: {
    en: "path inside the copy: names of folders and of the file, divided by /",
    zh: "副本内的相对路径：文件夹名与文件名，以 / 分隔",
  },
  at: { en: "first byte of this part", zh: "本段的起始字节" },
  size: { en: "bytes of the whole file", zh: "整个文件的字节数" },
  changed: { en: "when the file was last changed, ms since 1970", zh: "文件最后修改时间（自 1970 年起的毫秒数）" },
  decisions: { en: "delete decisions of reviewers, too", zh: "一并删除核查者的判断" },
  download: { en: "as a file to keep", zh: "作为文件下载" },
  "x-materbone-why": {
    en: "why the change is made, percent-encoded; the log keeps it",
    zh: "修改原因（百分号编码），记入修订日志",
  },
  "if-match": { en: 'revision that the change was made from, as "3"', zh: '修改所依据的修订号，如 "3"' },
};

/** What a header of an answer counts. */
export const headerWords: Readonly<Record<string, Text>> = {
  "X-Materbone-Undated": { en: "women left out because their delivery has no date", zh: "因分娩无日期而未列入的例数" },
};

export const placeWords: Readonly<Record<string, Text>> = {
  path: { en: "path", zh: "路径" },
  query: { en: "query", zh: "查询" },
  header: { en: "header", zh: "请求头" },
};

export const interfaceWords = {
  title: { en: "Materbone: HTTP interface", zh: "Materbone：HTTP 接口" },
  lead: {
    en: "The interface that the workbench itself uses, on this computer only. Every save names the revision that it was made from and makes a new one; nothing is overwritten.",
    zh: "工作台自身所用的接口，仅在本机提供。每次保存均须注明所依据的修订号，并形成新的修订；不会覆盖任何内容。",
  },
  language: {
    en: "Every address takes lang=zh or lang=en for the language of its words; without it, the language that the browser prefers.",
    zh: "每个地址均可用 lang=zh 或 lang=en 指定文字的语言；省略时按浏览器的语言偏好。",
  },
  secret: {
    en: "The key in the address that the terminal shows; it changes at every launch.",
    zh: "终端所显示地址中的密钥；每次启动都会更换。",
  },
  problem: { en: "A problem after RFC 9457", zh: "问题说明（RFC 9457）" },
  document: { en: "As an OpenAPI 3.1 document", zh: "OpenAPI 3.1 文档" },
  takes: { en: "Takes", zh: "请求内容" },
  answers: { en: "Answers", zh: "返回内容" },
  parameters: { en: "Parameters", zh: "参数" },
  name: { en: "Name", zh: "名称" },
  place: { en: "In", zh: "位置" },
  values: { en: "Values", zh: "取值" },
  required: { en: "required", zh: "必填" },
  optional: { en: "optional", zh: "可选" },
  problems: { en: "Problems", zh: "问题类型" },
  kind: { en: "Kind", zh: "类型" },
  status: { en: "Status", zh: "状态码" },
  meaning: { en: "Meaning", zh: "含义" },
  schemas: { en: "Formats", zh: "数据格式" },
  contents: { en: "Contents", zh: "目录" },
  /** Each language in itself, for the link to it. */
  languageName: { en: "English", zh: "中文" },
} as const satisfies Record<string, Text>;
