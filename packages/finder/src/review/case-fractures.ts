import type { Fracture, FractureSite, Text } from "@materbone/clinical";
import knowledge from "../../knowledge/case-export.json" with { type: "json" };
import { type DayRange, type Inside, insideDays } from "../answer/day-range.ts";
import type { NearEvent } from "../definition/definition-schema.ts";
import { presetDefinition } from "../definition/presets.ts";
import { leaves, nearsOf } from "../plan/criteria.ts";
import { type CodedEvent, fromCode, together, type UndatedEvent } from "./coded-event.ts";

const LEVELS = Object.entries(knowledge.vertebrae.levels) as readonly (readonly [string, FractureSite])[];

/** Site of a fracture concept; a vertebra gets its level from the code, or none. */
const SITES: Readonly<Record<string, FractureSite | "unknown">> = {
  vertebral_fracture: "vertebra",
  hip_fracture: "hip",
  pelvic_fracture: "pelvis",
  rib_fracture: "rib",
  osteoporosis_with_fracture: "unknown",
};

const NO_LEVEL: Text = {
  en: "A vertebra; the code does not say which.",
  zh: "椎体骨折，编码未说明节段。",
};
const NO_SITE: Text = { en: "The code does not say where.", zh: "编码未说明部位。" };
const OF_OSTEOPOROSIS: Text = {
  en: "Coded as a pathological fracture of osteoporosis, no injury.",
  zh: "按骨质疏松病理性骨折编码，非外伤。",
};
const ACCIDENT_NEAR: Text = { en: "An accident is coded near it.", zh: "其附近有事故编码。" };
const ACCIDENT_PERHAPS: Text = {
  en: "An accident may have been near it: the days are open.",
  zh: "日期不完整，其附近可能有事故。",
};

const CODED_BEFORE: Text = {
  en: "Coded in the course of an earlier pregnancy too: it may be the same fracture.",
  zh: "前次妊娠病程中亦有此类编码，可能为同一骨折。",
};

const ACCIDENT = "high_energy_trauma";

/**
 * Fractures as coded, each site once in the course of each pregnancy, when it was first coded there. Codes of one day that may mean one fracture are one: where a
 * code gives the level of a vertebra, those without one add only what they say of the cause. An accident is near a fracture
 * within the days of the paper's definition; what has no date may be.
 *
 * @param courses - when the course of each pregnancy begins, months from the index delivery
 */
export function caseFractures(
  coded: readonly CodedEvent[],
  undated: readonly UndatedEvent[],
  courses: readonly number[],
): readonly Fracture[] {
  const isAtOnce = ({ isLaterVisit }: UndatedEvent): boolean => !isLaterVisit;
  const atOnce = coded.filter(isAtOnce);
  const own = atOnce.filter(({ concept }) => Object.hasOwn(SITES, concept));
  const accidents: readonly (DayRange | undefined)[] = [
    ...atOnce.flatMap(({ concept, days }) => (concept === ACCIDENT ? [days] : [])),
    ...undated.filter(isAtOnce).flatMap(({ concept }) => (concept === ACCIDENT ? [undefined] : [])),
  ];
  const courseOf = ({ months }: CodedEvent): number => courses.filter((from) => from <= months).length;
  const before = new Set<string>();
  return [...new Set(own.map(courseOf))].flatMap((course) => {
    const found = ofCourse(
      own.filter((event) => courseOf(event) === course),
      accidents,
      before,
    );
    for (const site of found.keys()) before.add(site);
    return [...found.values()];
  });
}

