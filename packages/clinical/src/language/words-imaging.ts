import type { Fracture, FractureSite, GenantGrade, Imaging, Modality } from "../record/fracture.ts";
import type { Scan, SiteReading, SkeletalSite } from "../record/scan.ts";
import { type WordTable, word } from "./word-table.ts";

export const fractureSiteWords: WordTable<FractureSite> = {
  T4: word("T4", "T4"),
  T5: word("T5", "T5"),
  T6: word("T6", "T6"),
  T7: word("T7", "T7"),
  T8: word("T8", "T8"),
  T9: word("T9", "T9"),
  T10: word("T10", "T10"),
  T11: word("T11", "T11"),
  T12: word("T12", "T12"),
  L1: word("L1", "L1"),
  L2: word("L2", "L2"),
  L3: word("L3", "L3"),
  L4: word("L4", "L4"),
  L5: word("L5", "L5"),
  vertebra: word("vertebra (level not stated)", "椎体（节段未说明）"),
  hip: word("hip", "髋部"),
  sacrum: word("sacrum", "骶骨"),
  pelvis: word("pelvis", "骨盆"),
  rib: word("rib", "肋骨"),
  forearm: word("forearm", "前臂"),
  other: word("other site", "其他部位"),
};

export const modalityWords: WordTable<Modality> = {
  radiograph: word("radiograph", "X线片"),
  vfa: word("vertebral fracture assessment (VFA)", "椎体骨折评估（VFA）"),
  ct: word("CT", "CT"),
  mri: word("MRI", "MRI"),
  boneScan: word("bone scan", "骨扫描"),
  notStated: word("modality not stated", "检查方式未说明"),
};

export const mechanismWords: WordTable<NonNullable<Fracture["mechanism"]>> = {
  lowEnergy: word("low-energy trauma", "低能量损伤"),
  spontaneous: word("spontaneous", "无明显诱因"),
  noTraumaReported: word("no trauma reported", "未提及外伤"),
  highEnergy: word("high-energy trauma", "高能量损伤"),
  notStated: word("mechanism not stated", "受伤机制未说明"),
};

export const deformityWords: WordTable<NonNullable<Fracture["deformity"]>> = {
  wedge: word("wedge", "楔形变"),
  biconcave: word("biconcave", "双凹变形"),
  crush: word("crush", "压缩变形"),
};

/** Genant grades as a figure legend names them. */
export const genantGradeWords: WordTable<`${GenantGrade}`> = {
  "0": word("grade 0 (normal)", "0度（正常）"),
  "0.5": word("grade 0.5 (borderline)", "0.5度（可疑）"),
  "1": word("grade 1 (mild)", "1度（轻度）"),
  "2": word("grade 2 (moderate)", "2度（中度）"),
  "3": word("grade 3 (severe)", "3度（重度）"),
};

export const placeWords: WordTable<NonNullable<Scan["place"]>> = {
  thisCentre: word("this centre", "本院"),
  outsideHospital: word("outside hospital", "外院"),
  notStated: word("place not stated", "检查地点未说明"),
};

export const imagingRegionWords: WordTable<Imaging["region"]> = {
  thoracicSpine: word("thoracic spine", "胸椎"),
  lumbarSpine: word("lumbar spine", "腰椎"),
  wholeSpine: word("whole spine", "全脊柱"),
  hip: word("hip", "髋部"),
  sacrum: word("sacrum", "骶骨"),
  pelvis: word("pelvis", "骨盆"),
  other: word("other region", "其他部位"),
};

export const imagingFindingWords: WordTable<Imaging["findings"][number]> = {
  fracture: word("fracture", "骨折"),
  noFracture: word("no fracture", "未见骨折"),
  marrowOedema: word("marrow oedema", "骨髓水肿"),
  noMarrowOedema: word("no marrow oedema", "未见骨髓水肿"),
  other: word("other finding", "其他表现"),
};

export const skeletalSiteWords: WordTable<SkeletalSite> = {
  lumbarSpine: word("lumbar spine", "腰椎"),
  femoralNeck: word("femoral neck", "股骨颈"),
  totalHip: word("total hip", "全髋"),
};

export const scanSideWords: WordTable<NonNullable<SiteReading["side"]>> = {
  left: word("left", "左侧"),
  right: word("right", "右侧"),
  mean: word("mean of both sides", "双侧平均"),
};

export const reportBasisWords: WordTable<NonNullable<Scan["report"]>["basis"]> = {
  tScore: word("T-score", "T值"),
  zScore: word("Z-score", "Z值"),
  notStated: word("basis not stated", "依据未说明"),
};
