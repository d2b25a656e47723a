import {
  assess,
  bmdResponses,
  type CaseView,
  caseFindings,
  createTerms,
  definitionById,
  type Finding,
  firstToLast,
  type Lang,
  localText,
  SEVERITIES,
  seriesFindings,
  type Terms,
  testClaims,
} from "@materbone/clinical";
import { sayPlaceOf } from "../benchmark/say-benchmark.ts";
import { womanName } from "../figures/time-words.ts";
import { sayComparability } from "../tables/comparability.ts";
import { lscSentence } from "../tables/lsc-sentence.ts";
import { type Cell, cell, column, linesCell, plainTable, row, type Table } from "../tables/table.ts";
import { OUTCOME_TONE, RESPONSE_TONE } from "../tables/table-cells.ts";
import { TABLE_WORDS } from "../tables/words.ts";
import type { ReportInput } from "./report-input.ts";
import { decidingCriteria, PAPER_DEFINITIONS } from "./verdict-view.ts";
import { fractureSites } from "./woman-facts.ts";
import { REPORT_WORDS } from "./words.ts";

/** The head of the report as one table, for a terminal: per woman fractures, verdicts, lumbar spine and findings. */
export function reportSummary(input: ReportInput, lang: Lang): Table {
  const t = createTerms(lang);
  const view = input.series;
  const ofSeries = seriesFindings(view);
  const byWoman = view.cases.map((woman) => ({ woman, found: caseFindings(woman, view.series.reviews) }));
  const claims = testClaims(view);
  const notSupported = claims.filter((result) => result.outcome === "notSupported").length;
  const zh = lang === "zh";
  return plainTable(
    {
      id: "summary",
      lang,
      title: localText(view.series.title, lang),
      footnotes: [
        ...(claims.length === 0
          ? []
          : [
              {
                text: zh
                  ? `作者论断${claims.length}项，其中${notSupported}项与记录不符。`
                  : `${claims.length} ${t.count(claims.length, "claim", "claims")} of the authors, ${notSupported} not supported by the record.`,
              },
            ]),
        ...lscNote(input, t),
      ],
    },
    [
      column("left"),
      column("left", true),
      column("left", true),
      column("left", true),
      column("left", true),
      column("left"),
    ],
    [
      t.text(TABLE_WORDS.woman),
      t.text(REPORT_WORDS.fractures),
      zh ? "PLO（任一部位）" : "PLO, any site",
      zh ? "PLO（全部部位）" : "PLO, all sites",
      zh ? "腰椎BMD，首次至末次" : "Lumbar spine BMD, first to last",
      t.text(TABLE_WORDS.findingsTitle),
    ],
    [
      ...byWoman.map(({ woman, found }) =>
        row(
          cell(womanName(woman.record, t)),
          cell(t.series(fractureSites(woman, t)) || t.text(REPORT_WORDS.noFractures)),
          ...PAPER_DEFINITIONS.map((id) => outcomeCell(woman, id, t)),
          spineCell(woman, input, t),
          findingCell(found, t),
        ),
      ),
      row(cell(t.text(TABLE_WORDS.series)), cell(""), cell(""), cell(""), cell(""), findingCell(ofSeries, t)),
    ],
  );
}

function outcomeCell(view: CaseView, id: (typeof PAPER_DEFINITIONS)[number], t: Terms): Cell {
  const verdict = assess(view, definitionById(id));
  const deciding = decidingCriteria(verdict, t);
  return linesCell([t.word("outcome", verdict.outcome), ...(deciding === "" ? [] : [deciding])], {
    tone: OUTCOME_TONE[verdict.outcome],
  });
}

function spineCell(view: CaseView, input: ReportInput, t: Terms): Cell {
  const response = firstToLast(bmdResponses(view, input.lsc), "lumbarSpine");
  if (response === undefined) return cell(t.text(REPORT_WORDS.oneScan));
  const verdict = `${t.signed(response.percent, 2)}%${t.lang === "zh" ? "，" : ", "}${t.word("response", response.verdict)}`;
  const reasons = response.reasons.map((reason) => sayComparability(reason, t));
  return linesCell([verdict, ...reasons, sayPlaceOf(view, response, input.benchmark.benchmark, t)], {
    tone: RESPONSE_TONE[response.verdict],
  });
}

/** "major 16 · minor 3 · note 2". */
function findingCell(found: readonly Finding[], t: Terms): Cell {
  const counts = SEVERITIES.toReversed().flatMap((severity) => {
    const count = found.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${t.word("severity", severity)} ${count}`];
  });
  return cell(counts.length === 0 ? "0" : counts.join(" · "));
}

function lscNote(input: ReportInput, t: Terms): Table["footnotes"] {
  const responses = input.series.cases.flatMap((woman) => bmdResponses(woman, input.lsc));
  return responses.length === 0 ? [] : [{ text: lscSentence(responses, input.lsc, input.series.series, t) }];
}
