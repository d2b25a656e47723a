import type { Lang, LscSource } from "@materbone/clinical";
import { seriesPath } from "./request.ts";

/**
 * Where the server answers with the report. The limit is always named: the pages begin with the minimum acceptable precision,
 * the server's own default is that of the command line, and what is printed must agree with what stood on the screen.
 */
export function reportAddress(series: string, lang: Lang, lsc: LscSource["kind"] = "minimum"): string {
  return `/api${seriesPath(series)}/report?lang=${lang}&lsc=${lsc}`;
}
