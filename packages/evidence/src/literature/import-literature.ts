import { nearest } from "@materbone/clinical";
import { completedReading } from "./completed-reading.ts";
import { answersCell } from "./literature-answers.ts";
import type { LiteratureLine } from "./literature-csv.ts";
import { readLiteratureLines } from "./literature-csv.ts";
import type { LiteratureCsvProblem } from "./literature-csv-problem.ts";
import type {
  Appraisal,
  Arm,
  ArmTreatment,
  EvidenceDocument,
  EvidenceMetric,
  EvidenceSite,
  EvidenceStatistic,
  EvidenceStudy,
  Literature,
  Outcome,
  Reading,
} from "./literature-record.ts";
import { spreadOf } from "./literature-spread.ts";

export type ImportedLiterature =
  | {
      readonly kind: "read";
      readonly literature: Literature;
      readonly added: { readonly studies: number; readonly outcomes: number; readonly readings: number };
    }
  | { readonly kind: "refused"; readonly problems: readonly LiteratureCsvProblem[] };

/**
 * Adds the values of a CSV to a literature, all or nothing. A line about an outcome that is there already becomes another
 * reading of it, and one that repeats a reading completes it; the reading in use stays in use. Answers of another reader or
 * date stand beside those of the lines above.
 *
 * @param today - ISO date that a line without `checked` was read on
 */
export function importLiterature(base: Literature, text: string, today: string): ImportedLiterature {
  const read = readLiteratureLines(text);
  if (read.kind === "refused") return read;
  const problems: LiteratureCsvProblem[] = [];
  const into = new Growing(base, today, problems);
  for (const line of read.lines) into.add(line);
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", ...into.result() };
}

/** A name as an id: lower case, letters and digits of any script, hyphens between. */
export function slug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}'\u2019]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** A paper that prints what another found was read itself. */
const DOCUMENT_REACH = { fullText: "fullText", abstract: "abstract", secondary: "fullText" } as const;

/** The literature while lines are added to it. */
class Growing {
  readonly #base: Literature;
  readonly #today: string;
  readonly #problems: LiteratureCsvProblem[];
  readonly #studies: Map<string, EvidenceStudy>;
  readonly #documents: Map<string, EvidenceDocument>;
  /** Row of the file that first told of an arm. */
  readonly #rowOfArm = new Map<string, number>();
  /** Row of the file that an appraisal was first told in. */
  readonly #rowOfAppraisal = new Map<Appraisal, number>();
  readonly #added = { studies: 0, outcomes: 0, readings: 0 };

  constructor(base: Literature, today: string, problems: LiteratureCsvProblem[]) {
    this.#base = base;
    this.#today = today;
    this.#problems = problems;
    this.#studies = new Map(base.studies.map((study) => [study.id, study]));
    this.#documents = new Map(base.documents.map((each) => [each.id, each]));
  }

