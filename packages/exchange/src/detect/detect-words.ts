import { type Phrase, say, type Terms, type Text } from "@materbone/clinical";
import type { Found, Ignored, Missing, Refusal } from "./found.ts";

type RefusalWords = { readonly [K in Refusal["kind"]]: Phrase<Extract<Refusal, { kind: K }>> };

/** Why a place cannot be used and what to do. */
export function sayRefusal(refusal: Refusal, terms: Terms): string {
  return say(refusals[refusal.kind] as Phrase<Refusal>, refusal, terms);
}

/** Why a file is not used, without its name. */
export function sayIgnored(why: Ignored["why"], terms: Terms): string {
  return terms.text(ignoredWords[why]);
}

/** What is not there and what cannot be found without it. */
export function sayMissing({ part, lost }: Missing, terms: Terms): string {
  return terms.text({
    en: `${part} is not there: ${lostWords[lost].en}.`,
    zh: `缺少 ${part}：${lostWords[lost].zh}。`,
  });
}

/** Name of a format. */
export function sayFormat(kind: Found["kind"], terms: Terms): string {
  return terms.text(formats[kind]);
}

const formats: Readonly<Record<Found["kind"], Text>> = {
  omop: { en: "OMOP CDM", zh: "OMOP CDM" },
  fhir: { en: "FHIR R4", zh: "FHIR R4" },
  csv: { en: "tables with a mapping", zh: "带映射的表格" },
};

const ignoredWords: Readonly<Record<Ignored["why"], Text>> = {
  archiveLitter: { en: "a by-product of packing", zh: "压缩时产生的附属文件" },
  hidden: { en: "hidden", zh: "隐藏文件" },
  empty: { en: "empty", zh: "空文件" },
  notNeeded: { en: "not needed for finding women", zh: "筛查不需要" },
  notData: { en: "not FHIR, OMOP or a table", zh: "不是 FHIR、OMOP 或表格" },
  otherMapping: { en: "another mapping is used", zh: "已选用另一份映射" },
  otherResource: { en: "a type of resource that is not needed", zh: "筛查不需要的资源类型" },
  damaged: { en: "damaged", zh: "文件损坏" },
  noPermission: { en: "cannot be opened", zh: "无法打开" },
  linked: { en: "a link to what is read under its own name", zh: "链接，所指内容已按原名读取" },
  leadsOut: { en: "a link that leads out of the folder", zh: "指向文件夹之外的链接" },
  tooLarge: { en: "unpacks to far more than it holds; unpack it and check it", zh: "解压后异常巨大，请自行解压并检查" },
};

const lostWords: Readonly<Record<Missing["lost"], Text>> = {
  everybody: { en: "nobody can be found", zh: "无法找到任何人" },
  diagnoses: {
    en: "fractures, back pain and exclusions by diagnosis are not seen",
    zh: "无法识别骨折、腰背痛及诊断类排除",
  },
  procedures: {
    en: "deliveries and imaging recorded as procedures are not seen",
    zh: "无法识别以操作记录的分娩与影像检查",
  },
  measurements: { en: "bone density and laboratory values are not seen", zh: "无法识别骨密度与检验结果" },
  drugs: { en: "drugs are not seen", zh: "无法识别用药" },
  visits: { en: "visits are not seen", zh: "无法识别就诊" },
  observations: { en: "facts recorded as observations are not seen", zh: "无法识别以观察项记录的信息" },
  otherCodes: {
    en: "only OMOP concepts are seen, no codes of SNOMED CT, LOINC or ICD",
    zh: "仅能识别 OMOP 概念，不能识别 SNOMED CT、LOINC 或 ICD 编码",
  },
  descendants: { en: "narrower concepts of a listed one are not seen", zh: "无法识别所列概念的下位概念" },
};

const refusals: RefusalWords = {
  notThere: { en: () => "There is no such file or folder.", zh: () => "文件或文件夹不存在。" },
  notReadable: { en: () => "It cannot be opened. Check the permissions.", zh: () => "无法打开。请检查访问权限。" },
  nothing: {
    en: () =>
      "No data were found. Give a folder, file or zip archive with FHIR NDJSON, OMOP tables, or CSV with a mapping.",
    zh: () => "未找到数据。请提供含 FHIR NDJSON、OMOP 表，或带映射的 CSV 的文件夹、文件或 zip 压缩包。",
  },
  archiveTooLarge: {
    en: ({ archives }, t) =>
      `${t.series(archives)} would unpack to far more than an export does, so it was not opened. Check where it comes from, or unpack it and give the folder.`,
    zh: ({ archives }, t) =>
      `${t.series(archives)} 解压后的大小远超正常导出，因此未打开。请核实其来源，或自行解压后指定文件夹。`,
  },
  several: {
    en: ({ formats: kinds }, t) =>
      `Several formats lie side by side: ${t.list(kinds.map((kind) => sayFormat(kind, t)))}. Give the folder of one.`,
    zh: ({ formats: kinds }, t) =>
      `同时存在多种格式：${t.list(kinds.map((kind) => sayFormat(kind, t)))}。请指定其中一种所在的文件夹。`,
  },
  noPersons: {
    en: ({ format }) =>
      format === "omop"
        ? "The table person is not there, so nobody can be found."
        : "There are no Patient resources, so nobody can be found.",
    zh: ({ format }) =>
      format === "omop" ? "缺少 person 表，无法找到任何人。" : "缺少 Patient 资源，无法找到任何人。",
  },
  noMapping: {
    en: ({ tables }, t) =>
      `What the columns of ${t.series(tables.slice(0, 5))}${tables.length > 5 ? "…" : ""} mean is not known. Put a mapping file (YAML) beside them, or make one in the workbench.`,
    zh: ({ tables }, t) =>
      `无法得知 ${t.series(tables.slice(0, 5))}${tables.length > 5 ? "…" : ""} 各列的含义。请在同一文件夹放置映射文件（YAML），或在工作台中建立映射。`,
  },
  severalMappings: {
    en: ({ mappings }, t) => `There is more than one mapping file: ${t.series(mappings)}. Keep one.`,
    zh: ({ mappings }, t) => `存在多个映射文件：${t.series(mappings)}。请只保留一个。`,
  },
};
