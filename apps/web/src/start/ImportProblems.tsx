import { say, sayProblem, type Terms } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import { numbered } from "../parts/numbered.ts";
import { placeWords } from "../parts/place-words.ts";
import { ScrollRegion } from "../parts/ScrollRegion.tsx";
import type { ImportProblem } from "./import-plan.ts";
import { sayFileProblem, sayJsonProblem, sayProblemCount, importWords as words } from "./import-words.ts";
import classes from "./Start.module.css";

/** A file made by a faulty program can hold thousands of slips of one kind. */
const MOST = 200;

/** Every problem with its file, its place and how to mend it. */
export function ImportProblems({ problems }: { readonly problems: readonly ImportProblem[] }): ReactNode {
  const terms = useTerms();
  const sayText = useSay();
  const shown = problems.slice(0, MOST);
  return (
    <section aria-labelledby="import-problems" className={classes.problems}>
      <h4 id="import-problems" role="alert">
        {sayText(words.problems)}{" "}
        <span className="mb-muted">{say(sayProblemCount, { count: problems.length, shown: shown.length }, terms)}</span>
      </h4>
      <p>{sayText(words.problemsLead)}</p>
      <ScrollRegion label={sayText(words.problems)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{sayText(words.file)}</th>
              <th scope="col">{sayText(words.placeWord)}</th>
              <th scope="col">{sayText(words.what)}</th>
            </tr>
          </thead>
          <tbody>
            {numbered(shown).map(({ key, item }) => (
              <tr key={key}>
                <th scope="row">
                  <code>
                    {item.file}
                    {item.line === undefined ? "" : `:${item.line}`}
                  </code>
                </th>
                <td>{item.kind === "record" && <Place at={item.problem.at} file={item.file} />}</td>
                <td>{sentence(item, terms)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Place(props: { readonly at: string; readonly file: string }): ReactNode {
  const terms = useTerms();
  const of = props.file.endsWith("series.json") ? "series" : "case";
  return (
    <>
      {placeWords(props.at, of, terms)}
      <br />
      <code>{props.at || "/"}</code>
    </>
  );
}

function sentence(problem: ImportProblem, terms: Terms): string {
  if (problem.kind === "record") return sayProblem(problem.problem, terms);
  if (problem.kind === "json") return say(sayJsonProblem, problem.problem, terms);
  return say(sayFileProblem, problem, terms);
}
