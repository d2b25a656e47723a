import type { BmdResponse, CaseView, Interval, LscSource, Terms } from "@materbone/clinical";
import {
  explainDelta,
  explainDeltaZ,
  explainLsc,
  explainPercentChange,
  explainPerYear,
  explainTwoDeviceLsc,
  headed,
  RESPONSE_TONE,
  sayComparability,
  scanName,
} from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../../../language/language.tsx";
import { Chip } from "../../../parts/Chip.tsx";
import { RecordLink } from "../../../parts/ComputedPlace.tsx";
import { ComputedBy } from "../../../parts/ComputedSteps.tsx";
import { ScrollRegion } from "../../../parts/ScrollRegion.tsx";
import classes from "./Response.module.css";
import { responseWords as words } from "./response-words.ts";

/** Every pair of scans, site by site: the reference scan named, each number with its computation, the verdict with its reasons. */
export function PairsTable(props: {
  readonly view: CaseView;
  readonly lsc: LscSource;
  readonly responses: readonly BmdResponse[];
}): ReactNode {
  const { text: say } = useTerms();
  if (props.responses.length === 0) return <p>{say(words.noPairs)}</p>;
  const heads = [
    words.site,
    words.from,
    words.to,
    words.verdict,
    words.percentHead,
    words.lscHead,
    words.change,
    words.perYear,
    words.deltaZ,
  ];
  return (
    <ScrollRegion label={say(words.pairsTable)}>
      <table className={classes.pairs}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.responses.map((response) => (
            <PairRow
              key={[response.site, response.from.at, response.to.at].join()}
              response={response}
              view={props.view}
              lsc={props.lsc}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function PairRow(props: {
  readonly response: BmdResponse;
  readonly view: CaseView;
  readonly lsc: LscSource;
}): ReactNode {
  const { response, view, lsc } = props;
  const terms = useTerms();
  const say = terms.text;
  const { site, from, to, verdict, lscPercent, reasons } = response;
  const dash = say(words.notRecorded);
  // Between calibrated devices the limit joins both; else it is that of the reference scan, comparable or not.
  const lscExplained =
    explainTwoDeviceLsc(response, lsc, view.context, terms) ?? explainLsc(lsc, site, from, view.context, terms);
  return (
    <tr>
      <th scope="row">{headed(terms.site(site))}</th>
      <td>
        <RecordLink at={from.at}>{scanName(from, terms)}</RecordLink>
      </td>
      <td>
        <RecordLink at={to.at}>{scanName(to, terms)}</RecordLink>
      </td>
      <td className={classes.verdict}>
        <Chip tone={RESPONSE_TONE[verdict]}>{terms.word("response", verdict)}</Chip>
        {reasons.length > 0 && (
          <span className={classes.reason}>
            {reasons.map((reason) => sayComparability(reason, terms)).join(terms.lang === "zh" ? "；" : "; ")}
          </span>
        )}
        {verdict === "gain" && <span className={classes.reason}>{say(words.attributableShort)}</span>}
      </td>
      <td className={classes.number}>
        <ComputedBy value={terms.signed(response.percent, 2)} explanation={explainPercentChange(response, terms)} />
      </td>
      <td className={classes.number}>
        {lscPercent === undefined ? dash : <ComputedBy value={terms.fixed(lscPercent, 2)} explanation={lscExplained} />}
      </td>
      <td className={classes.number}>
        <ComputedBy value={terms.signed(response.deltaGPerCm2, 3)} explanation={explainDelta(response, terms)} />
      </td>
      <td className={classes.number}>
        {response.percentPerYear === undefined ? (
          <span className={classes.reason}>
            {say(response.months === undefined ? words.timeNotKnown : words.rateOpen)}
          </span>
        ) : (
          <ComputedBy value={rateText(response.percentPerYear, terms)} explanation={explainPerYear(response, terms)} />
        )}
      </td>
      <td className={classes.number}>
        {response.deltaZ === undefined ? (
          dash
        ) : (
          <ComputedBy value={terms.signed(response.deltaZ, 1)} explanation={explainDeltaZ(response, terms)} />
        )}
      </td>
    </tr>
  );
}

/** "+21.5", or both ends of a range: a dash between two signed numbers cannot be read. */
function rateText(rate: Interval, terms: Terms): string {
  const [low, high] = [terms.signed(rate.earliest, 1), terms.signed(rate.latest, 1)];
  if (low === high) return low;
  return terms.lang === "zh" ? `${low} 至 ${high}` : `${low} to ${high}`;
}
