import {
  circuitPopulation,
  DENSITY_OUTPUTS,
  HOURS_PER_MONTH,
  isEnough,
  PopulationCancelledError,
  populationBand,
  readScenario,
  type Scenario,
  shownSites,
  simulationModels,
  virtualWomen,
} from "@materbone/circuit";
import type { SkeletalSite } from "@materbone/clinical";
import { useCallback, useEffect, useRef, useState } from "react";
import { type CourseInputs, untreated } from "../course-inputs.ts";
import { inputsText } from "../inputs-text.ts";
import { populationInWorkers } from "../population-in-workers.ts";
import { scenarioOfInputs } from "../scenario-of-inputs.ts";
import type { SiteBand } from "./course-data.ts";

/** Women of one band, from one seed, so that two readers see the same. */
export const BAND_WOMEN = 800;
const SEED = 1;

export type Band = {
  /** Inputs that it is of. */
  readonly of: string;
  readonly bands: ReadonlyMap<SkeletalSite, SiteBand>;
  readonly effective: number;
  /** Percent. */
  readonly accepted: number;
  readonly isEnough: boolean;
};

export type BandState =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly done: number }
  | { readonly kind: "ready"; readonly band: Band }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly message: string };

/** Runs a population when asked to, in workers, with progress; another run or leaving the page ends it. */
export function useBand(): {
  readonly state: BandState;
  readonly run: (inputs: CourseInputs) => void;
  readonly cancel: () => void;
} {
  const [state, setState] = useState<BandState>({ kind: "none" });
  const controller = useRef<AbortController | undefined>(undefined);
  const cancel = useCallback(() => controller.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  const run = useCallback((inputs: CourseInputs): void => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    setState({ kind: "running", done: 0 });
    const tell = (next: BandState): void => {
      if (controller.current === own) setState(next);
    };
    bandOf(inputs, own.signal, (done) => tell({ kind: "running", done })).then(
      (band) => tell({ kind: "ready", band }),
      (error: unknown) => {
        if (error instanceof PopulationCancelledError || own.signal.aborted) tell({ kind: "cancelled" });
        else tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
      },
    );
  }, []);
  return { state, run, cancel };
}

async function bandOf(inputs: CourseInputs, signal: AbortSignal, onProgress: (women: number) => void): Promise<Band> {
  const scenarios = [inputs, untreated(inputs)].map(populationScenario);
  const [first] = scenarios;
  if (first === undefined) throw new RangeError("no course for a population");
  const { job, anchors } = circuitPopulation(
    first.model,
    scenarios.map(({ plan }) => plan),
  );
  const runner = populationInWorkers();
  try {
    const batch = await runner.run({ job, seed: SEED, women: BAND_WOMEN, signal, onProgress });
    const women = virtualWomen(batch, SEED, anchors);
    const months = first.plan.times.map((hours) => hours / HOURS_PER_MONTH);
    const rows = months.length;
    const perWoman = scenarios.length * shownSites.length * rows;
    const bandAt = (course: number, column: number): SiteBand["treated"] => {
      const values = new Float64Array(BAND_WOMEN * rows);
      for (let woman = 0; woman < BAND_WOMEN; woman++) {
        const start = woman * perWoman + (course * shownSites.length + column) * rows;
        const atDelivery = batch.values[start] ?? Number.NaN;
        for (let row = 0; row < rows; row++) {
          values[woman * rows + row] = 100 * ((batch.values[start + row] ?? Number.NaN) / atDelivery - 1);
        }
      }
      return { months, ...populationBand(values, rows, women.weights) };
    };
    return {
      of: inputsText(inputs),
      bands: new Map(
        shownSites.map((site, column) => [site, { treated: bandAt(0, column), untreated: bandAt(1, column) }]),
      ),
      effective: women.effectiveSampleSize,
      accepted: 100 * women.acceptanceRate,
      isEnough: isEnough(women.weights),
    };
  } finally {
    runner.close();
  }
}

/** The course without what is drawn for every woman, month by month, with the densities that are shown. */
function populationScenario(inputs: CourseInputs): Scenario {
  const { parameters: _drawn, outputs: _rows, ...course } = scenarioOfInputs(inputs);
  const read = readScenario(
    {
      ...course,
      outputs: {
        times: [{ from: 0, to: `${inputs.months} month`, every: "1 month" }],
        timeUnit: "month",
        names: shownSites.map((site) => DENSITY_OUTPUTS[site]),
      },
    },
    simulationModels,
  );
  if (read.kind === "refused") throw new RangeError(JSON.stringify(read.problems[0]));
  return read.scenario;
}
