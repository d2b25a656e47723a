import type { Phrase, SkeletalSite, Terms } from "@materbone/clinical";

/** Words of the courses of a series, one under the other. */
export const SERIES_WORDS = {
  axis: { en: "Change of BMD since her first scan, %", zh: "骨密度较首次检查变化（%）" },
  noFit: {
    en: "Shaded: 95% of untreated virtual women with PLO who nursed as she did, weighed to published untreated women; nothing here is fitted to her scans.",
    zh: "色带：与其哺乳经过相同、未用药的PLO虚拟女性的95%，按已发表的未用药女性加权；均未按其检查拟合。",
  },
  open: {
    en: "Thin lines: the other end of an open time of weaning, from the last reading of her first scan; no band is drawn for it.",
    zh: "细线：停止哺乳时间未定者的另一端，自首次检查的最晚读法起；不绘其色带。",
  },
  population: {
    en: ({ women, seed, effective }, t) =>
      `For each plot ${women} virtual women from seed ${seed}; weighed they count as ${effectiveOf(effective, " to ", t)}.`,
    zh: ({ women, seed, effective }, t) =>
      `每幅图${women}名虚拟女性，随机种子${seed}；加权后有效人数${effectiveOf(effective, "～", t)}。`,
  } as Phrase<{ readonly women: number; readonly seed: number; readonly effective: readonly [number, number] }>,
  tooFew: {
    en: ({ needed }, t) =>
      `Too few for a band of 95% (${t.fixed(needed, 0)} needed): each of its edges hangs on fewer than ten women. Simulate more.`,
    zh: ({ needed }, t) =>
      `有效人数不足以支持95%区间（至少需${t.fixed(needed, 0)}）：色带每侧边缘所依据者不足10名，应增加人数。`,
  } as Phrase<{ readonly needed: number }>,
  ofWoman: {
    en: ({ name, what }) => `${name}: ${what}`,
    zh: ({ name, what }) => `${name}：${what}`,
  } as Phrase<{ readonly name: string; readonly what: string }>,
  band: { en: "Points: her scans; the first stands at 0.", zh: "点：其检查，首次为0。" },
  errorBars: {
    en: "Error bars: precision of a change between two scans (1 SD).",
    zh: "误差线：两次检查间变化的精密度（1个SD）。",
  },
  leftOut: {
    en: ({ women }, t) => `Not drawn, for want of a scan that can be used or of a time of weaning: ${t.series(women)}.`,
    zh: ({ women }, t) => `因无可用检查或停止哺乳时间未记录而未绘出：${t.series(women)}。`,
  } as Phrase<{ readonly women: readonly string[] }>,
  refused: {
    en: ({ women }, t) =>
      `Not drawn, because the record holds a value that the model does not take: ${t.series(women)}.`,
    zh: ({ women }, t) => `因病例中有模型不接受的取值而未绘出：${t.series(women)}。`,
  } as Phrase<{ readonly women: readonly string[] }>,
  panel: {
    en: ({ name, weaned }) => `${name}, ${weaned}`,
    zh: ({ name, weaned }) => `${name}，${weaned}`,
  } as Phrase<{ readonly name: string; readonly weaned: string }>,
} as const;

function effectiveOf([least, most]: readonly [number, number], to: string, terms: Terms): string {
  const [low, high] = [terms.fixed(least, 0), terms.fixed(most, 0)];
  return low === high ? low : `${low}${to}${high}`;
}

export const SERIES_TITLE: Phrase<{ readonly site: SkeletalSite; readonly series: string }> = {
  en: ({ site, series }, t) => `${series}: ${t.site(site)} over untreated women with PLO`,
  zh: ({ site, series }, t) => `${series}：${t.site(site)}骨密度与未用药PLO女性`,
};
