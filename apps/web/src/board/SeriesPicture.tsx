import { useMediaQuery } from "@mantine/hooks";
import type { SeriesView } from "@materbone/clinical";
import { seriesFigure } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { FigureView } from "../figure/FigureView.tsx";
import { useSay, useTerms } from "../language/language.tsx";
import { boardWords as words } from "./board-words.ts";

/** One row per woman from pregnancy to her last scan. */
export function SeriesPicture(props: {
  readonly view: SeriesView;
  /** Not every woman of the series is drawn. */
  readonly isPart: boolean;
}): ReactNode {
  const say = useSay();
  const { lang } = useTerms();
  const isNarrow = useMediaQuery("(max-width: 700px)", false, { getInitialValueInEffect: false });
  const figure = useMemo(
    () => seriesFigure(props.view, { lang, layout: isNarrow === true ? "narrow" : "broad" }),
    [props.view, lang, isNarrow],
  );
  return (
    <section className="mb-card" aria-labelledby="picture-title">
      <h2 id="picture-title">
        {say(words.picture)} {props.isPart && <small className="mb-muted">{say(words.pageOnly)}</small>}
      </h2>
      <FigureView figure={figure} />
    </section>
  );
}
