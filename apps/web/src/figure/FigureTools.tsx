import type { Figure } from "@materbone/report";
import { type ReactNode, useState } from "react";
import { useSay } from "../language/language.tsx";
import { downloadBlob, downloadText } from "../parts/download.ts";
import classes from "./FigureView.module.css";
import { figureCsv } from "./figure-csv.ts";
import { figurePng } from "./figure-png.ts";
import { figureWords } from "./figure-words.ts";
import { fileName, standaloneSvg } from "./standalone-svg.ts";

type Notice = "copied" | "notCopied" | "noPicture";

/** Table, files and clipboard of a figure. What is saved is always in light colours, for paper. */
export function FigureTools(props: {
  readonly figure: Figure;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
}): ReactNode {
  const { figure, isTable, onTable } = props;
  const say = useSay();
  const [notice, setNotice] = useState<Notice | undefined>(undefined);

  const savePng = async (): Promise<void> => {
    try {
      downloadBlob(fileName(figure.title, "png"), await figurePng(figure));
      setNotice(undefined);
    } catch {
      setNotice("noPicture");
    }
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(figureCsv(figure));
      setNotice("copied");
    } catch {
      setNotice("notCopied");
    }
  };
  const saveSvg = (): void => downloadText(fileName(figure.title, "svg"), "image/svg+xml", standaloneSvg(figure));

  return (
    <div className={`${classes.tools} mb-noprint`}>
      <button type="button" className={classes.tool} aria-expanded={isTable} onClick={() => onTable(!isTable)}>
        {say(isTable ? figureWords.hideTable : figureWords.showTable)}
      </button>
      <button type="button" className={classes.tool} onClick={saveSvg}>
        {say(figureWords.saveSvg)}
      </button>
      <button type="button" className={classes.tool} onClick={() => void savePng()}>
        {say(figureWords.savePng)}
      </button>
      <button type="button" className={classes.tool} onClick={() => void copy()}>
        {say(figureWords.copyData)}
      </button>
      <output className={classes.notice}>{notice === undefined ? "" : say(figureWords[notice])}</output>
    </div>
  );
}
