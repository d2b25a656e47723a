import type { FindingState, Severity } from "../findings/finding.ts";
import type { ClaimKind } from "../record/claim.ts";
import type { Certainty } from "../time/interval.ts";
import type { TimeBasis } from "../time/when.ts";
import { type WordTable, word } from "./word-table.ts";

export const severityWords: WordTable<Severity> = {
  info: word("note", "提示"),
  minor: word("minor", "次要"),
  major: word("major", "重要"),
};

export const findingStateWords: WordTable<FindingState> = {
  open: word("open", "待核实"),
  explained: word("explained", "已说明"),
  accepted: word("accepted", "已接受"),
};

export const certaintyWords: WordTable<Certainty> = {
  yes: word("yes", "是"),
  no: word("no", "否"),
  perhaps: word("perhaps", "不确定"),
};

export const timeBasisWords: WordTable<TimeBasis> = {
  stated: word("stated", "原文明示"),
  derived: word("derived", "推算"),
  ambiguous: word("ambiguous", "有多种解读"),
  unknown: word("unknown", "不详"),
};

/** Outcome of one definition of PLO for one woman. */
export const outcomeWords: WordTable<"consistent" | "notConsistent" | "undecided"> = {
  consistent: word("consistent with PLO", "符合，考虑PLO"),
  notConsistent: word("not consistent with PLO", "不符合PLO"),
  undecided: word("undecided", "无法判定"),
};

export const criterionWords: WordTable<"timing" | "fragility-fracture" | "density" | "exclusion"> = {
  timing: word("timing", "发生时间"),
  "fragility-fracture": word("fragility fracture", "脆性骨折"),
  density: word("bone density", "骨密度"),
  exclusion: word("other causes excluded", "排除其他病因"),
};

export const criterionStatusWords: WordTable<"met" | "notMet" | "undecided"> = {
  met: word("met", "满足"),
  notMet: word("not met", "不满足"),
  undecided: word("undecided", "无法判定"),
};

/** Change of BMD between two scans against the least significant change. */
export const responseWords: WordTable<"gain" | "loss" | "noChange" | "notComparable"> = {
  gain: word("gain", "升高"),
  loss: word("loss", "下降"),
  noChange: word("no change", "无显著变化"),
  notComparable: word("not comparable", "不可比"),
};

/** Where a delay starts and ends. */
export const delayPointWords: WordTable<"symptom" | "fracture" | "delivery" | "weaning" | "diagnosis" | "treatment"> = {
  symptom: word("symptom onset", "症状出现"),
  fracture: word("fracture", "骨折"),
  delivery: word("delivery", "分娩"),
  weaning: word("weaning", "停止哺乳"),
  diagnosis: word("diagnosis", "诊断"),
  treatment: word("first bone drug", "首次抗骨质疏松药物治疗"),
};

/** Regions of literature claims. */
export const bodyRegionWords: WordTable<"spine" | "hip"> = {
  spine: word("spine", "脊柱"),
  hip: word("hip", "髋部"),
};

export const claimWords: WordTable<ClaimKind> = {
  caseCount: word("number of women", "病例数"),
  meanAge: word("mean age", "平均年龄"),
  percentChange: word("change in bone density", "骨密度增幅"),
  laboratoryNormal: word("laboratory values normal", "实验室检查正常"),
  markerCount: word("number of turnover markers", "骨转换标志物项数"),
  firstDrugInAll: word("first drug in all women", "所有患者的首选药物"),
  agentsInAll: word("treatment given to all women", "所有患者均接受的治疗"),
  bmdRoseInAll: word("bone density rose in all women", "所有患者骨密度均升高"),
  longerFollowUpLargerGain: word("longer follow-up, larger gain", "随访越久，增幅越大"),
  lowestSite: word("lowest skeletal site", "骨密度最低部位"),
  breastfedUntilDiagnosis: word("breastfed until diagnosis", "哺乳至诊断时"),
  delayInAll: word("delay in all women", "所有患者均有延误"),
  literatureCounts: word("literature counts", "文献数与病例数"),
  literatureDiagnosed: word("time of diagnosis in the literature", "文献中的诊断时间"),
  literatureAllRose: word("bone density rose in all studies", "所有文献中骨密度均升高"),
  significance: word("significant improvement", "显著改善"),
  statement: word("statement", "论述"),
  hypothesis: word("hypothesis", "推测"),
};
