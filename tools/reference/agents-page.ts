import {
  type AgentClass,
  type AgentKnowledge,
  agentsKnown,
  checksKnown,
  createTerms,
  type Lang,
  ploLicence,
  type SourcedNote,
  type Text,
} from "@materbone/clinical";
import { code, codes, table } from "./markdown.ts";
import { type Page, sourceStatusNote, sourceText } from "./page.ts";

export const agentsPage: Page = {
  name: "agents",
  title: { en: "Drugs and other treatments", zh: "药物及其他治疗" },
  about: {
    en: "Class, names, regimens, licences, notes and checks of every agent.",
    zh: "各药物的类别、名称、方案、批准情况、说明与用药前后检查。",
  },
  body: (lang) =>
    [
      INTRO[lang],
      `> ${ploLicence.text[lang]} ${sourceText(ploLicence.source, lang)}`,
      sourceStatusNote[lang],
      agentTable(lang),
      ...agentsKnown.filter(hasDetail).map((agent) => agentText(agent, lang)),
    ].join("\n\n"),
};

const INTRO = {
  en: "What labels and documents say, for checking a record against it. Materbone recommends and ranks nothing. A part that is absent was not found in a source; that is not “none”.",
  zh: "说明书和文献所述内容，供核对记录之用。Materbone 不推荐、也不排序任何药物。未列出的部分只表示未在来源中查到，并不表示“没有”。",
};

export const AGENT_CLASS_WORDS: Readonly<Record<AgentClass, Text>> = {
  bisphosphonate: { en: "bisphosphonate", zh: "双膦酸盐" },
  antiRankl: { en: "anti-RANKL antibody", zh: "RANKL 抑制剂" },
  anabolic: { en: "bone-forming agent", zh: "骨形成促进剂" },
  mixed: { en: "dual action", zh: "双重作用" },
  serm: { en: "selective estrogen receptor modulator", zh: "选择性雌激素受体调节剂" },
  calcitonin: { en: "calcitonin", zh: "降钙素" },
  calcium: { en: "calcium", zh: "钙剂" },
  nativeVitaminD: { en: "vitamin D", zh: "普通维生素 D" },
  activeVitaminD: { en: "active vitamin D", zh: "活性维生素 D" },
  vitaminK: { en: "vitamin K", zh: "维生素 K" },
  herbal: { en: "herbal product", zh: "中成药" },
  glucosamine: { en: "glucosamine", zh: "氨基葡萄糖" },
  analgesic: { en: "analgesic", zh: "镇痛药" },
  anticoagulant: { en: "anticoagulant", zh: "抗凝药" },
  glucocorticoid: { en: "glucocorticoid", zh: "糖皮质激素" },
  hormone: { en: "hormone", zh: "激素" },
  otherDrug: { en: "other drug", zh: "其他药物" },
  nonDrug: { en: "not a drug", zh: "非药物" },
  other: { en: "other", zh: "其他" },
};

function hasDetail({
  brands,
  regimens,
  licences,
  pregnancy,
  lactation,
  stops,
  sequence,
  notes,
  checks,
  onset,
  persistence,
}: AgentKnowledge): boolean {
  return (
    [brands, regimens, licences, pregnancy, lactation, stops, sequence, notes, checks].some(
      (part) => part.length > 0,
    ) ||
    onset !== undefined ||
    persistence !== undefined
  );
}

function agentTable(lang: Lang): string {
  const headings = { en: ["Id", "Name", "Class", "Source"], zh: ["编号", "名称", "类别", "来源"] }[lang];
  return table(
    headings,
    agentsKnown.map((agent) => [
      code(agent.id),
      agent.name[lang],
      AGENT_CLASS_WORDS[agent.class][lang],
      sourceText(agent.source, lang),
    ]),
  );
}

