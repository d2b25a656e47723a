import { say } from "@materbone/clinical";
import { type CohortDefinition, type ShownCount, SMALL_CELL_NOTE, sayCount } from "@materbone/finder";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { type StoredData, storedDataQuery } from "../../api/finder-keep-queries.ts";
import type { Converted } from "../../api/finder-queries.ts";
import { useTerms } from "../../language/language.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { dataSearch } from "../start/find-search.ts";
import { sayAbout, sayData, sayRounded, definitionPageWords as words } from "./definition-page-words.ts";
import classes from "./FunnelPanel.module.css";
import { countChange, type ShownFunnel, useLiveFunnel } from "./live-funnel.ts";
import panelClasses from "./Panel.module.css";
import { Pick } from "./parts/Pick.tsx";

const route = getRouteApi("/find/definition");

/** The funnel over converted data, as the definition stands; `valid` is absent while something has to be mended. */
export function FunnelPanel({ valid }: { readonly valid: CohortDefinition | undefined }): ReactNode {
  const { text } = useTerms();
  const [round, setRound] = useState(0);
  const list = useQuery(storedDataQuery);
  const data = list.data?.flatMap(({ converted, ...stored }) =>
    converted === undefined ? [] : [{ ...stored, converted }],
  );
  return (
    <section className={`mb-card ${panelClasses.panel}`} aria-labelledby="definition-funnel">
      <h2 id="definition-funnel">{text(words.funnel)}</h2>
      {list.error !== null && <ProblemCard problem={list.error} onRetry={() => void list.refetch()} />}
      {list.data === undefined && list.error === null && <Loading />}
      {data?.length === 0 && (
        <>
          <p className="mb-muted">{text(words.noData)}</p>
          <p>
            <Link to="/find" search={dataSearch}>
              {text(words.toSearch)}
            </Link>
          </p>
        </>
      )}
      {data !== undefined && data.length > 0 && (
        <CountedFunnel key={round} data={data} valid={valid} onRetry={() => setRound(round + 1)} />
      )}
    </section>
  );
}

type CountedData = StoredData & { readonly converted: Converted };

function CountedFunnel(props: {
  readonly data: readonly CountedData[];
  readonly valid: CohortDefinition | undefined;
  readonly onRetry: () => void;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { data: chosen, path } = route.useSearch();
  const navigate = route.useNavigate();
  const [first] = props.data;
  const known =
    props.data.find(({ key }) => key === chosen) ??
    props.data.find(({ place }) => place !== undefined && place === path) ??
    first;
  const { shown, before, isCounting, isStale, problem } = useLiveFunnel(known?.key, props.valid);
  return (
    <>
      <Pick
        label={text(words.data)}
        isLabelShown
        value={known?.key ?? ""}
        options={props.data.map((head) => ({ value: head.key, text: dataText(head, terms) }))}
        onPick={(data) => void navigate({ search: (old) => ({ ...old, data }), replace: true, resetScroll: false })}
      />
      <p role="status" className={panelClasses.note}>
        {props.valid === undefined ? text(words.invalid) : isCounting ? text(words.counting) : ""}
        {isStale && shown !== undefined && ` ${text(words.stale)}`}
      </p>
      {problem !== undefined && !isCounting && <ProblemCard problem={problem} onRetry={props.onRetry} />}
      {shown !== undefined && (
        <div aria-busy={isStale || isCounting} className={classes.funnel}>
          <FunnelTable funnel={shown.funnel} before={before} />
          <p className={panelClasses.note}>{say(SMALL_CELL_NOTE, shown.funnel, terms)}</p>
          <p className={panelClasses.note}>{say(sayRounded, shown.funnel, terms)}</p>
          {before !== undefined && <p className={panelClasses.note}>{text(words.changeNote)}</p>}
        </div>
      )}
    </>
  );
}

function dataText({ key, place, converted }: CountedData, terms: ReturnType<typeof useTerms>): string {
  const { format, asOf, persons } = converted;
  const source = format === "csv" ? "CSV" : format === "fhir" ? "FHIR" : "OMOP";
  return say(sayData, { source, asOf, persons: terms.fixed(persons, 0), place: place ?? key }, terms);
}

function FunnelTable(props: { readonly funnel: ShownFunnel; readonly before: ShownFunnel | undefined }): ReactNode {
  const { text } = useTerms();
  const { funnel, before } = props;
  const most = Math.max(1, ...funnel.stages.map(({ people }) => (people.kind === "count" ? people.count : 0)));
  const steps = funnel.stages.filter(({ id }) => !id.startsWith("unused_"));
  const unused = funnel.stages.filter(({ id }) => id.startsWith("unused_"));
  const rows = (stages: ShownFunnel["stages"]): ReactNode =>
    stages.map((stage) => (
      <Stage
        key={stage.id}
        stage={stage}
        before={before?.stages.find(({ id }) => id === stage.id)?.people}
        most={most}
        hasChange={before !== undefined}
      />
    ));
  return (
    <table className={classes.stages}>
      <caption className="mb-hidden">{text(words.funnel)}</caption>
      <thead>
        <tr>
          <th scope="col">{text(words.step)}</th>
          <th scope="col" className={classes.number}>
            {text(words.women)}
          </th>
          {before !== undefined && (
            <th scope="col" className={classes.number}>
              {text(words.change)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>{rows(steps)}</tbody>
      {unused.length > 0 && <tbody className={classes.unused}>{rows(unused)}</tbody>}
    </table>
  );
}

function Stage(props: {
  readonly stage: ShownFunnel["stages"][number];
  readonly before: ShownCount | undefined;
  readonly most: number;
  readonly hasChange: boolean;
}): ReactNode {
  const terms = useTerms();
  const { stage, most } = props;
  const { people } = stage;
  const share = people.kind === "count" ? people.count / most : 0;
  return (
    <tr data-stage={stage.id}>
      <th scope="row">
        {terms.text(stage.name)}
        <span className={classes.track} aria-hidden="true">
          {people.kind !== "count" && <span className={classes.hiddenBar} />}
          {share > 0 && <span className={classes.bar} style={{ inlineSize: `${100 * share}%` }} />}
        </span>
      </th>
      <td className={classes.number}>{aboutText(people, terms)}</td>
      {props.hasChange && <td className={classes.number}>{changeText(props.before, people, terms)}</td>}
    </tr>
  );
}

/** Counts of an edited definition are rounded; none is none. */
function aboutText(people: ShownCount, terms: ReturnType<typeof useTerms>): string {
  if (people.kind !== "count" || people.count === 0) return sayCount(people, terms);
  return say(sayAbout, { count: terms.fixed(people.count, 0) }, terms);
}

function changeText(before: ShownCount | undefined, after: ShownCount, terms: ReturnType<typeof useTerms>): string {
  const by = countChange(before, after);
  return by === undefined ? "" : say(sayAbout, { count: by === 0 ? "0" : terms.signed(by, 0) }, terms);
}
