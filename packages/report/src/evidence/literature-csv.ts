import { type AgentId, localText } from "@materbone/clinical";
import {
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
 * literature. Sentences in two languages are given in English, or in the one they have; answers of an appraisal stand in the
 * first line of their study. Screening, overlaps and the reasons of answers have no place in it.
 */
export function literatureCsv(literature: Literature): string {
  const documents = new Map(literature.documents.map((each) => [each.id, each]));
  const columns = Object.keys(LITERATURE_COLUMNS);
  const told = literature.studies.flatMap((study) =>
    study.arms.flatMap((arm) =>
      arm.outcomes.flatMap((outcome) =>
        inUseFirst(outcome).map((reading) => ({
          study,
          line: lineOf(study, arm, outcome, reading, documents.get(reading.document)),
        })),
      ),
    ),
  );
  const appraised = new Set<EvidenceStudy>();
  const lines = told.map(({ study, line }) => {
    if (appraised.has(study)) return line;
    appraised.add(study);
    return { ...line, ...appraisalCells(study) };
  });
  return [columns, ...lines.map((line) => columns.map((column) => line[column] ?? ""))]
    .map((cells) => `${cells.map(csvField).join(",")}\r\n`)
    .join("");
}

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
): Readonly<Record<string, string | undefined>> {
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
    document: document?.cite ?? reading.document,
    doi: document?.doi,
    pmid: document?.pmid,
    place: reading.place,
    checkedBy: reading.checkedBy ?? "Materbone",
    checked: reading.checked,
    note: reading.note === undefined ? undefined : localText(reading.note, "en"),
  };
}

/** The answers of a study. A line names one reader; answers of another one are left out. */
function appraisalCells({ appraisals = [] }: EvidenceStudy): Readonly<Record<string, string>> {
  const [first] = appraisals;
  if (first === undefined) return {};
  const { by, on } = first;
  const ofOne = appraisals.filter((each) => each.by === by && each.on === on);
  return {
    ...Object.fromEntries(ofOne.map((each) => [each.tool, answersCell(each)])),
    appraisedBy: by,
    appraisedOn: on,
  };
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
