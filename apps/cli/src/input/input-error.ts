import type { ScenarioProblem } from "@materbone/circuit";
import type { Problem } from "@materbone/clinical";
import type { EvidenceProblem, LiteratureCsvProblem } from "@materbone/evidence";
import type { ConversionTrouble, Ignored, Missing, Refusal } from "@materbone/exchange";
import type { DefinitionProblem } from "@materbone/finder";

/** Something wrong with what was given: a file, its content, an option. Becomes exit code 2. */
export type InputProblem =
  | { readonly kind: "record"; readonly file: string; readonly line: number | undefined; readonly problem: Problem }
  | {
      readonly kind: "notJson";
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly what: string;
      readonly near: string;
    }
  | { readonly kind: "duplicateKey"; readonly file: string; readonly line: number; readonly key: string }
  | {
      readonly kind: "tooDeep";
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly limit: number;
    }
  | {
      readonly kind: "encoding";
      readonly file: string;
      readonly line?: number;
      readonly encoding: "UTF-16" | "GB18030" | "unknown";
    }
  | { readonly kind: "tooLarge"; readonly file: string; readonly megabytes: number; readonly limit: number }
  | { readonly kind: "lineTooLong"; readonly file: string; readonly line: number; readonly limit: number }
  | { readonly kind: "empty"; readonly file: string }
  | { readonly kind: "emptyScenario"; readonly file: string }
  | { readonly kind: "noSuchPath"; readonly file: string; readonly nearest: string | undefined }
  | { readonly kind: "linkLoop"; readonly file: string }
  | { readonly kind: "notReadable"; readonly file: string; readonly code: string }
  | { readonly kind: "noSeries"; readonly file: string }
  | { readonly kind: "noCases"; readonly file: string }
  | { readonly kind: "unknownFormat"; readonly file: string }
  | { readonly kind: "folderNotFile"; readonly file: string }
  | {
      readonly kind: "unknownCase";
      readonly id: string;
      readonly known: readonly string[];
      readonly nearest: string | undefined;
    }
  | {
      readonly kind: "badOption";
      readonly option: string;
      readonly value: string;
      readonly allowed: readonly string[];
      readonly nearest: string | undefined;
    }
  | { readonly kind: "notMonths"; readonly option: string; readonly value: string }
  | { readonly kind: "notAFolder"; readonly file: string }
  | { readonly kind: "notJsonEnding"; readonly file: string }
  | { readonly kind: "noCentreStudy" }
  | {
      readonly kind: "precisionFile";
      readonly file: string;
      readonly line: number | undefined;
      readonly at: string;
      readonly value: string;
      readonly sites: readonly string[];
    }
  | { readonly kind: "exists"; readonly file: string }
  | { readonly kind: "fileExists"; readonly file: string }
  | { readonly kind: "missingOption"; readonly option: string }
  | { readonly kind: "dataFileTooLarge"; readonly file: string; readonly megabytes: number; readonly limit: number }
  /** In the data a row of the file, 1 the header; in the model a line. */
  | {
      readonly kind: "evidence";
      readonly file: string;
      readonly line: number | undefined;
      readonly problem: EvidenceProblem;
    }
  | {
      readonly kind: "scenario";
      readonly file: string;
      readonly line: number | undefined;
      readonly problem: ScenarioProblem;
    }
  | { readonly kind: "ownInput"; readonly option: string; readonly file: string }
  | {
      readonly kind: "notWhole";
      readonly option: string;
      readonly value: string;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: "weaningUnknown" }
  | { readonly kind: "weanedWithoutCase" }
  | { readonly kind: "noWomanDrawn"; readonly file: string }
  | { readonly kind: "populationOfCircuit"; readonly model: string }
  | { readonly kind: "bandOfUndefined"; readonly name: string }
  | { readonly kind: "literatureCsv"; readonly file: string; readonly problem: LiteratureCsvProblem }
  | { readonly kind: "badSd"; readonly value: string; readonly largest: number }
  | { readonly kind: "badReading"; readonly value: string; readonly nearest: string | undefined }
  | { readonly kind: "noRegistry"; readonly file: string }
  | {
      readonly kind: "definition";
      readonly file: string;
      readonly line: number | undefined;
      readonly problem: DefinitionProblem;
    }
  | { readonly kind: "findSource"; readonly file: string; readonly why: Refusal }
  | ({ readonly kind: "findAside" } & Ignored)
  | { readonly kind: "findRefused"; readonly file: string; readonly trouble: ConversionTrouble }
  | { readonly kind: "engineOnlyExplains"; readonly engine: string }
  | { readonly kind: "findMissing"; readonly file: string; readonly missing: readonly Missing[] }
  | { readonly kind: "trinoUrl" }
  | { readonly kind: "trinoPasswordInTheOpen" }
  | { readonly kind: "omopOfDatabase" }
  | { readonly kind: "notADay"; readonly option: string; readonly value: string }
  | { readonly kind: "unknownPerson"; readonly id: string }
  | { readonly kind: "notAWorklist"; readonly file: string }
  | { readonly kind: "notAKey"; readonly file: string; readonly line: number }
  | { readonly kind: "otherHospital"; readonly file: string; readonly worklist: string }
  | { readonly kind: "endingNotWritten"; readonly file: string }
  | { readonly kind: "linesOfCsv"; readonly format: string };

export class InputError extends Error {
  override readonly name = "InputError";
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(problems.map((problem) => problem.kind).join(", "));
    this.problems = problems;
  }
}
