import type { AnalyteGroup } from "../laboratory/analyte.ts";
import type { LabFlag } from "../laboratory/reading.ts";
import type { Season } from "../laboratory/vocabulary.ts";
import type { PhysiologicalState } from "../record/laboratory.ts";
import { type WordTable, word } from "./word-table.ts";

export const seasonWords: WordTable<Season> = {
  spring: word("spring", "春季"),
  summer: word("summer", "夏季"),
  autumn: word("autumn", "秋季"),
  winter: word("winter", "冬季"),
};

export const stateWords: WordTable<PhysiologicalState> = {
  pregnant: word("pregnant", "妊娠期"),
  lactating: word("lactating", "哺乳期"),
  notPregnantNotLactating: word("neither pregnant nor lactating", "非妊娠非哺乳期"),
};

export const labFlagWords: WordTable<LabFlag> = {
  low: word("low", "偏低"),
  inRange: word("in range", "正常"),
  high: word("high", "偏高"),
  undetermined: word("undetermined", "无法判定"),
  noInterval: word("no reference interval", "无参考区间"),
};

export const analyteGroupWords: WordTable<AnalyteGroup> = {
  turnoverFormation: word("bone formation markers", "骨形成标志物"),
  turnoverResorption: word("bone resorption markers", "骨吸收标志物"),
  hormone: word("hormones", "激素"),
  vitamin: word("vitamin D", "维生素D"),
  mineral: word("minerals", "矿物质"),
  urine: word("urine", "尿液"),
  kidney: word("kidney function", "肾功能"),
  other: word("other", "其他"),
};
