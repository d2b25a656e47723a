import { ANALYTES } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";

export const ANALYTE_LIST = "case-analytes";

/** Names of all analytes, offered in every cell that asks for one. */
export function AnalyteList(): ReactNode {
  const terms = useTerms();
  return (
    <datalist id={ANALYTE_LIST}>
      {ANALYTES.map((analyte) => (
        <option key={analyte} value={terms.analyte(analyte)} />
      ))}
    </datalist>
  );
}
