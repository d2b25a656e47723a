import { NativeSelect } from "@mantine/core";
import { type CaseView, createTerms, type Lang, type SeriesView } from "@materbone/clinical";
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
import { BandSwitch } from "../case/benchmark/BandSwitch.tsx";
import { useBand } from "../case/benchmark/use-band.ts";
import { lscOfSearch } from "../case/panels/response/lsc-of-search.ts";
import { FigureView } from "../figure/FigureView.tsx";
import { useTerms } from "../language/language.tsx";
import type { SearchChange } from "./PrintControls.tsx";
import classes from "./Tables.module.css";
import type { TablesSearch } from "./tables-search.ts";
import { tablesWords } from "./tables-words.ts";

/** The figures as they print: of the whole series, or of one woman. */
export function FiguresSheet(props: {
  readonly view: SeriesView;
  readonly search: TablesSearch;
  readonly lang: Lang;
  readonly onChange: (change: SearchChange) => void;
}): ReactNode {
  const { view, search, lang, onChange } = props;
  const { text } = useTerms();
  const print = createTerms(lang);
  const woman = view.cases.find(({ record }) => record.id === search.woman);
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
        onChange={(event) =>
          onChange({ woman: event.currentTarget.value === "" ? undefined : event.currentTarget.value })
        }
      />
      {woman === undefined ? (
        <SeriesFigures view={view} lang={lang} />
      ) : (
        <WomanFigures woman={woman} search={search} lang={lang} onChange={onChange} />
      )}
    </>
  );
}

function SeriesFigures({ view, lang }: { readonly view: SeriesView; readonly lang: Lang }): ReactNode {
  const figures = useMemo(() => [seriesFigure(view, { lang })], [view, lang]);
  return <Figures figures={figures} />;
}

function WomanFigures(props: {
  readonly woman: CaseView;
  readonly search: TablesSearch;
  readonly lang: Lang;
  readonly onChange: (change: SearchChange) => void;
}): ReactNode {
  const { woman, search, lang } = props;
  const lsc = useMemo(() => lscOfSearch(search.lsc, woman.context), [search.lsc, woman.context]);
  const benchmark = useBand(woman, search.band);
  const trend = useMemo(
    () => bmdTrendFigure(woman, { lang, lsc, quantity: "percent", benchmark }),
    [woman, lsc, lang, benchmark],
  );
  const others = useMemo(
    () => [zLadderFigure(woman, { lang }), laboratoryFigure(woman, { lang }), spineFigure(woman, { lang })],
    [woman, lang],
  );
  return (
    <>
      {woman.scans.length > 0 && (
        <div className={`${classes.band} mb-noprint`}>
          <BandSwitch view={woman} value={search.band} onChange={(band) => props.onChange({ band })} />
        </div>
      )}
      <Figures figures={[trend, ...others]} />
    </>
  );
}

function Figures({ figures }: { readonly figures: readonly Figure[] }): ReactNode {
  return (
    <div className={classes.figures}>
      {figures.map((figure) => (
        <div key={figure.title}>
          <h2>{figure.title}</h2>
          <FigureView figure={figure} />
        </div>
      ))}
    </div>
  );
}
