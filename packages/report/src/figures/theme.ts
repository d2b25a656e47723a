import type { SkeletalSite } from "@materbone/clinical";

/** Colours of every figure. Amber asks a question, red is kept for fractures; no meaning hangs on colour alone. */
export const COLOUR = {
  card: "#ffffff",
  ink: "#1f2a30",
  muted: "#56626a",
  faint: "#e4e1da",
  axis: "#8b949a",
  accent: "#0f6b66",
  amber: "#8a5a00",
  amberSoft: "#f6e3b4",
  amberBar: "#d9a441",
  red: "#b3261e",
  redSoft: "#f6d3cf",
  redMedium: "#e39a92",
  bone: "#efede8",
  boneEdge: "#b7bcbe",
  pregnancy: "#b9a3c9",
  lactation: "#d9a5b5",
  supplement: "#8fa6b5",
  benchmark: "#4f6d9e",
} as const;

/** The same roles on a dark card; text keeps 4.5:1 on it, marks 3:1. */
export const DARK_COLOUR: Readonly<Record<keyof typeof COLOUR, string>> = {
  card: "#1d2327",
  ink: "#e8ebe9",
  muted: "#a9b4ba",
  faint: "#343d43",
  axis: "#87939a",
  accent: "#5cc4bb",
  amber: "#f0c266",
  amberSoft: "#8f6d1c",
  amberBar: "#b98a33",
  red: "#ff9d94",
  redSoft: "#5d2c28",
  redMedium: "#8f423b",
  bone: "#2c343a",
  boneEdge: "#6f7b82",
  pregnancy: "#a78fba",
  lactation: "#c98ba0",
  supplement: "#8299a8",
  benchmark: "#8fb2ea",
};

/** Site colours keep apart in the three common colour-vision deficiencies; the marker shape says the same again. */
export const SITE_COLOUR: Readonly<Record<SkeletalSite, string>> = {
  lumbarSpine: "#0f6b66",
  femoralNeck: "#b85c00",
  totalHip: "#3f51b5",
};

export const DARK_SITE_COLOUR: Readonly<Record<SkeletalSite, string>> = {
  lumbarSpine: "#5cc4bb",
  femoralNeck: "#ff9a4d",
  totalHip: "#a8b2ff",
};

/**
 * Colours of drug classes in the figures of the evidence. Nine hues cannot all keep apart in every colour-vision
 * deficiency: the shape of the mark tells the class, the colour only helps.
 */
export const DRUG_COLOUR = {
  bisphosphonate: "#0f6b66",
  teriparatide: "#b04a00",
  denosumab: "#6d3fa8",
  romosozumab: "#a81c5b",
  calciumVitaminD: "#6a6000",
  sequence: "#1d5fa8",
  mixed: "#7a4b2a",
  untreated: "#4f6d9e",
  other: "#56626a",
} as const;

export const DARK_DRUG_COLOUR: Readonly<Record<keyof typeof DRUG_COLOUR, string>> = {
  bisphosphonate: "#5cc4bb",
  teriparatide: "#ff9a5c",
  denosumab: "#c4a2ee",
  romosozumab: "#ff8fbc",
  calciumVitaminD: "#d3c750",
  sequence: "#74b4f5",
  mixed: "#d9a37e",
  untreated: "#8fb2ea",
  other: "#a9b4ba",
};

/** Signs of the arrows of the circuit; the head of an arrow tells the sign too. */
export const SIGN_COLOUR = { "+": "#a34700", "-": "#2457a6" } as const;

export const DARK_SIGN_COLOUR: Readonly<Record<keyof typeof SIGN_COLOUR, string>> = { "+": "#ffab66", "-": "#86b4ff" };

export const FONT_FAMILY =
  "system-ui, 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans SC Variable', sans-serif";

/** Sizes in viewBox units, which are CSS pixels at the natural width. */
export const SIZE = { small: 11, body: 12, strong: 13 } as const;

/** Distance between baselines of wrapped text, as a multiple of the size; Chinese needs the taller line. */
export const LINE_HEIGHT = 1.3;
