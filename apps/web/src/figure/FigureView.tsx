import type { Figure } from "@materbone/report";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useSay } from "../language/language.tsx";
import classes from "./FigureView.module.css";
import { figureWords } from "./figure-words.ts";

/** A figure of the report package on the screen, with its data as a table. */
export function FigureView({ figure }: { readonly figure: Figure }): ReactNode {
  const say = useSay();
  const [isTable, setIsTable] = useState(false);
  return (
    <figure className={classes.figure}>
      <Drawing svg={figure.svg} />
      <figcaption className="mb-noprint">
        <button type="button" className={classes.toggle} aria-expanded={isTable} onClick={() => setIsTable(!isTable)}>
          {say(isTable ? figureWords.hideTable : figureWords.showTable)}
        </button>
      </figcaption>
      {isTable && <FigureTable figure={figure} />}
    </figure>
  );
}

/** The SVG is parsed as XML, which runs nothing, and put in as nodes. */
function Drawing({ svg }: { readonly svg: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    place.current?.replaceChildren(document.importNode(drawn, true));
  }, [svg]);
  return <div className="mb-figure" ref={place} />;
}

function FigureTable({ figure }: { readonly figure: Figure }): ReactNode {
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="mb-hidden">{figure.title}</caption>
        <thead>
          <tr>
            {figure.header.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figure.rows.map((row) => (
            <tr key={row.join("\u0000")}>
              {row.map((cell, position) => (
                <td key={figure.header[position]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
