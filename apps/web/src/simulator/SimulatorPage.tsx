import { localText, openCase } from "@materbone/clinical";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { caseQuery, headQuery } from "../api/queries.ts";
import { useTerms } from "../language/language.tsx";
import { Loading } from "../parts/Loading.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { recordedInputs } from "./recorded-inputs.ts";
import { SimulatorWorkbench } from "./SimulatorWorkbench.tsx";
import { SimulationProvider, useSimulatorSearch } from "./simulator-context.tsx";

/** The circuit as a model that can be run: inputs, the course with and without drugs, and what it rests on. */
export function SimulatorPage(): ReactNode {
  const { series, case: id } = useSimulatorSearch();
  if (series !== undefined && id !== undefined) return <OfWoman series={series} id={id} />;
  return (
    <SimulationProvider woman={undefined}>
      <SimulatorWorkbench />
    </SimulationProvider>
  );
}

function OfWoman({ series, id }: { readonly series: string; readonly id: string }): ReactNode {
  const { lang } = useTerms();
  const head = useQuery(headQuery(series));
  const stored = useQuery(caseQuery(series, id));
  const woman = useMemo(() => {
    if (head.data === undefined || stored.data === undefined) return undefined;
    const record = stored.data.value;
    const name = record.label === undefined ? record.id : localText(record.label, lang);
    const view = openCase(record, head.data.value);
    return { ...recordedInputs(view), view, series, id, name };
  }, [head.data, stored.data, series, id, lang]);
  const failure = stored.error ?? head.error;
  if (failure !== null) {
    return (
      <ProblemCard
        problem={failure}
        onRetry={() => {
          void stored.refetch();
          void head.refetch();
        }}
      />
    );
  }
  if (woman === undefined) return <Loading />;
  return (
    <SimulationProvider woman={woman}>
      <SimulatorWorkbench />
    </SimulationProvider>
  );
}
