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

/** See docs/explanation/circuit.md. */
const AGAINST_WOMEN: Text = {
  en: "In nursing the model lets PTH and urinary calcium rise; in women PTH falls by about a fifth (Kovacs and Chik 1995) and urinary calcium is low (Gallacher 1994).",
  zh: "哺乳期间模型中甲状旁腺激素与尿钙升高；而临床上甲状旁腺激素约降低五分之一（Kovacs与Chik 1995），尿钙偏低（Gallacher 1994）。",
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
      <p className={classes.note}>{text(AGAINST_WOMEN)}</p>
    </section>
  );
}
