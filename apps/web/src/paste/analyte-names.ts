import { ANALYTES, type Analyte, analyteKnowledge } from "@materbone/clinical";
import { bare } from "./split-block.ts";

/** How laboratory sheets name analytes besides the words of the record; assumed from reports in both languages. */
const OTHER_NAMES: Partial<Readonly<Record<Analyte, readonly string[]>>> = {
  nMidOsteocalcin: ["N-MID", "NMID", "N端骨钙素", "骨钙素N端中分子", "N-MID骨钙素"],
  betaCtx: [
    "CTX",
    "b-CTX",
    "beta-CTX",
    "CTX-1",
    "β-CrossLaps",
    "β-胶原特殊序列",
    "β胶原降解产物",
    "Ⅰ型胶原羧基端肽β特殊序列",
  ],
  totalP1np: [
    "P1NP",
    "PINP",
    "tP1NP",
    "T-P1NP",
    "总I型前胶原氨基端延长肽",
    "总1型胶原氨基端延长肽",
    "I型前胶原氨基端前肽",
  ],
  osteocalcin: ["OC", "OST", "BGP", "骨钙素测定"],
  pth: ["iPTH", "甲状旁腺素", "全段甲状旁腺激素", "parathyroid hormone"],
  vitaminD25oh: [
    "25OHD",
    "25-OH-D",
    "25(OH)VD",
    "25羟维生素D",
    "25-羟基维生素D",
    "25-hydroxyvitamin D",
    "维生素D",
    "vitamin D",
    "VitD",
  ],
  vitaminD125oh2: ["1,25-二羟维生素D", "1,25-dihydroxyvitamin D", "骨化三醇测定"],
  calcium: ["Ca", "钙", "总钙", "血清钙", "calcium", "total calcium"],
  calciumAlbuminAdjusted: ["校正钙", "corrected calcium"],
  calciumIonised: ["iCa", "游离钙", "ionized calcium"],
  phosphate: ["P", "Phos", "磷", "无机磷", "血清磷", "phosphate", "phosphorus"],
  alp: ["ALP", "AKP", "碱磷酶", "alkaline phosphatase"],
  boneAlp: ["BALP", "BAP", "骨源性碱性磷酸酶"],
  urineCalcium24h: ["24h尿钙", "24小时尿钙", "尿钙", "urinary calcium", "24-h urine calcium"],
  urinePhosphate24h: ["24h尿磷", "24小时尿磷", "尿磷", "urinary phosphate"],
  urineCalciumCreatinineRatio: ["尿钙肌酐比", "urine calcium/creatinine"],
  albumin: ["ALB", "白蛋白"],
  magnesium: ["Mg", "镁"],
  creatinine: ["Cr", "Scr", "CREA", "肌酐"],
  egfr: ["eGFR", "肾小球滤过率"],
  creatinineClearance: ["Ccr", "内生肌酐清除率"],
  tsh: ["促甲状腺素"],
  freeT4: ["FT4", "游离T4"],
  prolactin: ["PRL", "催乳素"],
  estradiol: ["E2", "oestradiol"],
  haemoglobin: ["Hb", "HGB", "hemoglobin"],
  esr: ["红细胞沉降率"],
  crp: ["C-反应蛋白"],
  alt: ["谷丙转氨酶", "GPT"],
  glucose: ["Glu", "GLU", "葡萄糖", "空腹血糖"],
  hba1c: ["糖化血红蛋白A1c"],
  ferritin: ["SF", "血清铁蛋白"],
};

/** Every name, bare of spaces and punctuation. Where two analytes share one, the first keeps it. */
const analyteByName: ReadonlyMap<string, Analyte> = namesOf();

function namesOf(): ReadonlyMap<string, Analyte> {
  const names = new Map<string, Analyte>();
  const add = (name: string, analyte: Analyte): void => {
    const key = bare(name);
    if (key !== "" && !names.has(key)) names.set(key, analyte);
  };
  for (const analyte of ANALYTES) {
    const { name, symbol } = analyteKnowledge(analyte);
    for (const word of [analyte, name.en, name.zh, symbol.en, symbol.zh]) add(word, analyte);
  }
  for (const analyte of ANALYTES) for (const name of OTHER_NAMES[analyte] ?? []) add(name, analyte);
  return names;
}

/** The analyte that a name means, in either language, as a word, a symbol or an abbreviation. */
export function analyteNamed(text: string): Analyte | undefined {
  const key = bare(text);
  const found = analyteByName.get(key) ?? analyteByName.get(key.replace(/^(?:serum|血清|plasma|血浆)/, ""));
  if (found !== undefined) return found;
  // An abbreviation in brackets behind the name: 甲状旁腺激素（PTH）. 25(OH)D is found above.
  const parts = /^(.+?)\s*[（(]([^)）]+)[)）]\s*$/.exec(text.normalize("NFKC"));
  if (parts === null) return undefined;
  return analyteByName.get(bare(parts[1] ?? "")) ?? analyteByName.get(bare(parts[2] ?? ""));
}
