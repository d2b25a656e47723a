import type { Text } from "@materbone/clinical";
import { type EvidenceLine, isNamed, sayWhat } from "@materbone/finder";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";

const NO_NAME: Text = { en: "name not known here", zh: "名称未收录" };

/** Codes with their names, value, unit and site of one record; where nothing names its codes, that is said. */
export function SaidWhat(props: {
  readonly line: EvidenceLine;
  /** Further lines of the same record. */
  readonly beside?: readonly EvidenceLine[];
}): ReactNode {
  const { line, beside = [] } = props;
  const terms = useTerms();
  return (
    <>
      {sayWhat(line, terms, beside)}
      {![line, ...beside].some(isNamed) && <span className="mb-muted"> · {terms.text(NO_NAME)}</span>}
    </>
  );
}
