import data from "../../knowledge/analytes.json" with { type: "json" };
import type { Text } from "../language/text.ts";
import { analyteSymbols, analyteWords } from "../language/words-analytes.ts";
import type { Source } from "../source.ts";
import type { Analyte } from "./vocabulary.ts";

export const ANALYTE_GROUPS = [
  "turnoverFormation",
  "turnoverResorption",
  "hormone",
  "vitamin",
  "mineral",
  "urine",
  "kidney",
  "other",
] as const;
export type AnalyteGroup = (typeof ANALYTE_GROUPS)[number];

/** Two units that a factor links where no molar mass can: one of `from` is `factor` of `to`. */
export type UnitLink = { readonly from: string; readonly to: string; readonly factor: number };

/** What is known of an analyte apart from any laboratory. */
export type AnalyteKnowledge = {
  readonly id: Analyte;
  readonly name: Text;
  /** Short form for table headings. */
  readonly symbol: Text;
  /** Unit that values are compared in across records. */
  readonly canonicalUnit: string;
  /** Units that laboratories report it in; units of equal size count too. */
  readonly conventionalUnits: readonly string[];
  /** Links mass and substance units; absent where the assay measures a mixture. */
  readonly molarMassGPerMol?: number;
  readonly links?: readonly UnitLink[];
  readonly group: AnalyteGroup;
  /** Of the molar mass where there is one, else of the unit. */
  readonly source: Source;
};

type AnalyteEntry = Omit<AnalyteKnowledge, "name" | "symbol">;

/** Every analyte, in the order of the knowledge file. */
export const analytes: readonly AnalyteKnowledge[] = (data as readonly AnalyteEntry[]).map((entry) => ({
  ...entry,
  name: analyteWords[entry.id],
  symbol: analyteSymbols[entry.id],
}));

const analyteById: ReadonlyMap<Analyte, AnalyteKnowledge> = new Map(analytes.map((analyte) => [analyte.id, analyte]));

/** @throws RangeError when the analyte is not in the knowledge file */
export function analyteKnowledge(id: Analyte): AnalyteKnowledge {
  const analyte = analyteById.get(id);
  if (analyte === undefined) throw new RangeError(`no knowledge of analyte ${id}`);
  return analyte;
}
