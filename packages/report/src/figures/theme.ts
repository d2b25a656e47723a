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
  pregnancy: "#b9a3c9",
  lactation: "#d9a5b5",
  supplement: "#8fa6b5",
} as const;

/** Site colours keep apart in the three common colour-vision deficiencies; the marker shape says the same again. */
export const SITE_COLOUR: Readonly<Record<SkeletalSite, string>> = {
  lumbarSpine: "#0f6b66",
  femoralNeck: "#b85c00",
  totalHip: "#3f51b5",
};

export const FONT_FAMILY = "system-ui, 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif";

/** Sizes in viewBox units, which are CSS pixels at the natural width. */
export const SIZE = { small: 11, body: 12, strong: 13 } as const;

/** Distance between baselines of wrapped text, as a multiple of the size; Chinese needs the taller line. */
export const LINE_HEIGHT = 1.3;
