import type { ScenarioFile } from "@materbone/circuit";
import type { CaseView } from "@materbone/clinical";
import { getRouteApi } from "@tanstack/react-router";
import { createContext, type ReactNode, useCallback, useContext, useMemo } from "react";
import { given } from "../app/search-value.ts";
import { type CourseInputs, DEFAULT_INPUTS, untreated } from "./course-inputs.ts";
import { inputsOf, searchOfInputs } from "./inputs-text.ts";
import type { RecordedInputs } from "./recorded-inputs.ts";
import { scenarioOfInputs } from "./scenario-of-inputs.ts";
import type { CourseResult, RanCourse } from "./simulate-course.ts";
import type { SimulatorChange, SimulatorSearch } from "./simulator-search.ts";
import { useCourses } from "./use-course.ts";

/** A woman of a record, as the page uses her. */
export type SimulatedWoman = RecordedInputs & {
  readonly view: CaseView;
  readonly series: string;
  readonly id: string;
  readonly name: string;
};

export type Simulation = {
  readonly woman: SimulatedWoman | undefined;
  /** What the address has to change: the record, or the default. */
  readonly base: CourseInputs;
  readonly inputs: CourseInputs;
  readonly scenario: ScenarioFile;
  /** Results of the inputs and of the same without bone drugs; of the inputs before while the new ones are run. */
  readonly treated: CourseResult | undefined;
  readonly untreated: CourseResult | undefined;
  readonly isRunning: boolean;
};

const SimulationContext = createContext<Simulation | undefined>(undefined);
const route = getRouteApi("/simulate");

/** Runs the course of the address and the course without drugs, which is always there. */
export function SimulationProvider(props: {
  readonly woman: SimulatedWoman | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { woman } = props;
  const { woman: kind, nursing, infants, calcium, given: courses, months } = route.useSearch();
  const base = woman?.inputs ?? DEFAULT_INPUTS;
  const inputs = useMemo(
    () => inputsOf(given({ woman: kind, nursing, infants, calcium, given: courses, months }), base),
    [kind, nursing, infants, calcium, courses, months, base],
  );
  const files = useMemo(() => {
    const scans = [...new Set(woman?.scans.map(({ month }) => month) ?? [])];
    return [scenarioOfInputs(inputs, scans), scenarioOfInputs(untreated(inputs), scans)] as const;
  }, [inputs, woman]);
  const { results, isRunning } = useCourses(files);
  const value = useMemo(
    () => ({
      woman,
      base,
      inputs,
      scenario: files[0],
      treated: results?.[0],
      untreated: results?.[1],
      isRunning,
    }),
    [woman, base, inputs, files, results, isRunning],
  );
  return <SimulationContext value={value}>{props.children}</SimulationContext>;
}

export function useSimulation(): Simulation {
  const simulation = useContext(SimulationContext);
  if (simulation === undefined) throw new TypeError("no simulation around this component");
  return simulation;
}

/** Both courses, when both could be run. */
export function useRanCourses(): { readonly treated: RanCourse; readonly untreated: RanCourse } | undefined {
  const { treated, untreated: without } = useSimulation();
  return useMemo(
    () => (treated?.kind === "ran" && without?.kind === "ran" ? { treated, untreated: without } : undefined),
    [treated, without],
  );
}

export function useSimulatorSearch(): SimulatorSearch {
  return route.useSearch();
}

/** Changes the address in place. */
export function useSimulatorChange(): (change: SimulatorChange) => void {
  const navigate = route.useNavigate();
  return useCallback(
    (change) =>
      void navigate({ search: (previous) => given({ ...previous, ...change }), replace: true, resetScroll: false }),
    [navigate],
  );
}

/** Changes some of the inputs. */
export function useInputsChange(): (change: Partial<CourseInputs>) => void {
  const { inputs, base } = useSimulation();
  const change = useSimulatorChange();
  return (parts) => change(searchOfInputs({ ...inputs, ...parts }, base));
}
