import fonts from "@fontsource-variable/noto-sans-sc/index.css?url";

/** Brings in the Chinese font, which no first drawing of a page waits for: a browser loads the slices that a text needs. */
export function loadFonts(): void {
  reshapeWhenSlicesArrive();
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: fonts }));
}

/**
 * Draws every line of text again when slices of the font have arrived. Chromium keeps the empty boxes that it drew for lines
 * made before, on machines without a Chinese font of their own, as long as the style is one that it has drawn them in. A
 * ten-thousandth of a pixel more between words is nothing to see and a new style each time. Slices come in company, and
 * drawing a page again is much work: it is done once for all that came.
 */
function reshapeWhenSlicesArrive(): void {
  let times = 0;
  let isWaiting = false;
  document.fonts.addEventListener("loadingdone", () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      times++;
      document.documentElement.style.wordSpacing = `${times / 10_000}px`;
    }, TOGETHER_MS);
  });
}

const TOGETHER_MS = 200;
