export { bandSiteOf } from "./benchmark/band-site.ts";
export { type BenchmarkStatement, benchmarkStatements } from "./benchmark/benchmark-statement.ts";
export { BENCHMARK_WORDS, PLACE_WORDS, SHORT_PLACE_WORDS } from "./benchmark/benchmark-words.ts";
export {
  bandText,
  besideBenchmark,
  expectedText,
  PLACE_TONE,
  percentileText,
  type ResponseBeside,
} from "./benchmark/beside-benchmark.ts";
export { sayNotCompared, sayPlace } from "./benchmark/say-benchmark.ts";
export { sayCounted } from "./benchmark/say-counted.ts";
export { bandOfWoman } from "./benchmark/woman-band.ts";
export {
  type FollowUpCalendar,
  type FollowUpCalendarOptions,
  followUpCalendar,
} from "./document/follow-up-calendar.ts";
export { reportHtml } from "./document/report-html.ts";
export type { ReportInput } from "./document/report-input.ts";
export { reportSummary } from "./document/report-summary.ts";
export { sourceText } from "./document/source-text.ts";
export { decidingCriteria } from "./document/verdict-view.ts";
export { benchmarkBandTable, benchmarkPointsTable, SHOWN_MONTHS } from "./evidence/benchmark-band-table.ts";
export { bothLanguages } from "./evidence/both-languages.ts";
export { evidenceBenchmark } from "./evidence/evidence-benchmark.ts";
export { evidenceFlow } from "./evidence/evidence-flow.ts";
export { evidenceForest } from "./evidence/evidence-forest.ts";
export { evidenceFunnel } from "./evidence/evidence-funnel.ts";
export { evidenceHarvest } from "./evidence/evidence-harvest.ts";
export { evidenceInfluence } from "./evidence/evidence-influence.ts";
export { evidenceStrip } from "./evidence/evidence-strip.ts";
export { evidenceTable, placesOf, type RowPlace, readingText } from "./evidence/evidence-table.ts";
export { literatureCsv } from "./evidence/literature-csv.ts";
export {
  DESIGN_WORDS,
  EXCLUSION_WORDS,
  evidenceSite,
  GRADE_DOMAIN_WORDS,
  GRADE_WORDS,
  METRIC_WORDS,
  REACHED_WORDS,
  SITE_WORDS,
  STATISTIC_WORDS,
  stratumName,
  TREATMENT_WORDS,
  WINDOW_WORDS,
} from "./evidence/literature-words.ts";
export { livingSummary } from "./evidence/living-summary.ts";
export { type PaperConclusion, paperConclusions } from "./evidence/paper-conclusions.ts";
export { evidenceBaujat, evidenceBubble, evidenceGalbraith } from "./evidence/pool-figures.ts";
export { pooledTable } from "./evidence/pooled-table.ts";
export { readingPlace } from "./evidence/reading-place.ts";
export { explainBenchmark } from "./explanations/explain-benchmark.ts";
export { explainBmi } from "./explanations/explain-bmi.ts";
export { explainDelta, explainDeltaZ, explainPercentChange, explainPerYear } from "./explanations/explain-change.ts";
export { explainDelay, milestonePlace } from "./explanations/explain-delay.ts";
export { explainGrade } from "./explanations/explain-grade.ts";
export { explainLsc } from "./explanations/explain-lsc.ts";
export { explainTwoDeviceLsc } from "./explanations/explain-two-device-lsc.ts";
export type { ExplainedFact, Explanation } from "./explanations/explanation.ts";
export type { BenchmarkBand, NoBenchmarkBand } from "./figures/benchmark-band.ts";
export type { TrendQuantity } from "./figures/bmd-trend-data.ts";
export { bmdTrendFigure, type TrendOptions } from "./figures/bmd-trend-figure.ts";
export { caseCourseData, nameOfScan, type SimulatedCase } from "./figures/circuit/case-course-data.ts";
export { CASE_COURSE_WORDS } from "./figures/circuit/case-course-words.ts";
export {
  type CircuitGraphOptions,
  circuitGraphFigure,
  type NodeLevel,
} from "./figures/circuit/circuit-graph-figure.ts";
export { courseFrame, inBoth, monthOf, pairedNotes } from "./figures/circuit/course-frame.ts";
export { extrapolatedStretches } from "./figures/circuit/extrapolated-stretches.ts";
export {
  type SeriesCourses,
  type SimulatedWomanOfSeries,
  seriesCoursesFigure,
} from "./figures/circuit/series-courses-figure.ts";
export type {
  DrugLane,
  ExtrapolatedStretch,
  MonthBand,
  MonthCourse,
  MonthOrigin,
  NursingStretch,
  PinnedCourse,
  SimulatedModel,
  SimulatedQuantity,
  SimulatedScan,
  SimulatedSite,
  SimulationFigureData,
  SimulationFrame,
} from "./figures/circuit/simulation-data.ts";
export { simulationFigure } from "./figures/circuit/simulation-figure.ts";
export type { SmallPanel, SmallPanelsData } from "./figures/circuit/small-panels-data.ts";
export { smallPanelsFigure } from "./figures/circuit/small-panels-figure.ts";
export { type CourseStripOptions, courseStripFigure } from "./figures/course-strip-figure.ts";
export { type BaujatData, type BaujatPoint, baujatFigure } from "./figures/evidence/baujat-figure.ts";
export { benchmarkFigure } from "./figures/evidence/benchmark-figure.ts";
export type { BubbleData, BubblePoint, Moderator, RegressionPoint } from "./figures/evidence/bubble-data.ts";
export { bubbleFigure } from "./figures/evidence/bubble-figure.ts";
export type {
  DrugClass,
  Prediction,
  Quantity,
  SinglesKept,
  StatisticBadge,
  UntreatedBand,
  ValueSpan,
} from "./figures/evidence/evidence-figure-data.ts";
export type {
  AppraisalMark,
  ForestData,
  ForestGroup,
  ForestPooled,
  ForestRow,
  ForestStratum,
} from "./figures/evidence/forest-data.ts";
export { forestFigure } from "./figures/evidence/forest-figure.ts";
export type { FunnelData, FunnelPoint } from "./figures/evidence/funnel-data.ts";
export { funnelFigure } from "./figures/evidence/funnel-figure.ts";
export { type GalbraithData, type GalbraithPoint, galbraithFigure } from "./figures/evidence/galbraith-figure.ts";
export type { HarvestData, HarvestPoint, UntreatedCourse } from "./figures/evidence/harvest-data.ts";
export { harvestFigure } from "./figures/evidence/harvest-figure.ts";
export type { InfluenceData, InfluenceRow, InfluenceStatistic } from "./figures/evidence/influence-data.ts";
export { influenceFigure } from "./figures/evidence/influence-figure.ts";
export {
  type PrismaCount,
  type PrismaData,
  type PrismaDatabases,
  type PrismaGap,
  type PrismaOtherMethods,
  prismaGaps,
} from "./figures/evidence/prisma-data.ts";
export { prismaFigure } from "./figures/evidence/prisma-figure.ts";
export type { SensitivityData, SensitivityRow } from "./figures/evidence/sensitivity-strip-data.ts";
export { sensitivityStripFigure } from "./figures/evidence/sensitivity-strip-figure.ts";
export type { Figure, FigureLayout, FigureOptions } from "./figures/figure.ts";
export type { FigureMark } from "./figures/figure-mark.ts";
export { type WomanRecord, womanRecords } from "./figures/finder/woman-records.ts";
export {
  sayRecordName,
  sayRecordWhat,
  type WomanTimeline,
  womanTimelineFigure,
} from "./figures/finder/woman-timeline-figure.ts";
export { followUpFigure } from "./figures/follow-up-figure.ts";
export { type FollowUpRow, followUpRows } from "./figures/follow-up-rows.ts";
export { laboratoryFigure } from "./figures/laboratory-figure.ts";
export { type ColourScheme, inScheme } from "./figures/scheme.ts";
export { seriesFigure } from "./figures/series-figure.ts";
export { spineFigure } from "./figures/spine-figure.ts";
export { headed, womanName } from "./figures/time-words.ts";
export { zLadderFigure } from "./figures/z-ladder-figure.ts";
export { LSC_BASIS } from "./lsc-basis-words.ts";
export { scanName } from "./scan-name.ts";
export { benchmarkTable } from "./tables/benchmark-table.ts";
export { CLAIM_TONE, claimTable } from "./tables/claim-table.ts";
export { sayComparability } from "./tables/comparability.ts";
export { delayTable } from "./tables/delay-table.ts";
export { displayWidth, wrapText } from "./tables/display-width.ts";
export { exposureTable } from "./tables/exposure-table.ts";
export { bySeverity, findingsTable, SEVERITY_TONE } from "./tables/findings-table.ts";
export { followUpTable } from "./tables/follow-up-table.ts";
export { laboratoryTable } from "./tables/laboratory-table.ts";
export { caption } from "./tables/plain-text.ts";
export { printedDose } from "./tables/printed.ts";
export { readinessTable } from "./tables/readiness-table.ts";
export { csvField, renderCsv, renderTabs } from "./tables/render-csv.ts";
export { renderHtml } from "./tables/render-html.ts";
export { renderMarkdown } from "./tables/render-markdown.ts";
export { printable, renderText, type TextOptions } from "./tables/render-text.ts";
export { responseTable } from "./tables/response-table.ts";
export { sensitivityTable } from "./tables/sensitivity-table.ts";
export type { Block, Cell, Column, Line, Run, Table, Tone } from "./tables/table.ts";
export { RESPONSE_TONE } from "./tables/table-cells.ts";
export { type Table1Options, table1, table1Analytes } from "./tables/table1.ts";
export { TABLE2_QUANTITIES, type Table2Options, type Table2Quantity, table2, table2Sites } from "./tables/table2.ts";
export { TABLE3_COLUMNS, type Table3Column, type Table3Options, table3 } from "./tables/table3.ts";
export { verdictTable } from "./tables/verdict-table.ts";
export { CLAIM_OUTCOMES, DELAY_NAMES, MILESTONES } from "./tables/words.ts";
export { workupTable } from "./tables/workup-table.ts";
export { BYTE_ORDER_MARK, worklistCsv } from "./worklist/worklist-csv.ts";
export { type WorklistPage, worklistHtml } from "./worklist/worklist-html.ts";
