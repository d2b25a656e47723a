import type { CaseView, Terms } from "@materbone/clinical";
import { womanName } from "../figures/time-words.ts";

/** Title of a table about one woman: "Case 1: delays", "病例 1：延误". */
export function titleOf(view: CaseView, title: string, t: Terms): string {
  const name = womanName(view.record, t);
  if (t.lang === "zh") return `${name}：${title}`;
  // A name such as BMD keeps its capitals behind the colon.
  return `${name}: ${/^[A-Z][a-z ]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title}`;
}
