import type { Figure } from "@materbone/report";

/** The drawing as a file of its own: with a declaration, and with its natural size for programs that need one. */
export function standaloneSvg({ svg, width, height }: Pick<Figure, "svg" | "width" | "height">): string {
  const sized = svg.replace(/ width="100%"/, ` width="${width}" height="${height}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${sized}\n`;
}

/** A name for the file of a figure: words of its title that every file system takes. */
export function fileName(title: string, extension: string): string {
  const words = title
    .replaceAll(/[\p{Cc}\\/:*?"<>|.,：，、]+/gu, " ")
    .trim()
    .replaceAll(/\s+/g, "-");
  return `${words.slice(0, 80) || "figure"}.${extension}`;
}
