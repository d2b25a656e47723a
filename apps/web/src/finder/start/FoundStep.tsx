import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { bytesText, say as sayPhrase } from "@materbone/clinical";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { detectionQuery, mappingsQuery } from "../../api/finder-keep-queries.ts";
import type { Detection } from "../../api/finder-queries.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { bracketed } from "../../language/punctuation.ts";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import classes from "./Find.module.css";
import { sayConverted, sayFiles, sayUnused, findWords as words } from "./find-words.ts";
import { MappingState } from "./MappingState.tsx";
import { Step } from "./Step.tsx";

type Props = {
  readonly path: string | undefined;
  readonly mapping: string | undefined;
  /** Day of the data where it was changed. */
  readonly asOf: string | undefined;
  readonly onAsOf: (day: string | undefined) => void;
  readonly onMapping: (name: string | undefined) => void;
};

/** What lies at the path: format, files, what is missing and what is left aside. */
export function FoundStep(props: Props): ReactNode {
  const say = useSay();
  const { path } = props;
  return (
    <Step number={2} title={say(words.found)}>
      {path === undefined ? <p className="mb-muted">{say(words.notYet)}</p> : <Looked {...props} path={path} />}
    </Step>
  );
}

function Looked(props: Props & { readonly path: string }): ReactNode {
  const say = useSay();
  const { lang } = useTerms();
  const { path, mapping } = props;
  const client = useQueryClient();
  const detection = useQuery(detectionQuery(path, mapping, lang));
  const again = (
    <Button
      variant="subtle"
      size="compact-md"
      onClick={() => {
        void detection.refetch();
        void client.invalidateQueries({ queryKey: ["finder", "tables"] });
      }}
    >
      {say(words.lookAgain)}
    </Button>
  );
  return (
    <>
      <p className={classes.place}>
        <code>{path}</code>
      </p>
      {detection.isFetching && <p role="status">{say(words.looking)}</p>}
      {detection.error !== null && !detection.isFetching && (
        <ProblemCard problem={detection.error} onRetry={() => void detection.refetch()} />
      )}
      {detection.data?.kind === "refused" && (
        <div className={classes.refused} role="alert">
          <p>{detection.data.said}</p>
          <Aside ignored={detection.data.ignored} />
          <Group gap="xs">
            {MAPPED.has(detection.data.why) && (
              <Button renderRoot={(root) => <Link to="/find/mapping" search={{ path }} {...root} />}>
                {say(words.makeMapping)}
              </Button>
            )}
            {again}
          </Group>
        </div>
      )}
      {(detection.data?.kind === "refused" ? MAPPED.has(detection.data.why) : detection.data?.format === "csv") && (
        <MappingChoice path={path} mapping={mapping} isBeside={isBeside(detection.data)} onMapping={props.onMapping} />
      )}
      {isBeside(detection.data) && <MappingState path={path} mapping={mapping} />}
      {detection.data?.kind === "found" && (
        <>
          <Facts found={detection.data} />
          <DayOfData key={path} {...props} ofFiles={detection.data.asOf} />
          <div>{again}</div>
        </>
      )}
    </>
  );
}

/** The day of the data. One that is half typed is empty; left so, the day of the files holds. */
function DayOfData(props: Pick<Props, "asOf" | "onAsOf"> & { readonly ofFiles: string }): ReactNode {
  const say = useSay();
  const [isTyping, setIsTyping] = useState(false);
  const day = props.asOf ?? props.ofFiles;
  return (
    <TextInput
      type="date"
      className={classes.day}
      label={say(words.asOf)}
      description={say(words.asOfHint)}
      value={isTyping ? "" : day}
      error={isAhead(day) ? say(words.asOfAhead) : undefined}
      onChange={({ currentTarget: { value } }) => {
        setIsTyping(value === "");
        props.onAsOf(value === "" || value === props.ofFiles ? undefined : value);
      }}
      onBlur={() => setIsTyping(false)}
    />
  );
}

/** Whether a day lies after today, by the calendar of who looks at it. */
function isAhead(day: string): boolean {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return day > today.join("-");
}

/** Refusals that a mapping from elsewhere ends. */
const MAPPED: ReadonlySet<string> = new Set(["noMapping", "severalMappings"]);

function isBeside(detection: Detection | undefined): boolean {
  return detection?.kind === "found" && detection.format === "csv";
}

/** Which mapping explains the tables, and the way to change it. */
function MappingChoice(props: {
  readonly path: string;
  readonly mapping: string | undefined;
  readonly isBeside: boolean;
  readonly onMapping: (name: string | undefined) => void;
}): ReactNode {
  const say = useSay();
  const { path, mapping, isBeside: isThere } = props;
  const kept = useQuery(mappingsQuery);
  const names = kept.data?.map(({ name }) => name) ?? [];
  const isOffered = names.length > 0 || mapping !== undefined;
  return (
    <Group gap="sm" align="end">
      {isOffered && (
        <NativeSelect
          label={say(words.mapping)}
          value={mapping ?? ""}
          data={[
            { value: "", label: say(isThere && mapping === undefined ? words.besideMapping : words.chooseMapping) },
            ...[...new Set([...names, ...(mapping === undefined ? [] : [mapping])])],
          ]}
          onChange={(event) =>
            props.onMapping(event.currentTarget.value === "" ? undefined : event.currentTarget.value)
          }
        />
      )}
      {isThere && (
        <Button
          variant="light"
          renderRoot={(root) => (
            <Link to="/find/mapping" search={mapping === undefined ? { path } : { path, mapping }} {...root} />
          )}
        >
          {say(words.changeMapping)}
        </Button>
      )}
    </Group>
  );
}

function Facts({ found }: { readonly found: Extract<Detection, { kind: "found" }> }): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const { converted } = found;
  return (
    <>
      <dl className={classes.facts}>
        <dt>{say(words.format)}</dt>
        <dd>{found.said}</dd>
        <dt>{say(words.files)}</dt>
        <dd>{sayPhrase(sayFiles, { files: found.files, size: bytesText(found.bytes) }, terms)}</dd>
        <dt>{say(words.tables)}</dt>
        <dd>
          {terms.series(
            Object.entries(found.counts).map(([table, count]) =>
              bracketed(table === "table" ? "CSV" : table, count, terms.lang),
            ),
          )}
        </dd>
        {converted !== undefined && (
          <>
            <dt>{say(words.converted)}</dt>
            <dd>{sayPhrase(sayConverted, converted, terms)}</dd>
          </>
        )}
      </dl>
      {found.missing.length > 0 && (
        <div className={classes.missing}>
          <h3>{say(words.missing)}</h3>
          <ul>
            {found.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <Aside ignored={found.ignored} />
    </>
  );
}

/** Files that are left aside, each with the reason; a few stand open. */
function Aside({ ignored }: Pick<Detection, "ignored">): ReactNode {
  const terms = useTerms();
  if (ignored.length === 0) return null;
  return (
    <details open={ignored.length <= FEW}>
      <summary>{sayPhrase(sayUnused, { files: ignored.length }, terms)}</summary>
      <ul className={classes.long}>
        {ignored.map(({ name, said }) => (
          <li key={name}>
            <code>{name}</code> <span className="mb-muted">{said}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

const FEW = 5;
