import { createTerms, type Lang, localText, type Terms, type Text } from "@materbone/clinical";
import type {
  EvidenceDocument,
  EvidenceRow,
  ExclusionReason,
  Literature,
  Reading,
  Synthesis,
} from "@materbone/evidence";
import { headed } from "../figures/time-words.ts";
import { type Cell, cell, column, linesCell, MISSING, plainTable, row, type Table } from "../tables/table.ts";
import { isUnlike, NOT_POOLED_WORDS } from "./estimate-words.ts";
import {
  EXCLUSION_WORDS,
  evidenceSite,
  METRIC_WORDS,
  REACHED_WORDS,
  STATISTIC_WORDS,
  TREATMENT_WORDS,
} from "./literature-words.ts";
import { readingPlace } from "./reading-place.ts";

/** Every outcome of the literature: what was measured, by whom it is told, and whether it is in a pooled effect. */
export function evidenceTable(literature: Literature, synthesis: Synthesis, lang: Lang): Table {
  const t = createTerms(lang);
  const places = placesOf(synthesis);
  const documents = new Map(literature.documents.map((each) => [each.id, each]));
  return plainTable(
    {
      id: "evidence",
      lang,
      title: t.text(WORDS.title),
      footnotes: [{ text: t.text(WORDS.conflict) }, { text: t.text(WORDS.missing) }],
    },
    [
      column("left"),
      column("left", true),
      column("right"),
      column("left"),
      column("right"),
      column("right"),
      column("left", true),
      column("left", true),
    ],
    [WORDS.study, WORDS.treatment, WORDS.women, WORDS.site, WORDS.months, WORDS.change, WORDS.pooled, WORDS.source].map(
      (word) => t.text(word),
    ),
    synthesis.rows.map((each) =>
      row(
        cell(each.study.label),
        cell(headed(t.text(TREATMENT_WORDS[each.treatment]))),
        cell(each.women === undefined ? MISSING[lang] : String(each.women)),
        cell(headed(siteText(each, t))),
        cell(each.months === undefined ? MISSING[lang] : t.monthInterval(each.months)),
        changeCell(each, t),
        pooledCell(places.get(each) ?? "notPooled", t),
        cell(sourceText(each, documents, t)),
      ),
    ),
  );
}

/** Where a row went: into a pooled effect, alone in its stratum, beside courses unlike its own, or left out for a reason. */
export type RowPlace = "pooled" | "alone" | "unlikeCourses" | "notPooled" | ExclusionReason;

export function placesOf(synthesis: Synthesis): ReadonlyMap<EvidenceRow, RowPlace> {
  const places = new Map<EvidenceRow, RowPlace>();
  for (const { row: left, reason } of synthesis.exclusions) places.set(left, reason);
  for (const pool of synthesis.strata.flatMap(({ pools }) => pools)) {
    const place = pool.withSingles.kind === "pooled" ? "pooled" : isUnlike(pool) ? "unlikeCourses" : "alone";
    for (const { members } of pool.rows) for (const member of members) places.set(member, place);
    for (const { row: left, reason } of pool.exclusions) places.set(left, reason);
  }
  return places;
}

/** "+11.5 (median)", "12.7 to 22.7 (range of women)"; a reading without a number by its note, as in "called unchanged". */
export function readingText(reading: Reading, t: Terms): string {
  if (reading.value === undefined && reading.low === undefined && reading.high === undefined) {
    return headed(reading.note === undefined ? t.text(EXCLUSION_WORDS.noNumber) : localText(reading.note, t.lang));
  }
  const statistic = t.text(STATISTIC_WORDS[reading.statistic]);
  const value =
    reading.value !== undefined
      ? signedAsPrinted(reading.value, t)
      : reading.low === undefined || reading.high === undefined
        ? MISSING[t.lang]
        : t.lang === "zh"
          ? `${signedAsPrinted(reading.low, t)}～${signedAsPrinted(reading.high, t)}`
          : `${signedAsPrinted(reading.low, t)} to ${signedAsPrinted(reading.high, t)}`;
  return t.lang === "zh"
    ? `${value}（${statistic}${spreadText(reading, t)}）`
    : `${value} (${statistic}${spreadText(reading, t)})`;
}

