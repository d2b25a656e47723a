import { type AgentId, localText } from "@materbone/clinical";
import {
  type Appraisal,
  type Arm,
  answersCell,
  type EvidenceDocument,
  type EvidenceStudy,
  LITERATURE_COLUMNS,
  type Literature,
  type Outcome,
  type Reading,
  spreadCells,
} from "@materbone/evidence";
import { csvField } from "../tables/render-csv.ts";

/**
 * The values of a literature as the CSV that `importLiterature` takes: a line for every reading, in the order of the
 * literature. Sentences in two languages are given in English, or in the one they have; the answers of an appraisal stand in the
 * first line of their study, those of another reader or date in a line of their own behind the last. Screening, overlaps, the
 * reasons of answers and studies without a value have no place in it.
 */
export function literatureCsv(literature: Literature): string {
  const documents = new Map(literature.documents.map((each) => [each.id, each]));
  const columns = Object.keys(LITERATURE_COLUMNS);
  const lines = literature.studies.flatMap((study): readonly Line[] => {
    const values = study.arms.flatMap((arm) =>
      arm.outcomes.flatMap((outcome) =>
        inUseFirst(outcome).map((reading) => lineOf(study, arm, outcome, reading, documents.get(reading.document))),
      ),
    );
    const [first, ...others] = values;
    if (first === undefined) return [];
    const [appraisal = {}, ...more] = appraisalCells(study);
    return [{ ...first, ...appraisal }, ...others, ...more.map((cells) => ({ study: study.label, ...cells }))];
  });
  return [columns, ...lines.map((line) => columns.map((column) => line[column] ?? ""))]
    .map((cells) => `${cells.map(csvField).join(",")}\r\n`)
    .join("");
}

type Line = Readonly<Record<string, string | undefined>>;

/** An import keeps the first reading in use. */
function inUseFirst({ readings, chosen = 0 }: Outcome): readonly Reading[] {
  const inUse = readings[chosen];
  return inUse === undefined ? readings : [inUse, ...readings.filter((reading) => reading !== inUse)];
}

function lineOf(
  study: EvidenceStudy,
  arm: Arm,
  outcome: Outcome,
  reading: Reading,
  document: EvidenceDocument | undefined,
): Line {
  const { population } = study;
  return {
    study: study.label,
    year: numberText(study.year),
    design: study.design,
    reached: study.reached,
    disease: population.kind === "plo" ? undefined : localText(population.disease, "en"),
    cohort: study.cohort,
    arm: armName(arm, outcome),
    treatment: outcome.treatment ?? arm.treatment,
    agents: agentsOf(arm).join("+"),
    women: numberText(outcome.women ?? arm.women),
    meanAgeYears: numberText(arm.meanAgeYears),
    drugFreeMonths: timeText(arm.drugFreeMonths),
    startMonthsSinceDelivery: timeText(arm.startMonthsSinceDelivery),
    baselineMonthsSinceWeaning: timeText(arm.baselineMonthsSinceWeaning),
    site: outcome.site,
    metric: outcome.metric,
    months: timeText(outcome.months),
    statistic: reading.statistic,
    value: numberText(reading.value),
    low: numberText(reading.low),
    high: numberText(reading.high),
    ...Object.fromEntries(Object.entries(spreadCells(reading.spread)).map(([name, value]) => [name, String(value)])),
    baselineBmdGPerCm2: numberText(outcome.baselineBmdGPerCm2),
    followUpBmdGPerCm2: numberText(outcome.followUpBmdGPerCm2),
    baselineZ: numberText(outcome.baselineZ),
    followUpZ: numberText(outcome.followUpZ),
    document: document === undefined ? reading.document : localText(document.cite, "en"),
    doi: document?.doi,
    pmid: document?.pmid,
    place: reading.place,
    checkedBy: reading.checkedBy ?? "Materbone",
    checked: reading.checked,
    note: reading.note === undefined ? undefined : localText(reading.note, "en"),
  };
}

/** The answers of a study in its order, a line for each reader and date; both tools of one stand together. */
function appraisalCells({ appraisals = [] }: EvidenceStudy): readonly Line[] {
  const lines: Appraisal[][] = [];
  for (const appraisal of appraisals) {
    if (answersCell(appraisal) === "") continue;
    const last = lines.at(-1);
    if (last?.length === 1 && last.every((each) => isInOneLine(each, appraisal))) last.push(appraisal);
    else lines.push([appraisal]);
  }
  return lines.map((line) => ({
    ...Object.fromEntries(line.map((each) => [each.tool, answersCell(each)])),
    appraisedBy: line[0]?.by,
    appraisedOn: line[0]?.on,
  }));
}

/** An import reads the four domains of a line before the ten items. */
function isInOneLine(first: Appraisal, second: Appraisal): boolean {
  const isOrdered = first.tool === "fourDomains" && second.tool === "tenItems";
  return isOrdered && first.by === second.by && first.on === second.on;
}

/**
 * A line says of its group once what was given and how many there were, and of an outcome no more than site, metric and
 * months: what differs otherwise is told of as a group of its own.
 */
function armName(arm: Arm, outcome: Outcome): string {
  const { treatment = arm.treatment, women = arm.women } = outcome;
  const isAlone = arm.outcomes.every((other) => other === outcome || !isSamePlace(other, outcome));
  return [
    arm.id,
    ...(treatment === arm.treatment ? [] : [treatment]),
    ...(women === arm.women ? [] : [`n${women}`]),
    ...(isAlone ? [] : [outcome.id]),
  ].join(" ");
}

function isSamePlace(a: Outcome, b: Outcome): boolean {
  return a.site === b.site && a.metric === b.metric && String(a.months) === String(b.months);
}

function agentsOf({ regimens }: Arm): readonly AgentId[] {
  return [...new Set(regimens.map(({ agent }) => agent))];
}

function numberText(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function timeText(time: number | readonly [number, number] | undefined): string | undefined {
  return time === undefined || typeof time === "number" ? numberText(time) : time.join("..");
}
