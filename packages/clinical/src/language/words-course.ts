import type { AdverseEvents, EventKind, Genetics, Instrument, SymptomCourse, SymptomKind } from "../record/course.ts";
import { type WordTable, word } from "./word-table.ts";

type VariantClass = NonNullable<Genetics["variants"]>[number]["classification"];

export const eventWords: WordTable<EventKind> = {
  presentation: word("presentation", "就诊"),
  diagnosis: word("diagnosis", "诊断"),
  admission: word("admission", "入院"),
  readmission: word("readmission", "再次入院"),
  discharge: word("discharge", "出院"),
  progression: word("progression", "病情进展"),
  followUp: word("follow-up", "随访"),
  other: word("other event", "其他事件"),
};

export const symptomWords: WordTable<SymptomKind> = {
  lowBackPain: word("low back pain", "腰痛"),
  backPain: word("back pain", "背痛"),
  chestOrRibPain: word("chest or rib pain", "胸肋部疼痛"),
  hipOrGroinPain: word("hip or groin pain", "髋部或腹股沟疼痛"),
  buttockPain: word("buttock pain", "臀部疼痛"),
  cannotWalkUnaided: word("cannot walk unaided", "不能独立行走"),
  heightLoss: word("height loss", "身高变矮"),
  muscleWeakness: word("muscle weakness", "肌无力"),
  other: word("other symptom", "其他症状"),
};

export const symptomStateWords: WordTable<SymptomCourse["state"]> = {
  worse: word("worse", "加重"),
  notRelieved: word("not relieved", "未缓解"),
  partlyRelieved: word("partly relieved", "部分缓解"),
  relieved: word("relieved", "缓解"),
  clearlyRelieved: word("clearly relieved", "明显缓解"),
  symptomFree: word("free of symptoms", "无症状"),
};

export const instrumentWords: WordTable<Instrument> = {
  NRS: word("pain, numeric rating scale (NRS)", "疼痛数字评分（NRS）"),
  VAS: word("pain, visual analogue scale (VAS)", "疼痛视觉模拟评分（VAS）"),
  ODI: word("Oswestry Disability Index (ODI)", "Oswestry功能障碍指数（ODI）"),
  RMDQ: word("Roland-Morris Disability Questionnaire (RMDQ)", "Roland-Morris功能障碍问卷（RMDQ）"),
  "QUALEFFO-41": word("QUALEFFO-41 quality of life", "QUALEFFO-41生活质量问卷"),
  "QUALEFFO-31": word("QUALEFFO-31 quality of life", "QUALEFFO-31生活质量问卷"),
  "SF-36": word("SF-36 health survey", "SF-36健康调查"),
  "EQ-5D": word("EQ-5D", "EQ-5D健康量表"),
};

export const adverseEventsWords: WordTable<AdverseEvents["recorded"]> = {
  none: word("none", "无"),
  some: word("recorded", "有"),
  notReported: word("not reported", "未报告"),
};

export const variantClassWords: WordTable<VariantClass> = {
  pathogenic: word("pathogenic", "致病"),
  likelyPathogenic: word("likely pathogenic", "可能致病"),
  uncertain: word("uncertain significance", "意义未明"),
  likelyBenign: word("likely benign", "可能良性"),
  benign: word("benign", "良性"),
  notStated: word("not stated", "未说明"),
};