const WORDS = {
  title: { en: "Bone density in PLO: the literature", zh: "PLO骨密度变化文献" },
  study: { en: "Study", zh: "研究" },
  treatment: { en: "Treatment", zh: "治疗" },
  women: { en: "n", zh: "例数" },
  site: { en: "Site", zh: "部位" },
  months: { en: "Months", zh: "月数" },
  change: { en: "Change, %", zh: "变化（%）" },
  pooled: { en: "In a pooled effect?", zh: "是否计入合并" },
  yes: { en: "Yes", zh: "是" },
  alone: { en: "the only study of its stratum", zh: "该层仅此一项研究" },
  source: { en: "Read in", zh: "数值出处" },
  conflict: {
    en: "Where documents disagree, every reading stands in its own line; the one in use comes first.",
    zh: "各文献数值不一致时逐行列出，首行为当前采用值。",
  },
  missing: { en: "—: not given. Nothing missing is zero.", zh: "－：未给出，不等于零。" },
} as const;

function siteText({ outcome }: EvidenceRow, t: Terms): string {
  if (outcome.siteName !== undefined) return localText(outcome.siteName, t.lang);
  return evidenceSite(outcome.site, t);
}

function changeCell(each: EvidenceRow, t: Terms): Cell {
  const { outcome, reading } = each;
  if (reading === undefined) return cell(MISSING[t.lang]);
  const others = outcome.readings.filter((other) => other !== reading);
  const metric = outcome.metric === "percentChange" ? [] : [t.text(METRIC_WORDS[outcome.metric])];
  return linesCell([readingText(reading, t), ...others.map((other) => readingText(other, t)), ...metric]);
}

function pooledCell(place: RowPlace, t: Terms): Cell {
  if (place === "pooled") return cell(t.text(WORDS.yes));
  return cell(headed(t.text(whyNot(place))), { tone: "quiet" });
}

function whyNot(place: Exclude<RowPlace, "pooled">): Text {
  if (place === "unlikeCourses") return NOT_POOLED_WORDS.unlikeCourses;
  return place === "alone" || place === "notPooled" ? WORDS.alone : EXCLUSION_WORDS[place];
}

/** The document that the value in use was read in, and the place. */
function sourceText(
  { study, reading }: EvidenceRow,
  documents: ReadonlyMap<string, EvidenceDocument>,
  t: Terms,
): string {
  const document = documents.get(reading?.document ?? study.documents[0] ?? "");
  const name = document?.label === undefined ? t.text(REACHED_WORDS[study.reached]) : localText(document.label, t.lang);
  if (reading?.place === undefined) return headed(name);
  const place = readingPlace(reading.place, t);
  return t.lang === "zh" ? `${name}（${place}）` : `${headed(name)} (${place})`;
}

function signedAsPrinted(value: number, t: Terms): string {
  const decimals = String(value).split(".")[1]?.length ?? 0;
  return t.signed(value, decimals);
}

function spreadText({ spread }: Reading, t: Terms): string {
  if (spread === undefined) return "";
  const comma = t.lang === "zh" ? "，" : ", ";
  switch (spread.kind) {
    case "sd":
      return `${comma}SD ${spread.value}`;
    case "se":
      return `${comma}SE ${spread.value}`;
    case "ci95":
      return t.lang === "zh"
        ? `，95%CI ${spread.lower}～${spread.upper}`
        : `, 95% CI ${spread.lower} to ${spread.upper}`;
    case "quartiles":
      return `${comma}IQR ${spread.lower}–${spread.upper}`;
    case "range":
      return t.lang === "zh" ? `，范围 ${spread.lower}～${spread.upper}` : `, range ${spread.lower} to ${spread.upper}`;
  }
}
