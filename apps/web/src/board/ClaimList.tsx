import { type ClaimResult, type SeriesView, sayClaim, testClaims } from "@materbone/clinical";
import { CLAIM_OUTCOMES, CLAIM_TONE, headed } from "@materbone/report";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import { Chip } from "../parts/Chip.tsx";
import classes from "./Board.module.css";
import { boardWords as words } from "./board-words.ts";

/** What the authors say, against what their record says; what does not agree comes first. */
export function ClaimList({ view }: { readonly view: SeriesView }): ReactNode {
  const say = useSay();
  const { lang } = useTerms();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // The claims come after the first screen: an address that leads to them waits for them.
    if (location.hash === "#claims") section.current?.scrollIntoView();
  }, []);
  const results = useMemo(() => testClaims(view), [view]);
  const places = new Map((view.series.claims ?? []).map(({ id, place }) => [id, place]));
  const of = (...outcomes: readonly ClaimResult["outcome"][]): readonly ClaimResult[] =>
    outcomes.flatMap((outcome) => results.filter((result) => result.outcome === outcome));
  const first = of("notSupported", "cannotTell");
  const rest = of("supported", "notTested");
  return (
    <section ref={section} id="claims" className={`mb-card ${classes.claims}`} aria-labelledby="claims-title">
      <h2 id="claims-title">{say(words.claims)}</h2>
      <p className="mb-muted">{say(results.length === 0 ? words.noClaims : words.claimsLead)}</p>
      <Claims results={first} places={places} />
      {rest.length > 0 && (
        <details className={classes.others} open={first.length === 0}>
          <summary>
            {say(words.otherClaims)}
            {lang === "zh" ? `（${rest.length}）` : ` (${rest.length})`}
          </summary>
          <Claims results={rest} places={places} />
        </details>
      )}
    </section>
  );
}

function Claims(props: {
  readonly results: readonly ClaimResult[];
  readonly places: ReadonlyMap<string, string | undefined>;
}): ReactNode {
  return (
    <ul className={classes.claimList}>
      {props.results.map((result) => (
        <Claim key={result.claim} result={result} place={props.places.get(result.claim)} />
      ))}
    </ul>
  );
}

/** One line of what was found; opened, all that was computed and where the claim stands. */
function Claim(props: { readonly result: ClaimResult; readonly place: string | undefined }): ReactNode {
  const { result, place } = props;
  const terms = useTerms();
  const say = useSay();
  const sentence = sayClaim(result, terms);
  return (
    <li>
      <details>
        <summary>
          <Chip tone={CLAIM_TONE[result.outcome]}>{headed(say(CLAIM_OUTCOMES[result.outcome]))}</Chip>{" "}
          <strong>{headed(terms.word("claim", result.kind))}</strong>
          <span className={classes.short}>{sentence}</span>
        </summary>
        <p>{sentence}</p>
        {place !== undefined && (
          <p className={classes.place}>
            {say(words.place)}
            {terms.lang === "zh" ? "：" : ": "}
            {place}
          </p>
        )}
      </details>
    </li>
  );
}
