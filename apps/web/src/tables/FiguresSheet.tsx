import { NativeSelect } from "@mantine/core";
import { type CaseView, createTerms, type Lang, type LscSource, type SeriesView } from "@materbone/clinical";
import {
  bmdTrendFigure,
  type Figure,
  laboratoryFigure,
  seriesFigure,
  spineFigure,
  womanName,
  zLadderFigure,
} from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { lscOfSearch } from "../case/panels/response/lsc-of-search.ts";
import { FigureView } from "../figure/FigureView.tsx";
import { useTerms } from "../language/language.tsx";
import classes from "./Tables.module.css";
import type { TablesSearch } from "./tables-search.ts";
import { tablesWords } from "./tables-words.ts";

/** The figures as they print: of the whole series, or of one woman. */
export function FiguresSheet(props: {
  readonly view: SeriesView;
  readonly search: TablesSearch;
  readonly lang: Lang;
  readonly onWoman: (woman: string | undefined) => void;
}): ReactNode {
  const { view, search, lang, onWoman } = props;
  const { text } = useTerms();
  const print = createTerms(lang);
  const woman = view.cases.find(({ record }) => record.id === search.woman);
  const figures = useMemo(
    () =>
      woman === undefined
        ? [seriesFigure(view, { lang })]
        : figuresOf(woman, lscOfSearch(search.lsc, view.series), lang),
    [view, woman, search.lsc, lang],
  );
  return (
    <>
      <NativeSelect
        className="mb-noprint"
        size="xs"
        maw={280}
        mb={14}
        label={text(tablesWords.woman)}
        value={woman?.record.id ?? ""}
        data={[
          { value: "", label: text(tablesWords.wholeSeries) },
          ...view.cases.map(({ record }) => ({ value: record.id, label: womanName(record, print) })),
        ]}
        onChange={(event) => onWoman(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
      />
      <div className={classes.figures}>
        {figures.map((figure) => (
          <div key={figure.title}>
            <h2>{figure.title}</h2>
            <FigureView figure={figure} />
          </div>
        ))}
      </div>
    </>
  );
}

function figuresOf(woman: CaseView, lsc: LscSource, lang: Lang): readonly Figure[] {
  return [
    bmdTrendFigure(woman, { lang, lsc, quantity: "percent" }),
    zLadderFigure(woman, { lang }),
    laboratoryFigure(woman, { lang }),
    spineFigure(woman, { lang }),
  ];
}
