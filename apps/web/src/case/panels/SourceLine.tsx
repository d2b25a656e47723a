import type { Source, Text } from "@materbone/clinical";
import { sourceText } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import classes from "./SourceLine.module.css";

/** Where a line comes from, how far that was checked, and when. */
export function SourceLine({ source }: { readonly source: Source }): ReactNode {
  const terms = useTerms();
  return (
    <span className={classes.source}>
      {terms.text(LEAD)}
      {sourceText(source, terms)}
    </span>
  );
}

const LEAD: Text = { en: "Source: ", zh: "来源：" };
