import type { Terms } from "@materbone/clinical";

/** A source in the language of its reader: published works as they are cited, our own sentences translated. */
export function sayCite(cite: string, terms: Terms): string {
  return terms.lang === "zh" ? (OWN_SENTENCES.get(cite) ?? cite) : cite;
}

const PAPER = "source paper: three-case series, Qingdao";
const PAPER_ZH = "原文（青岛三例系列）";

/** What the knowledge says of itself, by its English. */
const OWN_SENTENCES: ReadonlyMap<string, string> = new Map([
  [
    "Materbone, draft of lactation and zoledronate on the released model",
    "Materbone：在已发布模型上对哺乳与唑来膦酸的初步设定",
  ],
  ["Materbone, axis of lactation: no published value", "Materbone：哺乳轴，无已发表数值"],
  ["Materbone, virtual women: no published value", "Materbone：虚拟女性，无已发表数值"],
  ["Materbone, bone density by site: no published value", "Materbone：各部位骨密度，无已发表数值"],
  [
    "Materbone, arithmetic on published numbers, as the note of the parameter says",
    "Materbone：由已发表数值换算，见参数说明",
  ],
  ["Materbone, set by the scenario", "Materbone：由情景给定"],
  ["Materbone, warnings of the circuit", "Materbone：环路模型提示"],
  [
    "Materbone, calibration of the circuit on the rows marked calibrate of anchors.json by tools/calibrate-circuit.mjs",
    "Materbone：按 anchors.json 中标为 calibrate 的各行校准环路（tools/calibrate-circuit.mjs）",
  ],
  ["assumed", "假设"],
  [
    "assumed: diagnosis in the first months after birth, as reviews describe; the three months count alike",
    "假设：如综述所述，于分娩后最初数月确诊；三个月份等权",
  ],
  ["assumed: chosen so that the band covers rows PL01, PL03 and PL05", "假设：取值使区间覆盖 PL01、PL03 与 PL05 各行"],
  [
    "assumed: median of the calibration; the spread is that of lactation losses between women in reviews, from near 0 to over 10 %, recalled",
    "假设：中位数取自校准；离散度取综述所述女性间哺乳期骨丢失的差异（近 0 至 10% 以上，待核对）",
  ],
  [
    "assumed: SD of a change between two scans of the spine, 1.4 % precision twice",
    "假设：两次腰椎检查间变化的 SD，按单次精密度 1.4% 计两次",
  ],
  [
    "source paper (3 PLO cases, Qingdao; Osteosys Primus DXA, CV <= 1 %)",
    "原文（青岛 3 例 PLO；Osteosys Primus DXA，CV ≤ 1%）",
  ],
  [
    "Peterson et al. 2004, AAPS J 6(S1):W4340, as in OpenBoneMin (2017): nanograms under the skin times the bioavailability DENF (0.729)",
    "Peterson et al. 2004, AAPS J 6(S1):W4340，取自 OpenBoneMin（2017）：皮下，ng，乘以生物利用度 DENF（0.729）",
  ],
  [
    "OpenBoneMin (2017): picomoles under the skin, 4117.8 g/mol, all of it absorbed",
    "OpenBoneMin（2017）：皮下，pmol，4117.8 g/mol，全部吸收",
  ],
  [
    "Riggs et al. 2012, J Clin Pharmacol 52:45S, as in OpenBoneMin (2017): picomoles into plasma at once, 416.646 g/mol; exogenous calcitriol acts as endogenous",
    "Riggs et al. 2012, J Clin Pharmacol 52:45S，取自 OpenBoneMin（2017）：即刻入血浆，pmol，416.646 g/mol；外源性骨化三醇作用同内源性",
  ],
  [
    "Mori et al. 2018, Osteoporos Int 29:1155-63: milligrams into the depot that bone releases from",
    "Mori et al. 2018, Osteoporos Int 29:1155-63：进入骨释放储库，mg",
  ],
  ["Mori et al. 2018, Osteoporos Int 29:1155-63: milligrams", "Mori et al. 2018, Osteoporos Int 29:1155-63：mg"],
  ["Wang et al. 2023, Front Pharmacol 14:1089774: nanograms", "Wang et al. 2023, Front Pharmacol 14:1089774：ng"],
  [
    "Jörg et al. 2022, eLife 11:e76228: milligrams times E_alendronate",
    "Jörg et al. 2022, eLife 11:e76228：mg 乘以 E_alendronate",
  ],
  [
    "Jörg et al. 2022, eLife 11:e76228: milligrams times E_denosumab",
    "Jörg et al. 2022, eLife 11:e76228：mg 乘以 E_denosumab",
  ],
  [
    "Materbone, axis of lactation: milligrams by mouth into a depot with the half-life of Jörg et al. 2022, eLife 11:e76228; the absorbed share is in alendronatePotency (calibrated on one row, 60 % uncertain: site-density.json)",
    "Materbone：哺乳轴，口服 mg 进入储库，半衰期取自 Jörg et al. 2022, eLife 11:e76228；吸收比例含于 alendronatePotency（按一行数据校准，不确定度 60%：site-density.json）",
  ],
  [
    "as alendronate; vitamin D3 is not in the model, which begins at calcitriol",
    "同阿仑膦酸钠；模型自骨化三醇起，不含维生素 D3",
  ],
  [PAPER, PAPER_ZH],
  [`${PAPER}, l.194-205: reference intervals of the laboratory`, `${PAPER_ZH}，第 194～205 行：检验参考区间`],
  [
    `${PAPER}, table 1: reference interval of serum calcium 2.11 to 2.52 mmol/L`,
    `${PAPER_ZH}，表 1：血清钙参考区间 2.11～2.52 mmol/L`,
  ],
  [`${PAPER}, table 1: reference interval of PTH 15 to 65 pg/mL`, `${PAPER_ZH}，表 1：PTH 参考区间 15～65 pg/mL`],
  [
    `${PAPER}, table 1: reference interval of urinary calcium 0.1 to 0.3 g in 24 h`,
    `${PAPER_ZH}，表 1：24 小时尿钙参考区间 0.1～0.3 g`,
  ],
  [
    `${PAPER}, l.584-586: use in women of child-bearing age should be restricted until stronger evidence exists`,
    `${PAPER_ZH}，第 584～586 行：在获得更有力的证据之前，育龄期女性应限制使用`,
  ],
  [`${PAPER}, l.575-584: bisphosphonates cross the placenta`, `${PAPER_ZH}，第 575～584 行：双膦酸盐可透过胎盘`],
]);
