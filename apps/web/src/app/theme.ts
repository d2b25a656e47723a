import { createTheme, type MantineThemeOverride } from "@mantine/core";

/** Deep teal, the one accent; shade 7 on white has 6.3:1, white on shade 6 at night 5.3:1. */
const teal = [
  "#eaf5f3",
  "#d3e9e6",
  "#a6d3cd",
  "#5cc4bb",
  "#3ba59d",
  "#218c85",
  "#157872",
  "#0f6b66",
  "#0b5652",
  "#08413e",
] as const;

const fonts =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans SC Variable", sans-serif';

/** For codes and places in a source: a name of a file may be Chinese, which fonts of one width seldom hold. */
const monospace = `ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", ${fonts.replace(/, sans-serif$/, ", monospace")}`;

export const theme: MantineThemeOverride = createTheme({
  colors: { teal },
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  fontFamily: fonts,
  fontFamilyMonospace: monospace,
  headings: { fontFamily: fonts, fontWeight: "650" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
});
