import { CASE_SCHEMA, type CaseRecord } from "../record/case-record.ts";
import { type CaseView, openCase, type SeriesContext } from "../record/case-view.ts";
import type { Fracture } from "../record/fracture.ts";
import type { LaboratoryPanel } from "../record/laboratory.ts";
import type { Scan } from "../record/scan.ts";

type Parts = Omit<Partial<CaseRecord>, "schema">;

/** A woman with the given parts of a record and nothing else. */
export function woman(parts: Parts = {}, context: SeriesContext = {}): CaseView {
  return openCase({ schema: CASE_SCHEMA, id: "w-1", ...parts }, context);
}

/** A fragility fracture of L1. */
export function fracture(parts: Partial<Fracture> = {}): Fracture {
  return { site: "L1", mechanism: "spontaneous", ...parts };
}

/** A scan with the three Z-scores, at month 6. */
export function scan(lumbarSpine?: number, femoralNeck?: number, totalHip?: number): Scan {
  const site = (zScore: number | undefined): { zScore: number } | undefined =>
    zScore === undefined ? undefined : { zScore };
  const sites = Object.fromEntries(
    Object.entries({ lumbarSpine: site(lumbarSpine), femoralNeck: site(femoralNeck), totalHip: site(totalHip) }).filter(
      ([, reading]) => reading !== undefined,
    ),
  );
  return { id: "s-1", at: { months: 6 }, sites };
}

/** Reference intervals of the source paper, Table 1, and of three analytes more, for the flags only. */
export const INTERVALS: SeriesContext = {
  laboratory: {
    intervals: [
      { analyte: "pth", low: "15", high: "65", unit: "pg/mL" },
      { analyte: "vitaminD25oh", low: "15.7", high: "60.3", unit: "ng/mL", season: "summer" },
      { analyte: "vitaminD25oh", low: "8.8", high: "46.3", unit: "ng/mL", season: "winter" },
      { analyte: "calcium", low: "2.11", high: "2.52", unit: "mmol/L" },
      { analyte: "calciumAlbuminAdjusted", low: "2.11", high: "2.52", unit: "mmol/L" },
      { analyte: "phosphate", low: "0.85", high: "1.51", unit: "mmol/L" },
      { analyte: "alp", low: "35", high: "100", unit: "U/L" },
      { analyte: "urinePhosphate24h", low: "0.7", high: "1.5", unit: "g/24h" },
    ],
  },
};

type Values = {
  readonly calcium?: string;
  readonly calciumAlbuminAdjusted?: string;
  readonly phosphate?: string;
  readonly alp?: string;
  readonly pth?: string;
  readonly vitaminD25oh?: string;
  readonly urinePhosphate24h?: string;
};

/** One sampling with the given values in the units of `INTERVALS`. */
export function panel(values: Values, months = 3): LaboratoryPanel {
  const results = Object.entries(values).map(([analyte, value]) => {
    const unit = INTERVALS.laboratory?.intervals?.find((interval) => interval.analyte === analyte)?.unit ?? "";
    return { analyte: analyte as keyof Values, value, unit };
  });
  return { at: { months }, results };
}

/** The three women of the source paper as far as a verdict needs them: fractures, first scan, first values (Tables 1, 2). */
export const PUBLISHED: Readonly<Record<"case-1" | "case-2" | "case-3", Parts>> = {
  "case-1": {
    id: "case-1",
    comorbidities: [{ condition: "scoliosis" }],
    events: [{ kind: "diagnosis", at: { months: 15 } }],
    fractures: [{ site: "L4", at: { months: 12 }, mechanism: "lowEnergy", modality: "mri" }],
    scans: [{ ...scan(-4.2, -2.1, -2.2), at: { months: 15 } }],
    laboratory: [panel({ calcium: "2.17", phosphate: "1.19", alp: "112", pth: "48.92", vitaminD25oh: "43.70" }, 15)],
  },
  "case-2": {
    id: "case-2",
    events: [{ kind: "diagnosis", at: { months: 6 } }],
    fractures: (["T6", "T8", "T10", "T11"] as const).map((site) => ({
      site,
      at: { months: [0, 6] },
      mechanism: "noTraumaReported",
      modality: "radiograph",
    })),
    scans: [scan(-2.9, -1.6, -2.0)],
    laboratory: [panel({ calcium: "2.23", phosphate: "1.32", alp: "73", pth: "17.57", vitaminD25oh: "24.30" }, 6)],
  },
  "case-3": {
    id: "case-3",
    events: [{ kind: "diagnosis", at: { months: 3 } }],
    fractures: (["T9", "T11", "T12"] as const).map((site) => ({
      site,
      at: { months: 3 },
      mechanism: "noTraumaReported",
      modality: "ct",
    })),
    scans: [{ ...scan(-4.1, -2.7, -2.4), at: { months: [3, 9] } }],
    laboratory: [
      panel({
        calcium: "2.28",
        phosphate: "1.32",
        alp: "69",
        pth: "16.91",
        vitaminD25oh: "13.70",
        urinePhosphate24h: "0.21",
      }),
    ],
  },
};

export function published(id: keyof typeof PUBLISHED): CaseView {
  return woman(PUBLISHED[id], INTERVALS);
}
