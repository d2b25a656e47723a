import { ANALYTES, type Analyte, analyteKnowledge, type Terms } from "@materbone/clinical";
import { useMemo } from "react";
import type { Codec } from "../../fields/codec.ts";
import { useTerms } from "../../language/language.tsx";
import { analyteNamed } from "../../paste/analyte-names.ts";
import { laboratoryWords } from "./laboratory-words.ts";

/** Turns a name of an analyte, in either language or short, into the analyte. */
export function useAnalyteCodec(): Codec {
  const terms = useTerms();
  return useMemo(() => analyteCodec(terms), [terms]);
}

function analyteCodec(terms: Terms): Codec {
  return {
    read: (text) => {
      if (text.trim() === "") return { kind: "empty" };
      const analyte = analyteNamed(text);
      if (analyte !== undefined) return { kind: "value", value: analyte };
      return { kind: "refused", problem: { kind: "badFormat", key: "analyte", value: JSON.stringify(text) } };
    },
    print: (value) =>
      (ANALYTES as readonly unknown[]).includes(value) ? terms.text(analyteKnowledge(value as Analyte).symbol) : "",
    hint: laboratoryWords.unknownAnalyte,
  };
}
