import { bmdResponses, centreLscSource, type LscSource, say as sayPhrase } from "@materbone/clinical";
import {
  bmdTrendFigure,
  type FigureLayout,
  type FigureMark,
  headed,
  scanName,
  type TrendQuantity,
  zLadderFigure,
} from "@materbone/report";
import { type ReactNode, useCallback, useMemo } from "react";
import { useCaseView, useLiveCaseView } from "../../editor/editor-context.tsx";
import { useAiming } from "../../fields/aim.tsx";
import { FigureView } from "../../figure/FigureView.tsx";
import { useTerms } from "../../language/language.tsx";
import { apart } from "../../parts/apart.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { BandSwitch } from "../benchmark/BandSwitch.tsx";
import { useBand } from "../benchmark/use-band.ts";
import type { BandChoice } from "../case-search.ts";
import { useCaseSearch } from "../use-case-search.ts";
import { Choice } from "./Choice.tsx";
import { changedVerdicts } from "./response/changed-verdicts.ts";
import { LscInUse } from "./response/LscInUse.tsx";
import { lscOfSearch } from "./response/lsc-of-search.ts";
import { PairsTable } from "./response/PairsTable.tsx";
import classes from "./response/Response.module.css";
import { sayChange, sayChanges, sayOther, responseWords as words } from "./response/response-words.ts";

const BesideBenchmark = apart(
  () => import("../benchmark/BesideBenchmark.tsx"),
  ({ BesideBenchmark }) => BesideBenchmark,
  () => <Loading />,
);

/** Did BMD change by more than the measurement can err? The chart, the limit in use, and every pair of scans. */
export function ResponsePanel(): ReactNode {
  const terms = useTerms();
  const { lang, text: say } = terms;
  const view = useCaseView();
  const { goTo } = useAiming();
  const [search, change] = useCaseSearch();
  const { quantity = "percent" } = search;
  const lsc = useMemo(() => lscOfSearch(search.lsc, view.context), [search.lsc, view.context]);
  const hasCentre = useMemo(() => centreLscSource(view.context) !== undefined, [view.context]);
  const responses = useMemo(() => bmdResponses(view, lsc), [view, lsc]);
  const ladder = useCallback((layout: FigureLayout) => zLadderFigure(view, { lang, layout }), [view, lang]);
  const open = useCallback(
    (mark: FigureMark) => {
      if (mark.at === undefined) return;
      change({ at: mark.at, side: "record" });
      goTo(mark.at);
    },
    [change, goTo],
  );
  return (
    <div className={classes.panel}>
      <section className="mb-card" aria-labelledby="response-title">
        <h2 id="response-title">{say(words.title)}</h2>
        <div className={`${classes.switches} mb-noprint`}>
          <Choice
            label={say(words.quantity)}
            value={quantity}
            options={(["percent", "gPerCm2", "z"] as const).map((value) => ({ value, label: say(words[value]) }))}
            onChange={(value) => change({ quantity: value === "percent" ? undefined : value })}
          />
          <Choice
            label={say(words.lsc)}
            value={lsc.kind}
            options={(["minimum", "paper", "centre"] as const).map((value) => ({
              value,
              label: say(words[value]),
              isDisabled: value === "centre" && !hasCentre,
            }))}
            onChange={(value) => change({ lsc: value === "minimum" ? undefined : value })}
          />
          {quantity !== "z" && view.scans.length > 0 && (
            <BandSwitch view={view} value={search.band} onChange={(band) => change({ band })} />
          )}
        </div>
        <LscInUse view={view} lsc={lsc} />
        {!hasCentre && <p className={`${classes.limits} mb-muted`}>{say(words.noCentre)}</p>}
        {responses.length > 0 && <Changes lsc={lsc} />}
        {view.scans.length === 0 && <p className="mb-muted">{say(words.noScans)}</p>}
        <Trend lsc={lsc} quantity={quantity} band={search.band} onOpen={open} />
      </section>
      <section className="mb-card" aria-labelledby="response-pairs">
        <h3 id="response-pairs">{say(words.pairs)}</h3>
        <PairsTable view={view} lsc={lsc} responses={responses} />
        {responses.some(({ verdict }) => verdict === "gain") && (
          <p className={classes.note}>{say(words.notAttributable)}</p>
        )}
      </section>
      {responses.length > 0 && (
        <section className="mb-card" aria-labelledby="response-benchmark">
          <h3 id="response-benchmark">{say(words.besideBenchmark)}</h3>
          <BesideBenchmark lsc={lsc} />
        </section>
      )}
      <section className="mb-card" aria-labelledby="response-ladder">
        <h3 id="response-ladder">{say(words.ladder)}</h3>
        <FigureView draw={ladder} onOpen={open} />
      </section>
    </div>
  );
}

/** The one part of the panel that is drawn with the letter. */
function Trend(props: {
  readonly lsc: LscSource;
  readonly quantity: TrendQuantity;
  readonly band: BandChoice | undefined;
  readonly onOpen: (mark: FigureMark) => void;
}): ReactNode {
  const { lsc, quantity } = props;
  const { lang } = useTerms();
  const view = useLiveCaseView();
  const benchmark = useBand(view, props.band, quantity !== "z");
  const draw = useCallback(
    (layout: FigureLayout) => bmdTrendFigure(view, { lang, layout, lsc, quantity, benchmark }),
    [view, lang, lsc, quantity, benchmark],
  );
  return <FigureView draw={draw} onOpen={props.onOpen} />;
}

/** Which verdicts the limit in use makes others than the paper's limit, or the minimum where the paper's is in use. */
function Changes({ lsc }: { readonly lsc: LscSource }): ReactNode {
  const terms = useTerms();
  const view = useCaseView();
  const other = lsc.kind === "paper" ? "minimum" : "paper";
  const changes = useMemo(
    () => changedVerdicts(bmdResponses(view, lsc), bmdResponses(view, { kind: other })),
    [view, lsc, other],
  );
  const facts = {
    count: changes.length,
    other: terms.text(sayOther[other]),
    changes: changes.map(({ now, before }) =>
      sayPhrase(
        sayChange,
        {
          site: headed(terms.site(now.site)),
          pair: `${scanName(now.from, terms)} → ${scanName(now.to, terms)}`,
          before: terms.word("response", before.verdict),
          now: terms.word("response", now.verdict),
        },
        terms,
      ),
    ),
  };
  return (
    <p className={classes.changes} data-changed={changes.length > 0} aria-live="polite">
      {sayPhrase(sayChanges, facts, terms)}
    </p>
  );
}