/** @param before - sites that were coded in the course of an earlier pregnancy */
function ofCourse(
  own: readonly CodedEvent[],
  accidents: readonly (DayRange | undefined)[],
  before: ReadonlySet<string>,
): ReadonlyMap<string, Fracture> {
  const bySite = new Map<string, Fracture>();
  for (const day of new Set(own.map(({ dayKey }) => dayKey))) {
    const today = own.filter(({ dayKey }) => dayKey === day);
    const isOsteoporotic = today.some(({ concept }) => concept === "osteoporosis_with_fracture");
    const accident = nearAny(today[0]?.days, accidents);
    const isNone = !accident.possibly && isOsteoporotic;
    const mechanism = accident.certainly ? "highEnergy" : isNone ? "noTraumaReported" : "notStated";
    const cause = accident.certainly
      ? [ACCIDENT_NEAR]
      : accident.possibly
        ? [ACCIDENT_PERHAPS]
        : isOsteoporotic
          ? [OF_OSTEOPOROSIS]
          : [];
    // Of codes that leave the level open, one that names the region of the spine says more.
    const sites = today
      .map((event) => ({ event, site: siteOf(event) }))
      .sort((a, b) => Number(namesRegion(b.event)) - Number(namesRegion(a.event)));
    for (const { event, site } of sites) {
      const isNamedElsewhere = sites.some((other) => isCloser(other.site, site));
      if (isNamedElsewhere || bySite.has(site)) continue;
      if (site === "unknown" && bySite.size > 0) continue;
      if (site === "vertebra" && [...bySite.keys()].some(isLevel)) continue;
      const place = site === "vertebra" ? [NO_LEVEL] : site === "unknown" ? [NO_SITE] : [];
      const again = mayBeOneOf(site, before) ? [CODED_BEFORE] : [];
      bySite.set(site, {
        site: site === "unknown" ? "other" : site,
        at: event.when,
        mechanism,
        note: fromCode(event, together([...place, ...cause, ...again])),
      });
    }
  }
  return bySite;
}

/** Whether any accident was near a fracture. */
function nearAny(fracture: DayRange | undefined, accidents: readonly (DayRange | undefined)[]): Inside {
  const days = accidentDays();
  const places = accidents.map((accident) => insideDays(days, fracture, accident));
  return { possibly: places.some(({ possibly }) => possibly), certainly: places.some(({ certainly }) => certainly) };
}

/** The days around a fracture in which the paper's definition takes an accident for its cause. */
function accidentDays(): NearEvent["days"] {
  const paper = presetDefinition("paper");
  const nears = nearsOf((paper?.tiers ?? []).flatMap(({ when }) => leaves(when)));
  const found = nears.find(([, { event }]) => paper?.streams[event]?.concepts.includes(ACCIDENT));
  if (found === undefined)
    throw new TypeError("the paper's definition names no days between an accident and a fracture");
  return found[1].days;
}

function siteOf({ concept, rule, code }: CodedEvent): FractureSite | "unknown" {
  const site = SITES[concept] ?? "unknown";
  if (site !== "vertebra" || rule.system !== "ICD-10-CM") return site;
  const dotted = code.includes(".") ? code : `${code.slice(0, 3)}.${code.slice(3)}`;
  return LEVELS.find(([prefix]) => dotted.startsWith(prefix))?.[1] ?? "vertebra";
}

function namesRegion({ rule }: CodedEvent): boolean {
  return /lumbar|thoracic/i.test(rule.display ?? "");
}

/** Whether a site of the same day says more exactly what another leaves open. */
function isCloser(site: FractureSite | "unknown", than: FractureSite | "unknown"): boolean {
  if (than === "unknown") return site !== "unknown";
  return than === "vertebra" && isLevel(site);
}

/** Whether a site may be one of others; a place that no code says may be any. */
function mayBeOneOf(site: FractureSite | "unknown", others: ReadonlySet<string>): boolean {
  const isSpine = (one: string): boolean => one === "vertebra" || isLevel(one);
  return [...others].some(
    (other) =>
      other === site ||
      other === "unknown" ||
      site === "unknown" ||
      (isSpine(site) && isSpine(other) && !(isLevel(site) && isLevel(other))),
  );
}

function isLevel(site: string): boolean {
  return /^[TL]\d+$/.test(site);
}
