import type { Text } from "@materbone/clinical";
import type { Group } from "../operation.ts";

export const groupWords: Readonly<Record<Group, Text>> = {
  registry: { en: "Registry", zh: "登记库" },
  series: { en: "Series", zh: "系列" },
  cases: { en: "Women", zh: "病例" },
  history: { en: "Deletion and history", zh: "删除与历史" },
  drafts: { en: "Drafts", zh: "草稿" },
  documents: { en: "Documents", zh: "文档" },
  interface: { en: "This interface", zh: "接口说明" },
};

export const interfaceWords = {
  title: { en: "Materbone: HTTP interface", zh: "Materbone：HTTP 接口" },
  lead: {
    en: "The interface that the workbench itself uses, on this computer only. Every save names the revision that it was made from and makes a new one; nothing is overwritten.",
    zh: "工作台自身所用的接口，仅在本机提供。每次保存均须注明所依据的修订号，并形成新的修订；不会覆盖任何内容。",
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
  language: { en: "English", zh: "中文" },
} as const satisfies Record<string, Text>;