  add(line: LiteratureLine): void {
    if (line.kind === "appraisal") {
      this.#appraise(line);
      return;
    }
    const document = this.#document(line);
    const study = this.#appraised(this.#study(line, document), line);
    const arm = this.#arm(study, line);
    const outcomes = withReading(arm.outcomes, line, this.#reading(line, document));
    this.#added.outcomes += outcomes.length - arm.outcomes.length;
    this.#added.readings += readingsIn(outcomes) - readingsIn(arm.outcomes);
    const arms = [...study.arms.filter(({ id }) => id !== arm.id), { ...arm, outcomes }];
    const inOrder = study.arms.some(({ id }) => id === arm.id)
      ? study.arms.map((each) => arms.find(({ id }) => id === each.id) ?? each)
      : arms;
    this.#studies.set(study.id, { ...study, arms: inOrder });
  }

  result(): Omit<Extract<ImportedLiterature, { kind: "read" }>, "kind"> {
    const known = new Set(this.#base.studies.map(({ id }) => id));
    const fresh = [...this.#studies.values()].filter(({ id }) => !known.has(id));
    const records = fresh.map(({ id, label }) => ({
      report: label,
      found: "other" as const,
      decision: "included" as const,
      study: id,
    }));
    return {
      literature: {
        ...this.#base,
        documents: [...this.#documents.values()],
        studies: [...this.#studies.values()],
        screening: { ...this.#base.screening, records: [...this.#base.screening.records, ...records] },
      },
      added: { ...this.#added, studies: fresh.length },
    };
  }

  #document({ text }: LiteratureLine): EvidenceDocument {
    const cite = text.document ?? "";
    const id = slug(cite);
    const cited = [...this.#documents.values()].find((each) => namesOf(each).some((name) => slug(name) === id));
    const document = this.#documents.get(id) ??
      cited ?? {
        id,
        kind: "article" as const,
        cite,
        ...(text.doi === undefined ? {} : { doi: text.doi }),
        ...(text.pmid === undefined ? {} : { pmid: text.pmid }),
        reached: DOCUMENT_REACH[text.reached as EvidenceStudy["reached"]],
      };
    this.#documents.set(document.id, document);
    return document;
  }

  #study({ text, numbers }: LiteratureLine, document: EvidenceDocument): EvidenceStudy {
    const label = text.study ?? "";
    const id = slug(label);
    const known = this.#studies.get(id);
    if (known !== undefined) {
      return known.documents.includes(document.id) ? known : { ...known, documents: [...known.documents, document.id] };
    }
    return {
      id,
      label,
      ...(numbers.year === undefined ? {} : { year: numbers.year }),
      design: (text.design ?? "caseSeries") as EvidenceStudy["design"],
      documents: [document.id],
      reached: text.reached as EvidenceStudy["reached"],
      population: text.disease === undefined ? { kind: "plo" } : { kind: "other", disease: text.disease },
      cohort: text.cohort ?? id,
      arms: [],
    };
  }

  /** Answers of a line of their own. */
  #appraise(line: LiteratureLine): void {
    const label = line.text.study ?? "";
    const study = this.#studies.get(slug(label));
    if (study === undefined) {
      const labels = [...this.#studies.values()].map((each) => each.label);
      const at = { row: line.row, column: "study", value: label };
      this.#problems.push({ ...at, kind: "noSuchStudy", nearest: nearest(label, labels) });
    } else this.#studies.set(study.id, this.#appraised(study, line));
  }

  /**
   * The study with the answers of the line, unless it has them. Other ones are asked about: of a tool that the literature has
   * answers of, and of one reader on one date.
   */
  #appraised(study: EvidenceStudy, { row, text, answers }: LiteratureLine): EvidenceStudy {
    let appraisals = study.appraisals ?? [];
    for (const tool of ["fourDomains", "tenItems"] as const) {
      const given = answers[tool];
      if (given === undefined) continue;
      const ofTool = appraisals.filter((each) => each.tool === tool);
      const known =
        ofTool.find((each) => this.#isOf(each, text)) ?? ofTool.find((each) => !this.#rowOfAppraisal.has(each));
      if (known === undefined) {
        const told = { tool, answers: given, by: text.appraisedBy ?? "", on: text.appraisedOn ?? this.#today };
        this.#rowOfAppraisal.set(told, row);
        appraisals = [...appraisals, told];
        continue;
      }
      const cell = answersCell({ tool, answers: given });
      const withRow = this.#rowOfAppraisal.get(known);
      const isThere = (withRow === undefined ? ofTool : [known]).some((each) => answersCell(each) === cell);
      if (isThere) continue;
      const at = { row, column: tool, value: text[tool] ?? "" };
      this.#problems.push(
        withRow === undefined ? { ...at, kind: "appraisedBefore" } : { ...at, kind: "answersDisagree", withRow },
      );
    }
    return appraisals.length === 0 ? study : { ...study, appraisals };
  }

  /** Is the appraisal by the reader of the line, and of its date if it has one? */
  #isOf({ by, on }: Appraisal, { appraisedBy, appraisedOn }: LiteratureLine["text"]): boolean {
    return by === appraisedBy && (appraisedOn === undefined || on === appraisedOn);
  }

  #arm(study: EvidenceStudy, line: LiteratureLine): Arm {
    const { text, numbers, times, agents, row } = line;
    const treatment = text.treatment as ArmTreatment;
    const id = slug(text.arm ?? treatment);
    const place = `${study.id}/${id}`;
    const known = study.arms.find((arm) => arm.id === id);
    const told: Partial<Arm> = {
      ...(numbers.women === undefined ? {} : { women: numbers.women }),
      ...(numbers.meanAgeYears === undefined ? {} : { meanAgeYears: numbers.meanAgeYears }),
      ...(times.drugFreeMonths === undefined ? {} : { drugFreeMonths: times.drugFreeMonths }),
      ...(times.startMonthsSinceDelivery === undefined
        ? {}
        : { startMonthsSinceDelivery: times.startMonthsSinceDelivery }),
      ...(times.baselineMonthsSinceWeaning === undefined
        ? {}
        : { baselineMonthsSinceWeaning: times.baselineMonthsSinceWeaning }),
    };
    if (known === undefined) {
      this.#rowOfArm.set(place, row);
      return { id, treatment, regimens: agents.map((agent) => ({ agent })), outcomes: [], ...told };
    }
    const withRow = this.#rowOfArm.get(place);
    if (withRow !== undefined) this.#askWhatDisagrees(known, { treatment, ...told }, row, withRow);
    return { ...told, ...known };
  }

  #askWhatDisagrees(known: Arm, told: Partial<Arm>, row: number, withRow: number): void {
    for (const column of ["treatment", "women", "meanAgeYears"] as const) {
      const value = told[column];
      if (value === undefined || known[column] === undefined || known[column] === value) continue;
      this.#problems.push({ row, kind: "disagrees", column, value: String(value), withRow });
    }
  }

  #reading({ text, numbers }: LiteratureLine, document: EvidenceDocument): Reading {
    const spread = spreadOf(numbers);
    return {
      ...(numbers.value === undefined ? {} : { value: numbers.value }),
      ...(numbers.low === undefined || numbers.high === undefined ? {} : { low: numbers.low, high: numbers.high }),
      statistic: text.statistic as EvidenceStatistic,
      ...(spread === undefined ? {} : { spread }),
      document: document.id,
      ...(text.place === undefined ? {} : { place: text.place }),
      ...(text.checkedBy === undefined ? {} : { checkedBy: text.checkedBy }),
      checked: text.checked ?? this.#today,
      ...(text.note === undefined ? {} : { note: text.note }),
    };
  }
}

/** The readings with another one behind them, or with the one that it repeats completed. */
function beside(readings: readonly Reading[], reading: Reading): Reading[] {
  const completed = readings.map((known) => completedReading(known, reading));
  const position = completed.findIndex((each) => each !== undefined);
  if (position < 0) return [...readings, reading];
  return readings.map((known, each) => (each === position ? (completed[each] ?? known) : known));
}

function readingsIn(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((sum, { readings }) => sum + readings.length, 0);
}

/** Adds a reading to the outcome of its site, metric and time, or begins that outcome. */
function withReading(outcomes: readonly Outcome[], line: LiteratureLine, reading: Reading): Outcome[] {
  const { text, numbers, times } = line;
  const site = text.site as EvidenceSite;
  const metric = (text.metric ?? "percentChange") as EvidenceMetric;
  const months = times.months;
  const isSame = (outcome: Outcome): boolean =>
    outcome.site === site && outcome.metric === metric && String(outcome.months) === String(months);
  if (outcomes.some(isSame)) {
    return outcomes.map((outcome) =>
      isSame(outcome) ? { ...outcome, readings: beside(outcome.readings, reading) } : outcome,
    );
  }
  const time = months === undefined ? "x" : typeof months === "number" ? String(months) : months.join("-");
  const base = metric === "percentChange" ? `${site}@${time}` : `${site}@${time}.${metric}`;
  const facts = (["baselineBmdGPerCm2", "followUpBmdGPerCm2", "baselineZ", "followUpZ"] as const).flatMap((name) =>
    numbers[name] === undefined ? [] : [[name, numbers[name]] as const],
  );
  return [
    ...outcomes,
    {
      id: base,
      site,
      metric,
      ...(months === undefined ? {} : { months }),
      ...Object.fromEntries(facts),
      readings: [reading],
    },
  ];
}

/** A citation in every language that it has. */
function namesOf({ cite }: EvidenceDocument): readonly string[] {
  return typeof cite === "string" ? [cite] : Object.values(cite).filter((each) => each !== undefined);
}
