import {
  COLOUR,
  DARK_COLOUR,
  DARK_DRUG_COLOUR,
  DARK_SIGN_COLOUR,
  DARK_SITE_COLOUR,
  DRUG_COLOUR,
  SIGN_COLOUR,
  SITE_COLOUR,
} from "./theme.ts";

/** `light` is also for paper; `dark` is drawn on a dark card. */
export type ColourScheme = "light" | "dark";

/**
 * A finished drawing in the colours of a scheme. Drawings are made in the colours of `theme.ts`; only values of attributes
 * are exchanged, and words cannot look like one, because quotes in them are escaped.
 */
export function inScheme(svg: string, scheme: ColourScheme): string {
  if (scheme === "light") return svg;
  return svg.replaceAll(/="(#[0-9a-f]{6})"/g, (whole, colour: string) => {
    const dark = DARK_BY_LIGHT.get(colour);
    return dark === undefined ? whole : `="${dark}"`;
  });
}

const DARK_BY_LIGHT: ReadonlyMap<string, string> = new Map([
  ...(Object.keys(COLOUR) as (keyof typeof COLOUR)[]).map((name) => [COLOUR[name], DARK_COLOUR[name]] as const),
  ...(Object.keys(SITE_COLOUR) as (keyof typeof SITE_COLOUR)[]).map(
    (site) => [SITE_COLOUR[site], DARK_SITE_COLOUR[site]] as const,
  ),
  ...(["+", "-"] as const).map((sign) => [SIGN_COLOUR[sign], DARK_SIGN_COLOUR[sign]] as const),
  ...(Object.keys(DRUG_COLOUR) as (keyof typeof DRUG_COLOUR)[]).map(
    (drug) => [DRUG_COLOUR[drug], DARK_DRUG_COLOUR[drug]] as const,
  ),
]);
