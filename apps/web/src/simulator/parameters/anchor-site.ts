import type { Terms } from "@materbone/clinical";
import { headed } from "@materbone/report";

const SITES: Readonly<Record<string, string>> = { LS: "lumbarSpine", TH: "totalHip", FN: "femoralNeck" };

/** Site of an anchor in words; a marker stands by its own name. */
export function anchorSite(site: string, terms: Terms): string {
  const known = SITES[site];
  return known === undefined ? site : headed(terms.site(known));
}
