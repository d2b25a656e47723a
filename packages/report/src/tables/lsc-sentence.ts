import {
  type BmdResponse,
  type LscSource,
  lscBasis,
  type SeriesContext,
  SKELETAL_SITES,
  type SkeletalSite,
  type Terms,
} from "@materbone/clinical";
import { LSC_BASIS } from "../lsc-basis-words.ts";
import { TABLE_WORDS } from "./words.ts";

/** "Least significant change in use: lumbar spine 5.30%, ... (from the minimum acceptable in-vivo precision)." */
export function lscSentence(
  responses: readonly BmdResponse[],
  lsc: LscSource,
  context: SeriesContext,
  t: Terms,
): string {
  const zh = t.lang === "zh";
  const limits = SKELETAL_SITES.flatMap((site) => {
    const limit = limitOf(responses, site, t);
    return limit === undefined ? [] : [`${t.site(site)} ${limit}`];
  });
  const name = lscName(lsc, context, t);
  if (limits.length === 0) return `${t.text(TABLE_WORDS.lscInUse)}${zh ? "：" : ": "}${name}${zh ? "。" : "."}`;
  return zh
    ? `${t.text(TABLE_WORDS.lscInUse)}：${limits.join("，")}（${name}）。`
    : `${t.text(TABLE_WORDS.lscInUse)}: ${limits.join(", ")} (from ${name}).`;
}

function limitOf(responses: readonly BmdResponse[], site: SkeletalSite, t: Terms): string | undefined {
  const limits = responses.flatMap((response) =>
    response.site === site && response.lscPercent !== undefined ? [t.fixed(response.lscPercent, 2)] : [],
  );
  const different = [...new Set(limits)];
  return different.length === 0 ? undefined : `${different.join("/")}%`;
}

/** What the limits rest on: the name of the file or study where there is one. */
export function lscName(lsc: LscSource, context: SeriesContext, t: Terms): string {
  if (lsc.kind === "centre" && lsc.name !== undefined) return lsc.name;
  return t.text(LSC_BASIS[lscBasis(lsc, context)]);
}
