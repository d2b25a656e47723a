import { localText, say } from "@materbone/clinical";
import { type BlindStatus, VERDICT_WORDS } from "@materbone/finder";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { elsewhereQuery, type FoundElsewhere } from "../../api/finder-queries.ts";
import { useTerms } from "../../language/language.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { momentText } from "../../parts/moment-text.ts";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import classes from "./Review.module.css";
import { sayElsewhere, reviewWords as words } from "./review-words.ts";

/** Other searches over the same data that list her; what was said of her there stays hidden until she is settled here. */
export function Elsewhere(props: {
  readonly run: string;
  readonly rank: number;
  readonly status: BlindStatus;
}): ReactNode {
  const terms = useTerms();
  const found = useQuery(elsewhereQuery(props.run, props.rank));
  if (found.error !== null) return <ProblemCard problem={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined || found.data.runs.length === 0) return null;
  const { isSettled, runs } = found.data;
  const { status } = props;
  const own = status.kind === "agreed" || status.kind === "adjudicated" ? status.verdict : undefined;
  const differs = runs.some(
    ({ told }) => own !== undefined && told !== undefined && told.verdict !== "open" && told.verdict !== own,
  );
  return (
    <section className="mb-card" aria-labelledby="elsewhere-title">
      <h2 id="elsewhere-title">{terms.text(words.elsewhere)}</h2>
      {!isSettled && <p className="mb-muted">{terms.text(words.elsewhereHidden)}</p>}
      <ul className={classes.sentences}>
        {runs.map((one) => (
          <li key={`${one.startedAt} ${one.definition.id}`}>
            <Run found={one} />
          </li>
        ))}
      </ul>
      {differs && <p>{terms.text(words.elsewhereDiffers)}</p>}
    </section>
  );
}

function Run({ found }: { readonly found: FoundElsewhere["runs"][number] }): ReactNode {
  const terms = useTerms();
  const { name, definition, startedAt, isSameDelivery, told } = found;
  const what = say(
    sayElsewhere,
    {
      name: localText(name, terms.lang),
      version: definition.version,
      moment: momentText(startedAt, terms.lang),
      isSameDelivery,
    },
    terms,
  );
  if (told === undefined) return what;
  const verdict = terms.text(told.verdict === "open" ? words.elsewhereOpen : VERDICT_WORDS[told.verdict]);
  return (
    <>
      <Link to="/find/runs/$run/review" params={{ run: told.run }} search={{ queue: "all", woman: told.rank }}>
        {what}
      </Link>{" "}
      <Chip tone={told.verdict === "open" ? "quiet" : "good"}>{verdict}</Chip>
    </>
  );
}
