import { Button } from "@mantine/core";
import { type Finding, localText, type Review, say, sayFinding } from "@materbone/clinical";
import { headed, SEVERITY_TONE } from "@materbone/report";
import { type ReactNode, useRef } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import { Chip } from "../parts/Chip.tsx";
import { placeWords } from "../parts/place-words.ts";
import { FindingFacts } from "./FindingFacts.tsx";
import { FindingPlace } from "./FindingPlace.tsx";
import classes from "./FindingRow.module.css";
import { findingKey } from "./finding-groups.ts";
import { sayNoted, findingsWords as words } from "./findings-words.ts";
import { ReviewForm } from "./ReviewForm.tsx";
import { focusKeeper } from "./use-list-keys.ts";
import type { ReviewActions } from "./use-reviews.ts";

export type FindingRowProps = {
  readonly series: string;
  readonly finding: Finding;
  /** The record or the head that the finding's place is in, to say what stands there. */
  readonly document: unknown;
  /** Name of the woman where the heading above does not say it. */
  readonly owner?: string | undefined;
  /** The heading above does not say how grave it is. */
  readonly isSeverityShown: boolean;
  readonly review: Review | undefined;
  /** The form that is open in this row. */
  readonly open: Review["state"] | undefined;
  readonly onOpen: (state: Review["state"] | undefined) => void;
  readonly actions: Pick<ReviewActions, "isSaving" | "decide" | "takeBack">;
  readonly onDone: (state: Finding["state"], findings: readonly Finding[]) => void;
};

/** One question: how grave, what it asks, where, what it rests on, and what can be done about it. */
export function FindingRow(props: FindingRowProps): ReactNode {
  const { series, finding, open, actions } = props;
  const terms = useTerms();
  const sayText = useSay();
  const place = placeWords(finding.at, finding.case === null ? "series" : "case", terms, props.document);
  const row = useRef<HTMLLIElement>(null);
  const close = (): void => {
    const comeBack = focusKeeper(row.current);
    props.onOpen(undefined);
    // Once what closes is gone and what left the list has left it.
    setTimeout(comeBack);
  };
  const decide = async (state: Review["state"], note: string): Promise<void> => {
    const comeBack = focusKeeper(row.current);
    await actions.decide([finding], state, note);
    props.onOpen(undefined);
    props.onDone(state, [finding]);
    setTimeout(comeBack);
  };
  const takeBack = async (): Promise<void> => {
    const comeBack = focusKeeper(row.current);
    await actions.takeBack([finding]);
    props.onDone("open", [finding]);
    setTimeout(comeBack);
  };
  return (
    <li ref={row} className={`${classes.row} ${classes[finding.severity]}`} data-finding={findingKey(finding)}>
      <div>
        <p className={classes.message}>
          {props.isSeverityShown && (
            <>
              <Chip tone={SEVERITY_TONE[finding.severity]}>
                {headed(terms.word("severity", finding.severity))}
              </Chip>{" "}
            </>
          )}
          {props.owner !== undefined && <strong className={classes.owner}>{props.owner}</strong>}
          <FindingPlace series={series} finding={finding} className={classes.question}>
            {sayFinding(finding, terms)}
          </FindingPlace>
        </p>
        {finding.state !== "open" && (
          <p className={classes.note}>
            <Chip tone="good">{headed(terms.word("findingState", finding.state))}</Chip>{" "}
            {finding.note !== undefined && localText(finding.note, terms.lang)}{" "}
            <span className="mb-muted">{say(sayNoted, { by: props.review?.by, on: props.review?.on }, terms)}</span>
          </p>
        )}
        <div className={classes.meta}>
          <span>{place}</span>
          <FindingFacts finding={finding} />
        </div>
      </div>
      <div className={classes.actions}>
        {finding.state === "open" ? (
          <>
            <OpenButton state="explained" open={open} onOpen={props.onOpen} label={sayText(words.explain)} />
            <OpenButton state="accepted" open={open} onOpen={props.onOpen} label={sayText(words.accept)} />
          </>
        ) : (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={actions.isSaving}
            onClick={() => void takeBack().catch(ignore)}
          >
            {sayText(words.takeBack)}
          </Button>
        )}
      </div>
      {open !== undefined && finding.state === "open" && (
        <ReviewForm
          key={open}
          state={open}
          isSaving={actions.isSaving}
          onSave={(note) => void decide(open, note).catch(ignore)}
          onCancel={close}
        />
      )}
    </li>
  );
}

function OpenButton(
  props: Pick<FindingRowProps, "open" | "onOpen"> & { readonly state: Review["state"]; readonly label: string },
): ReactNode {
  const isOpen = props.open === props.state;
  return (
    <Button
      size="compact-sm"
      variant="light"
      aria-expanded={isOpen}
      onClick={() => props.onOpen(isOpen ? undefined : props.state)}
    >
      {props.label}
    </Button>
  );
}

/** The refusal is kept by the mutation, and the page shows it; the form stays open with what was typed. */
function ignore(): void {}
