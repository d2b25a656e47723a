import type { Figure } from "@materbone/report";
import { drawOnCanvas } from "./draw-on-canvas.ts";

/** Pixels per unit of the viewBox. */
const SCALE = 2;

/**
 * The figure as a PNG of twice its natural size, drawn by the browser in the fonts of the page.
 *
 * @throws Error when the browser cannot make a picture of that size
 */
export async function figurePng({ svg, width, height }: Pick<Figure, "svg" | "width" | "height">): Promise<Blob> {
  await loadFonts(svg);
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.scale(SCALE, SCALE);
  drawOnCanvas(svg, context);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture")) : resolve(blob)), "image/png");
  });
}

/** Fonts come in parts, by characters: the parts that the words need are waited for. */
async function loadFonts(svg: string): Promise<void> {
  const words = [...new Set(svg.replaceAll(/<[^>]*>/g, ""))].join("");
  const fonts = ['400 12px "Noto Sans SC Variable"', '600 12px "Noto Sans SC Variable"'];
  await Promise.all(fonts.map((font) => document.fonts.load(font, words).catch(() => [])));
}