function agentText(agent: AgentKnowledge, lang: Lang): string {
  const other: Lang = lang === "en" ? "zh" : "en";
  const blocks = [
    `## ${agent.name[lang]} (${code(agent.id)})`,
    `${agent.name[other]} · ${AGENT_CLASS_WORDS[agent.class][lang]}`,
    brandText(agent, lang),
    regimenTable(agent, lang),
    licenceTable(agent, lang),
    noteList(agent, lang),
    checkTable(agent, lang),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function brandText({ brands }: AgentKnowledge, lang: Lang): string {
  if (brands.length === 0) return "";
  const heading = { en: "Brands", zh: "商品名" }[lang];
  const lines = brands.map(
    ({ en, zh, source }) =>
      `- ${[en, zh].filter((name) => name !== undefined).join(" / ")}${{ en: ": ", zh: "：" }[lang]}${sourceText(source, lang)}`,
  );
  return `**${heading}**\n\n${lines.join("\n")}`;
}

function regimenTable({ regimens }: AgentKnowledge, lang: Lang): string {
  if (regimens.length === 0) return "";
  const terms = createTerms(lang);
  const headings = { en: ["Regimen", "Route", "Note", "Source"], zh: ["方案", "途径", "备注", "来源"] }[lang];
  return table(
    headings,
    regimens.map(({ doseLow, doseHigh, unit, per, routes, singleDoseCounts, note, source }) => [
      `${doseLow === doseHigh ? doseLow : `${doseLow}–${doseHigh}`} ${unit}, ${code(per)}`,
      terms.series(routes.map((route) => terms.word("route", route))),
      [singleDoseCounts === true ? { en: "also as a single dose", zh: "亦可单次给药" }[lang] : "", note?.[lang] ?? ""]
        .filter((part) => part !== "")
        .join("; "),
      sourceText(source, lang),
    ]),
  );
}

const LICENCE_STATUS = {
  licensed: { en: "licensed", zh: "已批准" },
  notLicensed: { en: "not licensed", zh: "未批准" },
  withdrawn: { en: "withdrawn", zh: "已撤市" },
};

function licenceTable({ licences }: AgentKnowledge, lang: Lang): string {
  if (licences.length === 0) return "";
  const headings = { en: ["Licence", "Status", "For", "Source"], zh: ["批准地", "状态", "适应证", "来源"] }[lang];
  return table(
    headings,
    licences.map(({ country, authority, status, indication, source }) => [
      `${country} (${authority})`,
      LICENCE_STATUS[status][lang],
      indication[lang],
      sourceText(source, lang),
    ]),
  );
}

function noteList(
  { onset, persistence, affinity, pregnancy, lactation, stops, sequence, notes }: AgentKnowledge,
  lang: Lang,
): string {
  const single = (note: SourcedNote | undefined): readonly SourcedNote[] => (note === undefined ? [] : [note]);
  const groups: readonly (readonly [Text, readonly SourcedNote[]])[] = [
    [{ en: "Onset", zh: "起效" }, single(onset)],
    [{ en: "Persistence", zh: "持续" }, single(persistence)],
    [{ en: "Pregnancy", zh: "妊娠" }, pregnancy],
    [{ en: "Lactation", zh: "哺乳" }, lactation],
    [{ en: "Stop or wait", zh: "停用或暂缓情形" }, stops],
    [{ en: "Sequence and stopping", zh: "序贯与停药" }, sequence],
    [{ en: "Notes", zh: "说明" }, notes],
  ];
  const colon = lang === "zh" ? "：" : ": ";
  const lines = groups.flatMap(([label, entries]) =>
    entries.map(({ text, source }) => `- **${label[lang]}**${colon}${text[lang]} ${sourceText(source, lang)}`),
  );
  if (affinity !== undefined) {
    const label = { en: "Affinity to hydroxyapatite, rank (1 = highest)", zh: "羟基磷灰石亲和力排序（1 为最高）" }[
      lang
    ];
    lines.push(`- **${label}**${colon}${affinity.rank} ${sourceText(affinity.source, lang)}`);
  }
  return lines.join("\n");
}

function checkTable({ checks }: AgentKnowledge, lang: Lang): string {
  if (checks.length === 0) return "";
  const headings = { en: ["Check", "Name", "Limit", "Source"], zh: ["检查", "名称", "界值", "来源"] }[lang];
  return table(
    headings,
    checks.map(({ check, atLeastMlPerMin, conditions, source }) => [
      code(check),
      checksKnown.find((known) => known.id === check)?.name[lang] ?? "",
      atLeastMlPerMin === undefined ? codes(conditions ?? []) : `≥ ${atLeastMlPerMin} mL/min`,
      sourceText(source, lang),
    ]),
  );
}
