import { say } from "@materbone/clinical";
import type { Revision } from "@materbone/registry";
import { type ReactNode, useState } from "react";
import { useTerms } from "../language/language.tsx";
import { Chip, type ChipTone } from "../parts/Chip.tsx";
import { momentText } from "../parts/moment-text.ts";
import { ChangeTable } from "./ChangeTable.tsx";
import classes from "./History.module.css";
import { historySays, historyWords, revisionKindWords } from "./history-words.ts";

const TONES: Readonly<Record<Revision["kind"], ChipTone>> = {
  created: "good",
  changed: "quiet",
  undone: "question",
  deleted: "serious",
  restored: "good",
  purged: "serious",
};

/** One entry of the log: what happened, when, by whom and why, what it changed, and its digest. */
export function RevisionEntry(props: {
  readonly revision: Revision;
  readonly isCurrent?: boolean;
  /** Said before the number where the log is of everything. */
  readonly subject?: ReactNode;
  readonly actions?: ReactNode;
  /** Level of its heading; 2 when left out. */
  readonly level?: 2 | 3;
}): ReactNode {
  const terms = useTerms();
  const { text, lang } = terms;
  const { revision } = props;
  const Heading = props.level === 3 ? "h3" : "h2";
  return (
    <article className="mb-card">
      <div className={classes.facts}>
        <Heading>
          {props.subject}
          {say(historySays.revision, { revision: revision.revision }, terms)}
        </Heading>
        <Chip tone={TONES[revision.kind]}>{text(revisionKindWords[revision.kind])}</Chip>
        {props.isCurrent === true && <Chip tone="good">{text(historyWords.current)}</Chip>}
        <time dateTime={revision.at}>{momentText(revision.at, lang)}</time>
        <span>{revision.by === "" ? text(historyWords.nobody) : revision.by}</span>
        <div className={classes.actions}>{props.actions}</div>
      </div>
      <p className={classes.why}>
        <span className="mb-muted">
          {text(historyWords.why)}
          {lang === "zh" ? "：" : ": "}
        </span>
        {revision.why ?? <span className="mb-muted">{text(historyWords.noWhy)}</span>}
      </p>
      {revision.isErased ? (
        <p className="mb-muted">{text(historyWords.erased)}</p>
      ) : revision.changes.length > 0 ? (
        <ChangeTable
          changes={revision.changes}
          of={revision.document}
          {...(revision.kind === "created" ? { first: 0 } : {})}
        />
      ) : (
        (revision.kind === "changed" || revision.kind === "undone") && (
          <p className="mb-muted">{text(historyWords.noChanges)}</p>
        )
      )}
      <Digest hash={revision.hash} />
    </article>
  );
}

/** The first figures; all of them on demand. */
function Digest({ hash }: { readonly hash: string }): ReactNode {
  const { text } = useTerms();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <div className={classes.hash}>
      {text(historyWords.hash)} <code>{isWhole ? hash : `${hash.slice(0, 12)}…`}</code>{" "}
      <button type="button" className={classes.link} aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
        {text(isWhole ? historyWords.shortHash : historyWords.fullHash)}
      </button>
    </div>
  );
}
