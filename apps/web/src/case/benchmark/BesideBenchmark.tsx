import { caseFindings, type LscSource, PERCENT_DECIMALS, say } from "@materbone/clinical";
import { benchmarkKnowledge, benchmarkSelection } from "@materbone/evidence";
import {
  type BenchmarkStatement,
  bandText,
  benchmarkStatements,
  besideBenchmark,
  type Explanation,
  expectedText,
  explainBenchmark,
  headed,
  PLACE_TONE,
  percentileText,
  type ResponseBeside,
  SHORT_PLACE_WORDS,
  sayCounted,
  sayNotCompared,
  sayPlace,
  scanName,
} from "@materbone/report";
import { type ReactNode, useDeferredValue, useMemo } from "react";
import { useCaseView } from "../../editor/editor-context.tsx";
import { useTerms } from "../../language/language.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { RecordLink } from "../../parts/ComputedPlace.tsx";
import { ComputedBy } from "../../parts/ComputedSteps.tsx";
import { numbered } from "../../parts/numbered.ts";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import responseClasses from "../panels/response/Response.module.css";
import { responseWords } from "../panels/response/response-words.ts";
import classes from "./Benchmark.module.css";
import { testedUntreated } from "./benchmark-engine.ts";
import { sayRange, benchmarkWords as words } from "./benchmark-words.ts";

/** Every change beside the change that is expected without a drug: what is said of the first to the last scan, then all pairs. */
export function BesideBenchmark({ lsc }: { readonly lsc: LscSource }): ReactNode {
  const terms = useTerms();
  // A letter typed is drawn first, the comparison follows.
  const view = useDeferredValue(useCaseView());
  const tested = testedUntreated();
  const statements = useMemo(
    () => benchmarkStatements(view, lsc, tested, caseFindings(view), terms),
    [view, lsc, tested, terms],
  );
  const beside = useMemo(() => besideBenchmark(view, lsc, tested.benchmark), [view, lsc, tested]);
  const heads = [
    terms.text(responseWords.site),
    terms.text(responseWords.from),
    terms.text(responseWords.to),
    terms.text(words.place),
    terms.text(words.percent),
    terms.text(words.expected),
    say(sayRange, { level: benchmarkKnowledge.levelPercent }, terms),
    terms.text(words.percentile),
    terms.text(words.women),
  ];
  return (
    <>
      {statements.map((each) => (
        <Statement key={each.response.site} statement={each} />
      ))}
      <ScrollRegion label={terms.text(words.table)}>
        <table className={responseClasses.pairs}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {beside.map((each) => (
              <BesideRow
                key={[each.response.site, each.response.from.at, each.response.to.at].join()}
                beside={each}
                explanation={explainBenchmark(view, each.response, tested, terms)}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {sayCounted(beside, terms).map((text) => (
        <p key={text} className={responseClasses.note}>
          {text}
        </p>
      ))}
    </>
  );
}

function Statement({ statement }: { readonly statement: BenchmarkStatement }): ReactNode {
  return (
    <div className={classes.statement}>
      <p>{statement.sentence}</p>
      {statement.cautions.length > 0 && (
        <ul>
          {numbered(statement.cautions).map(({ key, item }) => (
            <li key={key}>{item}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function BesideRow(props: { readonly beside: ResponseBeside; readonly explanation: Explanation }): ReactNode {
  const { response, comparison, site } = props.beside;
  const terms = useTerms();
  const dash = terms.text(responseWords.notRecorded);
  const number = responseClasses.number;
  return (
    <tr>
      <th scope="row">{headed(terms.site(response.site))}</th>
      <td>
        <RecordLink at={response.from.at}>{scanName(response.from, terms)}</RecordLink>
      </td>
      <td>
        <RecordLink at={response.to.at}>{scanName(response.to, terms)}</RecordLink>
      </td>
      <td className={responseClasses.verdict}>
        {comparison.kind === "compared" ? (
          <>
            <Chip tone={PLACE_TONE[comparison.place]}>
              {terms.text(comparison.place === "depends" ? words.depends : SHORT_PLACE_WORDS[comparison.place])}
            </Chip>
            {comparison.place === "depends" && (
              <span className={responseClasses.reason}>{sayPlace(comparison, terms, SHORT_PLACE_WORDS)}</span>
            )}
          </>
        ) : (
          <span className={responseClasses.reason}>{sayNotCompared(comparison.reason, site, terms)}</span>
        )}
      </td>
      <td className={number}>{terms.signed(response.percent, PERCENT_DECIMALS)}</td>
      {comparison.kind === "compared" ? (
        <>
          <td className={number}>
            <ComputedBy value={expectedText(comparison, terms)} explanation={props.explanation} />
          </td>
          <td className={number}>{bandText(comparison, terms)}</td>
          <td className={number}>{percentileText(comparison, terms)}</td>
          <td className={number}>{benchmarkSelection(site).women}</td>
        </>
      ) : (
        <>
          <td className={number}>
            <ComputedBy value={terms.text(words.why)} explanation={props.explanation} />
          </td>
          <td className={number}>{dash}</td>
          <td className={number}>{dash}</td>
          <td className={number}>{dash}</td>
        </>
      )}
    </tr>
  );
}
