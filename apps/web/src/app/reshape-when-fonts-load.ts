/**
 * Draws every line of text again when a slice of the Chinese font has arrived. Chromium keeps the empty boxes that it drew for
 * lines made before, on machines without a Chinese font of their own, as long as the style is one that it has drawn them in. A
 * ten-thousandth of a pixel more between words is nothing to see and a new style each time.
 */
export function reshapeWhenFontsLoad(): void {
  let arrivals = 0;
  document.fonts.addEventListener("loadingdone", () => {
    arrivals++;
    document.documentElement.style.wordSpacing = `${arrivals / 10_000}px`;
  });
}
