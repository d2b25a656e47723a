/** Where a node stands: column and row of a grid, counted from 0 at the upper left. */
export type GraphPlace = readonly [column: number, row: number];

/**
 * Places on a screen or a page: the brain down the left, the breast above the middle, bone cells in the middle, mineral at
 * the right, drugs beside what they act on, and what no equation carries in the last two rows.
 */
export const BROAD_PLACES: Readonly<Record<string, GraphPlace>> = {
  lactation: [1, 0],
  weaning: [2, 0],
  suckling: [0, 1],
  prolactin: [1, 1],
  breast: [2, 1],
  milk: [3, 1],
  gnrh: [0, 2],
  gonadotropins: [0, 3],
  ovary: [0, 4],
  estradiol: [0, 5],
  pthrp: [2, 3],
  rankl: [2, 5],
  opg: [1, 6],
  osteoclastActivity: [3, 5],
  osteoclasts: [3, 6],
  osteoblastPrecursors: [1, 7],
  tgfBeta: [2, 7],
  osteoblasts: [2, 8],
  formation: [3, 8],
  resorption: [4, 5],
  netResorption: [4, 7],
  boneMass: [4, 8],
  pth: [3, 3],
  calcium: [5, 4],
  urineCalcium: [6, 4],
  calcitriol: [4, 2],
  absorption: [5, 3],
  phosphate: [5, 1],
  gfr: [6, 0],
  gestation: [6, 1],
  fetalTransfer: [6, 2],
  calcitriolDrug: [4, 1],
  oralCalcium: [6, 3],
  teriparatide: [3, 2],
  denosumab: [1, 3],
  bisphosphonate: [5, 5],
  zoledronate: [6, 5],
  alendronate: [6, 6],
  affinity: [6, 7],
  suppression: [6, 8],
  fetalBone: [5, 7],
  longNursing: [5, 8],
  weightGain: [0, 9],
  lordosis: [1, 9],
  scoliosis: [2, 9],
  lumbarLoad: [1, 10],
  lumbarFracture: [2, 10],
  variants: [3, 9],
  lowCalciumInPregnancy: [4, 9],
  calciumInPregnancy: [5, 9],
  ploRisk: [4, 10],
  delay: [6, 9],
  symptomRelief: [6, 10],
};

/** Places on a phone: the chain from nursing to bone, without calcium and without what no equation carries. */
export const NARROW_PLACES: Readonly<Record<string, GraphPlace>> = {
  lactation: [1, 0],
  suckling: [0, 1],
  prolactin: [1, 1],
  breast: [2, 1],
  gnrh: [0, 2],
  gonadotropins: [0, 3],
  pthrp: [2, 3],
  ovary: [0, 4],
  estradiol: [0, 5],
  denosumab: [1, 4.7],
  opg: [0, 6.5],
  rankl: [1, 6],
  osteoclasts: [1, 7.1],
  osteoclastActivity: [1, 8.2],
  osteoblasts: [0, 8.2],
  resorption: [2, 8.2],
  bisphosphonate: [2, 9.6],
  formation: [0, 9.6],
  netResorption: [1, 9.4],
  boneMass: [1, 10.5],
};

/** How far an arrow is bent to the left of its way, in rows, where a straight one would cross a box or another arrow. */
export const BENDS: Readonly<Record<string, number>> = {
  M2: -0.6,
  "M23-suckling": 0.04,
  M18: 0.35,
  "pth-urine": 0.3,
  "pthrp-urine": -0.95,
  "calcium-pth": 0.15,
  "pth-calcitriol": 0.22,
  "calcitriol-pth": 0.22,
  "tgf-osteoclasts": 0.2,
  "osteoclasts-tgf": 0.2,
  "osteoblasts-rankl": -0.75,
  "zoledronate-osteoclasts": 0.4,
  "M12-number": -0.3,
  "pth-opg": -0.3,
};

/** The same on a phone. */
export const NARROW_BENDS: Readonly<Record<string, number>> = {
  M11: 0.95,
  M18: -0.35,
};

/** Arrows for which a phone has no way between the boxes; the table has them. */
export const NARROW_LEFT_OUT: ReadonlySet<string> = new Set(["pthrp-opg"]);
