import type { Text } from "@materbone/clinical";
import { smallPanelsFigure } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { DrawnFigure } from "../../evidence/DrawnFigure.tsx";
import { useTerms } from "../../language/language.tsx";
import { Loading } from "../../parts/Loading.tsx";
import classes from "../Simulator.module.css";
import { useRanCourses, useSimulation } from "../simulator-context.tsx";
import { simulatorWords } from "../simulator-words.ts";
import { markerPanels } from "./marker-panels.ts";

const PROXIES: Text = {
  en: "Osteoclasts and osteoblasts stand for CTX and BSAP: the model has no marker of its own, and no assay.",
  zh: "破骨细胞与成骨细胞代表CTX与BSAP：模型本身不含标志物，也不含检测方法。",
};

/** Hormones and markers of the course in small panels. */
export function MarkersPanel(): ReactNode {
  const { text } = useTerms();
  const { inputs, isRunning } = useSimulation();
  const courses = useRanCourses();
  const data = useMemo(() => (courses === undefined ? undefined : markerPanels(inputs, courses)), [inputs, courses]);
  if (data === undefined) return isRunning ? <Loading /> : null;
  return (
    <section className={`mb-card ${classes.sheet}`} aria-labelledby="simulator-markers" aria-busy={isRunning}>
      <h2 id="simulator-markers" className="mb-hidden">
        {text(simulatorWords.markers)}
      </h2>
      <DrawnFigure data={data} figure={smallPanelsFigure} />
      <p className={classes.note}>{text(PROXIES)}</p>
    </section>
  );
}
