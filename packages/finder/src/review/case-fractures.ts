import type { Fracture, FractureSite, Text } from "@materbone/clinical";
import knowledge from "../../knowledge/case-export.json" with { type: "json" };
import { isLaterVisit } from "../definition/later-visit.ts";
import { type CodedEvent, fromCode } from "./coded-event.ts";

const LEVELS = Object.entries(knowledge.vertebrae.levels) as readonly (readonly [string, FractureSite])[];

/** Site of a fracture concept; a vertebra gets its level from the code, or none. */
const SITES: Readonly<Record<string, FractureSite | "vertebra" | "unknown">> = {
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

/**
 * Fractures as coded, each site once, when it was first coded. Codes of one day that may mean one fracture are one: where a
 * code gives the level of a vertebra, those without one add only what they say of the cause.
 */
export function caseFractures(coded: readonly CodedEvent[]): readonly Fracture[] {
  const atOnce = coded.filter(({ code, rule }) => !isLaterVisit(rule.system, code));
  const own = atOnce.filter(({ concept }) => Object.hasOwn(SITES, concept));
  const accidents = new Set(atOnce.filter(({ concept }) => concept === "high_energy_trauma").map((one) => one.dayKey));
  const bySite = new Map<string, Fracture>();
  for (const day of new Set(own.map(({ dayKey }) => dayKey))) {
    const today = own.filter(({ dayKey }) => dayKey === day);
    const isOsteoporotic = today.some(({ concept }) => concept === "osteoporosis_with_fracture");
    const mechanism = accidents.has(day) ? "highEnergy" : isOsteoporotic ? "noTraumaReported" : "notStated";
    const sites = today.map((event) => ({ event, site: siteOf(event) }));
    for (const { event, site } of sites) {
      const isNamedElsewhere = sites.some((other) => isCloser(other.site, site));
      if (isNamedElsewhere || bySite.has(site)) continue;
      if (site === "unknown" && bySite.size > 0) continue;
      if (site === "vertebra" && [...bySite.keys()].some(isLevel)) continue;
      const more = mechanism === "noTraumaReported" ? [OF_OSTEOPOROSIS] : [];
      const place = site === "vertebra" ? [NO_LEVEL] : site === "unknown" ? [NO_SITE] : [];
      bySite.set(site, {
        site: site === "vertebra" || site === "unknown" ? "other" : site,
        at: event.when,
        mechanism,
        note: fromCode(event, together([...place, ...more])),
      });
    }
  }
  return [...bySite.values()];
}

function siteOf({ concept, rule, code }: CodedEvent): FractureSite | "vertebra" | "unknown" {
  const site = SITES[concept] ?? "unknown";
  if (site !== "vertebra" || rule.system !== "ICD-10-CM") return site;
  const dotted = code.includes(".") ? code : `${code.slice(0, 3)}.${code.slice(3)}`;
  return LEVELS.find(([prefix]) => dotted.startsWith(prefix))?.[1] ?? "vertebra";
}

/** Whether a site of the same day says more exactly what another leaves open. */
function isCloser(site: FractureSite | "vertebra" | "unknown", than: FractureSite | "vertebra" | "unknown"): boolean {
  if (than === "unknown") return site !== "unknown";
  return than === "vertebra" && isLevel(site);
}

function isLevel(site: string): boolean {
  return /^[TL]\d+$/.test(site);
}

function together(texts: readonly Text[]): Text {
  const join = (lang: "en" | "zh", space: string): string => texts.map((text) => text[lang]).join(space);
  return { en: join("en", " "), zh: join("zh", "") };
}
