import { Button } from "@mantine/core";
import { say } from "@materbone/clinical";
import { type ReactNode, useMemo } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import { bracketed } from "../language/punctuation.ts";
import { ImportLoose } from "./ImportLoose.tsx";
import { ImportProblems } from "./ImportProblems.tsx";
import { ImportSeries } from "./ImportSeries.tsx";
import { type ImportFile, planImport } from "./import-plan.ts";
import { sayFound, importWords as words } from "./import-words.ts";
import classes from "./Start.module.css";

/** What the chosen files hold, what is wrong with them, and the last step before they are saved. */
export function ImportReview(props: {
  readonly files: readonly ImportFile[];
  readonly into: string | undefined;
  readonly onCancel: () => void;
}): ReactNode {
  const terms = useTerms();
  const sayText = useSay();
  const plan = useMemo(() => planImport(props.files), [props.files]);
  const women = plan.series.reduce((sum, { series }) => sum + series.cases.length, plan.loose.length);
  const isEmpty = plan.series.length === 0 && plan.loose.length === 0;
  return (
    <div className={classes.review}>
      <h4>
        {sayText(words.found)}{" "}
        {plan.problems.length === 0 && (
          <span className="mb-muted">{say(sayFound, { women, files: props.files.length }, terms)}</span>
        )}
      </h4>
      {plan.problems.length > 0 ? (
        <ImportProblems problems={plan.problems} />
      ) : (
        <>
          {isEmpty && <p role="alert">{sayText(words.nothing)}</p>}
          {plan.series.map(({ file, series }) => (
            <ImportSeries key={file} file={file} series={series} />
          ))}
          {plan.loose.length > 0 && <ImportLoose loose={plan.loose} into={props.into} />}
        </>
      )}
      {plan.leftOut.length > 0 && (
        <details>
          <summary>{bracketed(sayText(words.leftOut), plan.leftOut.length, terms.lang)}</summary>
          <ul>
            {plan.leftOut.map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Button variant="subtle" size="compact-md" onClick={props.onCancel}>
        {sayText(words.cancel)}
      </Button>
    </div>
  );
}
