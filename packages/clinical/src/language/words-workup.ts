import type { WorkupItem, WorkupStatus } from "../record/workup.ts";
import { type WordTable, word } from "./word-table.ts";

export const workupItemWords: WordTable<WorkupItem> = {
  calcium: word("serum calcium", "血钙"),
  phosphate: word("serum phosphate", "血磷"),
  alp: word("alkaline phosphatase", "碱性磷酸酶"),
  creatinine: word("creatinine or eGFR", "肌酐或eGFR"),
  vitaminD25oh: word("25(OH)D", "25(OH)D"),
  pth: word("PTH", "甲状旁腺激素"),
  tsh: word("TSH", "促甲状腺激素"),
  cortisol: word("cortisol", "皮质醇"),
  coeliacSerology: word("coeliac serology", "乳糜泻血清学检查"),
  proteinElectrophoresis: word("protein electrophoresis", "血清蛋白电泳"),
  bloodCount: word("full blood count", "血常规"),
  esrOrCrp: word("ESR or CRP", "血沉或C反应蛋白"),
  liverTests: word("liver tests", "肝功能"),
  glucose: word("glucose", "血糖"),
  urineCalcium24h: word("24-hour urinary calcium", "24 h尿钙"),
  pregnancyTest: word("pregnancy test", "妊娠试验"),
  boneMarkers: word("bone turnover markers", "骨转换标志物"),
  albumin: word("albumin", "白蛋白"),
  magnesium: word("magnesium", "血镁"),
  prolactin: word("prolactin", "泌乳素"),
  estradiol: word("estradiol", "雌二醇"),
  fsh: word("FSH", "卵泡刺激素"),
  pthrp: word("PTHrP", "甲状旁腺激素相关肽"),
  vitaminD125oh2: word("1,25(OH)₂D", "1,25(OH)₂D"),
  tryptase: word("tryptase", "类胰蛋白酶"),
  ferritin: word("ferritin", "铁蛋白"),
  hiv: word("HIV test", "HIV检测"),
  genePanel: word("gene panel", "基因检测"),
  dentalCheck: word("dental check", "口腔检查"),
};

export const workupStatusWords: WordTable<WorkupStatus> = {
  normal: word("normal", "正常"),
  abnormal: word("abnormal", "异常"),
  done: word("done, not classed as normal or abnormal", "已查，未判定正常与否"),
  notDone: word("not done", "未查"),
  notDocumented: word("not documented", "未记录"),
};
