import type { Source } from "../../source.ts";

const CHECKED = "2026-11-22";

/** The published series, with the lines of its text. */
export function sourcePaper(lines: string, note?: string): Source {
  return cited(`source paper: three-case series, Qingdao, ${lines}`, "read", note);
}

/** An abstract or document that was read. */
export function read(cite: string, doi?: string): Source {
  return { ...cited(cite, "read", undefined), ...(doi === undefined ? {} : { doi }) };
}

/** General knowledge that still has to be confirmed in the document. */
export function recalled(cite: string, note?: string): Source {
  return cited(cite, "recalled", note);
}

/** A choice of this program, with its reason. */
export function assumed(cite: string, note: string): Source {
  return cited(cite, "assumed", note);
}

function cited(cite: string, status: Source["status"], note: string | undefined): Source {
  return { cite, status, checked: CHECKED, ...(note === undefined ? {} : { note }) };
}
