import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import classes from "../Simulator.module.css";
import { AnchorTable, SiteTable } from "./CalibrationTables.tsx";
import { ParameterTable } from "./ParameterTable.tsx";
import { ASSUMPTIONS, parametersWords as words } from "./parameters-words.ts";

/** What the model rests on: whether it passes its own check, what is assumed, and every number in it. */
export function ParametersPanel(): ReactNode {
  const { text } = useTerms();
  return (
    <section className={`mb-card ${classes.sheet}`} aria-labelledby="simulator-parameters">
      <h2 id="simulator-parameters">{text(words.sites)}</h2>
      <SiteTable />
      <h3>{text(words.assumedTitle)}</h3>
      <ul className={classes.assumptions}>
        {numbered(ASSUMPTIONS).map(({ key, item }) => (
          <li key={key}>{text(item)}</li>
        ))}
      </ul>
      <h3>{text(words.rows)}</h3>
      <p className={classes.note}>{text(words.seen)}</p>
      <AnchorTable />
      <h3>{text(words.parameters)}</h3>
      <ParameterTable />
    </section>
  );
}
