import { assess, type CaseView, definitionById } from "@materbone/clinical";
import type { CaseSummary } from "@materbone/registry";
import { decidingCriteria, headed, SEVERITY_TONE, womanName } from "@materbone/report";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import { Chip } from "../parts/Chip.tsx";
import { boardWords as words } from "./board-words.ts";
import {
  densityText,
  factsLine,
  fractureText,
  lowestText,
  openFindings,
  readings,
  spineChangeText,
} from "./card-text.ts";
import { fracturePicture } from "./fracture-picture.ts";
import { Sparkline } from "./Sparkline.tsx";
import { SpineStrip } from "./SpineStrip.tsx";
import classes from "./WomanCard.module.css";

const ANY_SITE = definitionById("paper-any-site");
const OUTCOME_TONE = { consistent: "good", notConsistent: "quiet", undecided: "question" } as const;

/** One woman at a glance; everything on it opens where it comes from. */
export function WomanCard(props: {
  readonly series: string;
  readonly woman: CaseSummary;
  /** Her record opened, once it is there: it says what an undecided verdict hangs on. */
  readonly view: CaseView | undefined;
}): ReactNode {
  const { series, woman, view } = props;
  const terms = useTerms();
  const sayText = useSay();
  const params = { series, case: woman.id };
  const fractures = fracturePicture(woman.fractures);
  const findings = openFindings(woman.openFindings);
  const change = spineChangeText(woman, terms);
  const hangsOn = view === undefined ? "" : decidingCriteria(assess(view, ANY_SITE), terms);
  // What an undecided verdict hangs on names an undecided density already.
  const density =
    hangsOn !== "" && woman.verdicts.densityAnySite === "undecided" ? "" : densityText(woman.verdicts, terms);
  const verdictWords = [hangsOn, density].filter((part) => part !== "").join(" · ");
  return (
    <article className={`mb-card ${classes.card}`} aria-labelledby={`woman-${woman.id}`}>
      <header className={classes.header}>
        <h3 id={`woman-${woman.id}`}>
          <Link to="/series/$series/case/$case" params={params}>
            {womanName(woman, terms)}
          </Link>
        </h3>
        <Link
          to="/series/$series/findings"
          params={{ series }}
          search={{ case: woman.id, state: "open" }}
          className={classes.findings}
        >
          <span className="mb-hidden">{sayText(words.openFindings)}</span>
          {findings.length === 0 && <Chip tone="quiet">{sayText(words.noFindings)}</Chip>}
          {findings.map(({ severity, count }) => (
            <Chip key={severity} tone={SEVERITY_TONE[severity]}>
              {headed(terms.word("severity", severity))} {count}
            </Chip>
          ))}
        </Link>
      </header>
      <p className={classes.facts}>{factsLine(woman, terms)}</p>
      <Link to="/series/$series/case/$case" params={params} search={{ panel: "response" }} className={classes.course}>
        {woman.spineBmd.length > 0 && <Sparkline values={woman.spineBmd} />}
        <span className={classes.change}>
          {change.percent !== undefined && <strong className={classes.percent}>{change.percent}</strong>}
          <span className={classes.small}>{change.words}</span>
        </span>
      </Link>
      <div className={classes.fractures}>
        <SpineStrip levels={fractures.levels} />
        <p className={fractures.vertebrae.length + fractures.others.length > 0 ? classes.broken : classes.small}>
          {fractureText(fractures, terms)}
        </p>
      </div>
      <p className={classes.facts}>
        {woman.lowestZ === undefined ? sayText(words.noZ) : lowestText(woman.lowestZ, terms)}
      </p>
      <Link to="/series/$series/case/$case" params={params} search={{ panel: "verdict" }} className={classes.verdict}>
        {readings(woman.verdicts, terms).map(({ outcome, text }) => (
          <Chip key={text} tone={OUTCOME_TONE[outcome]}>
            {text}
          </Chip>
        ))}
        <span className={classes.small}>{verdictWords}</span>
      </Link>
      <p className={classes.small}>
        {woman.agents.length === 0 ? sayText(words.noAgents) : terms.series(woman.agents.map(terms.agent))}
      </p>
      {(woman.tags.length > 0 || woman.isStale) && (
        <p className={classes.tags}>
          {woman.tags.map((tag) => (
            <Link key={tag} to="/series/$series" params={{ series }} search={{ tag }} className={classes.tag}>
              #{tag}
            </Link>
          ))}
          {woman.isStale && <Chip tone="quiet">{sayText(words.stale)}</Chip>}
        </p>
      )}
    </article>
  );
}
