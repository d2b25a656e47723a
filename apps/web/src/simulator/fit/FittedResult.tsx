import {
  caseSentences,
  type FittedParameter,
  sayCircuitWarning,
  sayFracturedInside,
  sayLeftOut,
  sayNursing,
  sayRestLevel,
} from "@materbone/circuit";
import { type CaseView, type LscSource, lscBasis, say, type Terms } from "@materbone/clinical";
import { headed, LSC_BASIS, nameOfScan, type SimulatedCase } from "@materbone/report";
import { Fragment, type ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import { TableHead } from "../parameters/TableHead.tsx";
import classes from "../Simulator.module.css";
import tableClasses from "../ValueTable.module.css";
import { WarningList } from "../WarningsBox.tsx";
import { sayFitted, sayPrecisionFrom, sayTooFew, sayWeaned, fitWords as words } from "./fit-words.ts";

type Variant = SimulatedCase["variants"][number];

/** What the scans say, for each reading of when she weaned, and what went into it. */
export function FittedResult(props: {
  readonly result: SimulatedCase;
  readonly view: CaseView;
  readonly lsc: LscSource;
}): ReactNode {
  const terms = useTerms();
  const { result, view, lsc } = props;
  const { scans, nursing } = result;
  const leftOut = scans.leftOut.map((each) => ({ ...each, scan: nameOfScan(view, each.scan, terms) }));
  const fracturedInside = scans.fracturedInside.map((each) =>
    sayFracturedInside({ ...each, scans: each.scans.map((scan) => nameOfScan(view, scan, terms)) }, terms),
  );
  return (
    <>
      <p>{sayNursing(nursing, terms)}</p>
      {numbered(result.variants).map(({ key, item }) => (
        <FittedVariant key={key} variant={item} />
      ))}
      <Warnings variants={result.variants} />
      {scans.observations.length > 0 && (
        <>
          <h3>{terms.text(words.scans)}</h3>
          <p className={classes.note}>
            {say(sayPrecisionFrom, { basis: terms.text(LSC_BASIS[lscBasis(lsc, view.context)]) }, terms)}{" "}
            {scans.observations.some(({ months }) => months.length > 1) && terms.text(words.openTime)}
          </p>
          <ScanTable scans={scans.observations} view={view} />
          {fracturedInside.map((line) => (
            <p key={line} className={classes.note}>
              {headed(line)}
            </p>
          ))}
        </>
      )}
      <Listed title={terms.text(words.leftOut)} lines={leftOut.map((each) => headed(sayLeftOut(each, terms)))} />
    </>
  );
}

function FittedVariant({ variant: { weanedMonth, women, fit } }: { readonly variant: Variant }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const weaned = sayReading(weanedMonth, terms);
  if (fit === undefined) return <p>{text(words.noScan)}</p>;
  const { resampling } = fit;
  const effective = resampling.effectiveSampleSize;
  const rows: readonly Row[] = [
    { name: text(caseSentences.susceptibility), parameter: fit.susceptibility, decimals: 2, isSigned: true },
    ...fit.sites.map(({ site, restLevel }) => ({
      name: sayRestLevel(site, terms),
      parameter: restLevel,
      decimals: 3,
      isSigned: false,
    })),
  ];
  return (
    <>
      <ScrollRegion label={weaned}>
        <table className={tableClasses.table}>
          <caption className={classes.reading}>{weaned}</caption>
          <TableHead heads={[words.parameter, words.estimate, words.interval, words.left]} numbersFrom={1} />
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row" className={tableClasses.wraps}>
                  {headed(row.name)}
                  {row.parameter.staysAtPrior && (
                    <span className={classes.source}>{text(caseSentences.staysAtPrior)}</span>
                  )}
                  {row.parameter.liesAtLimit && (
                    <span className={classes.source}>{text(caseSentences.liesAtLimit)}</span>
                  )}
                </th>
                <td className={tableClasses.number}>{printed(row, row.parameter.estimate, terms)}</td>
                <td className={tableClasses.number}>
                  {terms.lang === "zh"
                    ? `${printed(row, row.parameter.low, terms)}～${printed(row, row.parameter.high, terms)}`
                    : `${printed(row, row.parameter.low, terms)} to ${printed(row, row.parameter.high, terms)}`}
                </td>
                <td className={tableClasses.number}>{terms.fixed(100 * row.parameter.told, 0)}%</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className={classes.note}>
        {resampling.kind === "tooFew"
          ? say(sayTooFew, { women: women.women, effective, needed: resampling.needed }, terms)
          : say(sayFitted, { women: women.women, weighed: women.effectiveSampleSize, effective }, terms)}
      </p>
    </>
  );
}

/** What the model warns of on her course as recorded; where readings of when she weaned differ in it, under each. */
function Warnings({ variants }: { readonly variants: readonly Variant[] }): ReactNode {
  const terms = useTerms();
  const said = variants.map(({ warnings }) => warnings.map((each) => sayCircuitWarning(each, terms)).join());
  const shown = said.every((each) => each === said[0]) ? variants.slice(0, 1) : variants;
  if (shown.every(({ warnings }) => warnings.length === 0)) return null;
  return (
    <section className={classes.warnings}>
      <h3>{terms.text(words.warnings)}</h3>
      {variants.some(({ fit }) => fit !== undefined) && <p className={classes.note}>{terms.text(words.warningsAt)}</p>}
      {numbered(shown).map(({ key, item: { weanedMonth, warnings } }) => (
        <Fragment key={key}>
          {shown.length > 1 && <h4>{sayReading(weanedMonth, terms)}</h4>}
          <WarningList warnings={warnings} />
        </Fragment>
      ))}
    </section>
  );
}

function sayReading(weanedMonth: number | undefined, terms: Terms): string {
  return weanedMonth === undefined ? terms.text(words.neverNursed) : say(sayWeaned, { month: weanedMonth }, terms);
}

type Row = {
  readonly name: string;
  readonly parameter: FittedParameter;
  readonly decimals: number;
  /** A distance in SD, not a level. */
  readonly isSigned: boolean;
};

function printed({ decimals, isSigned }: Row, value: number, terms: Terms): string {
  return isSigned ? terms.signed(value, decimals) : terms.fixed(value, decimals);
}

function ScanTable(props: {
  readonly scans: SimulatedCase["scans"]["observations"];
  readonly view: CaseView;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  return (
    <ScrollRegion label={text(words.scans)}>
      <table className={tableClasses.table}>
        <caption className="mb-hidden">{text(words.scans)}</caption>
        <TableHead heads={[words.scan, words.site, words.month, words.bmd, words.sd]} numbersFrom={2} />
        <tbody>
          {props.scans.map(({ at, scan, site, months, bmdGPerCm2, precisionGPerCm2 }) => (
            <tr key={`${at}/${site}`}>
              <th scope="row" className={tableClasses.nowrap}>
                {headed(nameOfScan(props.view, scan, terms))}
              </th>
              <td className={tableClasses.nowrap}>{headed(terms.site(site))}</td>
              <td className={tableClasses.number}>{terms.either(months.map((month) => terms.months(month)))}</td>
              <td className={tableClasses.number}>{terms.fixed(bmdGPerCm2, 3)}</td>
              <td className={tableClasses.number}>{terms.fixed(precisionGPerCm2, 5)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Listed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <details className={classes.details}>
      <summary>{title}</summary>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
