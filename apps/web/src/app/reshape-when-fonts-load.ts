/**
 * Draws every line of text again when a slice of the Chinese font has arrived. Chromium keeps the empty boxes that it drew for
 * lines made before, on machines without a Chinese font of their own; a property that changes nothing to see makes it draw anew.
 */
export function reshapeWhenFontsLoad(): void {
  document.fonts.addEventListener("loadingdone", () => document.documentElement.classList.toggle("mb-reshaped"));
}
