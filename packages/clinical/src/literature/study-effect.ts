import type { Study, StudyEffect, StudySite } from "../record/study.ts";

/** Region of the skeleton a literature site belongs to. */
export type Region = "spine" | "hip";

const REGION_BY_SITE: { readonly [S in StudySite]: Region } = {
  lumbarSpine: "spine",
  spine: "spine",
  L4: "spine",
  femoralNeck: "hip",
  totalHip: "hip",
  // "Femur" without more is a hip region of DXA; no other femoral region is reported in this literature.
  femur: "hip",
};

export function regionOf(site: StudySite): Region {
  return REGION_BY_SITE[site];
}

/** Are two names the same site? "Spine" without more is read as the lumbar spine; nothing else is merged. */
export function isSameSite(a: StudySite, b: StudySite): boolean {
  const named = (site: StudySite): StudySite => (site === "spine" ? "lumbarSpine" : site);
  return named(a) === named(b);
}

/** The printed percent with its digits. */
export function effectPercent(effect: StudyEffect): { readonly value: number; readonly decimals: number } {
  const text = String(effect.percent);
  const point = text.indexOf(".");
  return { value: Number(text), decimals: point < 0 ? 0 : text.length - point - 1 };
}

/** Studies with no value in a region. */
export function studiesWithout(studies: readonly Study[], region: Region): readonly Study[] {
  return studies.filter((study) => !study.effects.some((effect) => regionOf(effect.site) === region));
}

/** A later value of the same study, site and metric that is lower than an earlier one. */
export type StudyFall = { readonly study: Study; readonly earlier: StudyEffect; readonly later: StudyEffect };

/** Falls of the cumulative change between neighbouring times of one study; annual changes are not a course. */
export function fallsOf(study: Study): readonly StudyFall[] {
  const course = study.effects
    .filter((effect) => effect.metric === "percentChange")
    .toSorted((a, b) => a.atMonths - b.atMonths);
  const falls: StudyFall[] = [];
  for (const [position, later] of course.entries()) {
    const earlier = course.slice(0, position).findLast((candidate) => isNeighbour(candidate, later));
    if (earlier !== undefined && effectPercent(later).value < effectPercent(earlier).value) {
      falls.push({ study, earlier, later });
    }
  }
  return falls;
}

function isNeighbour(earlier: StudyEffect, later: StudyEffect): boolean {
  return (
    isSameSite(earlier.site, later.site) && earlier.statistic === later.statistic && earlier.atMonths < later.atMonths
  );
}
