import type { Text } from "@materbone/clinical";

/** Sentences of the command line itself. */
export const words = {
  program: {
    en: "Materbone: an open research workbench for pregnancy- and lactation-associated osteoporosis (PLO).",
    zh: "Materbone：妊娠哺乳相关骨质疏松症（PLO）开放研究工作台。",
  },
  researchUse: {
    en: "Research use. Shows, asks and computes; does not diagnose or advise treatment.",
    zh: "仅供研究使用。只呈现、提问与计算，不作诊断，也不提供治疗建议。",
  },
  helpUsage: { en: "Usage:", zh: "用法：" },
  helpCommands: { en: "Commands:", zh: "命令：" },
  helpArguments: { en: "Arguments:", zh: "参数：" },
  helpOptions: { en: "Options:", zh: "选项：" },
  optionHelp: { en: "show this help", zh: "显示帮助" },
  argumentFolder: { en: "a new folder", zh: "新文件夹" },
  argumentFormat: { en: "name of a format; without it, the names", zh: "格式名称；省略时列出全部名称" },
  optionLang: { en: "language of the output: zh or en", zh: "输出语言：zh 或 en" },
  optionFormat: { en: "form of the output", zh: "输出格式" },
  optionCase: { en: "only this woman", zh: "只处理该病例" },
  optionLsc: {
    en: "least significant change in use: paper, minimum, centre, or a JSON file with a precision study",
    zh: "所用最小有意义变化值：paper、minimum、centre，或精密度研究的 JSON 文件",
  },
  optionFailOn: {
    en: "exit with 1 when an open finding is at or above: info, minor, major",
    zh: "存在该级别及以上未处理的疑问时以 1 退出：info、minor、major",
  },
  optionDefinition: { en: "only these definitions (ids, comma-separated)", zh: "只用这些定义（编号，逗号分隔）" },
  optionTable: { en: "which table: 1, 2 or 3", zh: "输出哪张表：1、2 或 3" },
  optionOut: { en: "folder to write into", zh: "输出文件夹" },
  optionAgent: { en: "readiness for this agent (id)", zh: "核对该药物的用药前检查（编号）" },
  optionAsOf: { en: "months after delivery that the plan is read at", zh: "以产后第几个月为准查看随访计划" },
  argumentBackup: { en: "a new file", zh: "新文件" },
  argumentRestore: { en: "a backup", zh: "备份文件" },
  optionData: {
    en: "folder of the database; MATERBONE_DATA or the user's data folder when left out",
    zh: "数据库所在文件夹；省略时为 MATERBONE_DATA 或用户数据文件夹",
  },
  optionPort: {
    en: "port on this computer; 4780 or the next free one when left out",
    zh: "本机端口；省略时为 4780 或其后第一个空闲端口",
  },
  optionNoOpen: { en: "do not open a browser", zh: "不打开浏览器" },
  optionSeries: {
    en: "series whose methods and intervals judge an NDJSON of cases",
    zh: "用该系列的方法与参考区间判读 NDJSON 病例",
  },
  check: { en: "list what does not add up, as questions", zh: "列出存疑之处（以提问形式）" },
  assess: { en: "apply every definition of PLO, criterion by criterion", zh: "按各 PLO 定义逐条判定" },
  response: {
    en: "change of bone density between scans, against measurement error",
    zh: "两次扫描间的骨密度变化，并与测量误差比较",
  },
  therapy: {
    en: "exposure, delays, checks before an agent, follow-up plan",
    zh: "用药暴露、各类延误、用药前检查与随访计划",
  },
  tables: { en: "print Table 1, 2 or 3 of the series", zh: "输出系列的表 1、表 2 或表 3" },
  report: {
    en: "write the whole report, one self-contained HTML file per language",
    zh: "生成完整报告，每种语言一个独立的 HTML 文件",
  },
  init: { en: "write a series to start from", zh: "生成可供填写的起始系列" },
  schema: { en: "print the JSON Schema of a format", zh: "输出某一格式的 JSON Schema" },
  verify: {
    en: "prove that nothing in the database was lost or changed afterwards",
    zh: "核验数据库内容未丢失、未被事后改动",
  },
  rebuild: {
    en: "make what lists and searches show anew from the log",
    zh: "根据修订日志重建列表与检索内容",
  },
  backup: { en: "copy the database into one file while it is in use", zh: "在使用中将数据库备份为单个文件" },
  restore: {
    en: "verify a backup and make a database of it in an empty folder",
    zh: "核验备份，并在空文件夹中恢复为数据库",
  },
  verified: { en: "revisions read", zh: "条修订已核验" },
  replayed: { en: "revisions replayed", zh: "条修订已处理" },
  listsRebuilt: {
    en: "What lists and searches show was made anew from the log.",
    zh: "已根据修订日志重建列表与检索内容。",
  },
  copied: { en: "pages copied", zh: "页已复制" },
  backupWritten: { en: "Backup: ", zh: "备份文件：" },
  restoredInto: { en: "Restored into: ", zh: "已恢复到：" },
  chainSound: { en: "Nothing was lost or changed afterwards.", zh: "内容完整，未发现丢失或事后改动。" },
  revisionsColumn: { en: "Revisions: ", zh: "修订数：" },
  documentsColumn: { en: "Documents: ", zh: "文档数：" },
  chainEnd: {
    en: "End of the chain (note it elsewhere to prove later that nothing was cut off):",
    zh: "链末哈希值（可另行记录，日后据此证明未被截断）：",
  },
  evidence: { en: "synthesise studies", zh: "证据综合" },
  "evidence fit": {
    en: "fit a meta-analysis, multilevel or mixed model to a table of studies",
    zh: "对研究数据表拟合 meta 分析、多水平或混合模型",
  },
  "evidence table": {
    en: "the literature: every value with its document, and whether it is pooled",
    zh: "文献汇总：逐项数值及其出处，并注明是否计入合并",
  },
  "evidence forest": {
    en: "pooled changes by site, time and treatment, as a table or as forest plots",
    zh: "按部位、时间与治疗分层合并，输出表格或森林图",
  },
  "evidence benchmark": {
    en: "change of bone density after weaning that is expected without a drug",
    zh: "未用药时停止哺乳后骨密度的预期变化",
  },
  optionLiterature: {
    en: "a literature in JSON, or a CSV to add to the shipped one; the shipped one when left out",
    zh: "文献 JSON 文件，或并入随附文献的 CSV；省略时为随附文献",
  },
  optionSd: {
    en: "SD between women where a report gives none: pooled (from the reports that give one, when left out), or a number of percentage points, such as 7",
    zh: "未报告离散度时的个体间 SD：pooled（由报告离散度的研究合并，省略时采用），或百分点数，如 7",
  },
  optionReading: {
    en: "readings to use where documents disagree, comma-separated: OUTCOME=NUMBER, counted from 1",
    zh: "各文献数值不一致时采用的数值，逗号分隔：结局=序号（从 1 起）",
  },
  optionNotStated: { en: "take a value without a named statistic as a mean", zh: "将未注明统计量的数值视为均值" },
  optionCountBoth: { en: "count cohorts that may share women as different", zh: "将可能重叠的队列视为不同病例" },
  optionForestOut: { en: "folder for one SVG a stratum", zh: "森林图输出文件夹（每层一个 SVG）" },
  optionBenchmarkOut: { en: "folder for one SVG a site", zh: "输出文件夹（每个部位一个 SVG）" },
  benchmarkWritten: { en: "Figures of the change without a drug: ", zh: "未用药变化图：" },
  forestsWritten: { en: "Forest plots: ", zh: "森林图：" },
  optionEvidenceData: {
    en: "CSV file, first line column names, one row for each study or effect",
    zh: "CSV 文件：首行为列名，每项研究或效应一行",
  },
  optionEvidenceModel: { en: "JSON file with the model", zh: "模型的 JSON 文件" },
  simulate: {
    en: "run a scenario on the calcium, hormone and bone model: a hypothesis, not a forecast",
    zh: "在钙、激素与骨模型上运行情景：结果是假说，不是预测",
  },
  optionScenario: { en: "JSON file with the scenario", zh: "情景的 JSON 文件" },
  optionSimulationOut: {
    en: "file to write instead of standard output; its ending .csv, .json or .svg chooses the form",
    zh: "输出文件，代替标准输出；省略 --format 时按扩展名 .csv、.json 或 .svg 决定格式",
  },
  optionList: {
    en: "list parameters, inputs, states, outputs and drugs of a model; without a name, of every model",
    zh: "列出某模型的参数、输入、状态变量、输出与药物；省略名称时为全部模型",
  },
  optionCaseSeries: {
    en: "series with the woman of --case: her course with her drugs and without, and what her scans say; without --case and as svg, every woman over untreated ones",
    zh: "--case 所指患者所在的系列：计算其用药与未用药病程，并按其检查拟合；省略 --case 且格式为 svg 时，绘出全部患者与未用药女性",
  },
  optionWeaned: {
    en: "month of weaning, months after delivery, where the record is silent",
    zh: "病例未记录停止哺乳时间时，给出停止哺乳的产后月份",
  },
  optionPopulation: {
    en: "number of virtual women (500; 1000 for every woman of a series)",
    zh: "虚拟女性人数（默认 500；绘全部患者时 1000）",
  },
  optionSeed: {
    en: "seed of the virtual women (1): the same seed, the same women",
    zh: "虚拟女性的随机种子（默认 1）：种子相同则人群相同",
  },
  optionWorkers: {
    en: "threads for virtual women; the result does not depend on it",
    zh: "模拟虚拟女性的线程数，不影响结果",
  },
  optionCompare: {
    en: "scenario files, with commas between: side by side, never blended",
    zh: "多个情景文件，以逗号分隔：并列而不混合",
  },
  womenSimulated: { en: "virtual women", zh: "名虚拟女性" },
  simulationWritten: { en: "Trajectory: ", zh: "轨迹：" },
  simulationNotes: { en: "Notes and warnings: ", zh: "说明与提示：" },
  simulated: { en: "% simulated", zh: "% 已模拟" },
  find: { en: "put up women for review from hospital data", zh: "从医院数据中筛查待核查的女性" },
  "find score": {
    en: "set a worklist against the answer key of a synthetic hospital",
    zh: "将工作清单与合成医院的答案对照",
  },
  "find hospital": {
    en: "write a synthetic hospital with its answer key",
    zh: "生成附答案的合成医院数据",
  },
  findData: {
    en: "folder, file or zip archive: FHIR NDJSON, OMOP CDM, CSV with a mapping, or converted data; not needed for a database",
    zh: "文件夹、文件或 zip：FHIR NDJSON、OMOP CDM、带映射的 CSV，或已转换的数据；查询数据库时省略",
  },
  findWorklist: { en: "worklist as JSON", zh: "JSON 格式的工作清单" },
  optionFindDefinition: {
    en: "definition by name (see --definitions), one of your own by its id (of a workbench with --data: set MATERBONE_DATA to its folder), or a JSON file; paper when left out",
    zh: "定义名称（见 --definitions）、自有定义的标识（工作台以 --data 启动时，须将 MATERBONE_DATA 设为同一文件夹）或 JSON 文件；省略时为 paper",
  },
  optionDefinitions: { en: "list the definitions that ship, with their sources", zh: "列出内置定义及其来源" },
  optionEngine: {
    en: "duckdb (files, when left out) or postgres; trino and spark with --explain",
    zh: "duckdb（文件，默认）或 postgres；trino、spark 仅用于 --explain",
  },
  optionConnection: {
    en: "address of the database without a password: postgres://user@host/db (the rest from PGHOST, PGUSER, PGPASSWORD) or https://host:8443 of a Trino coordinator (TRINO_USER, TRINO_PASSWORD)",
    zh: "数据库地址（不含口令）：postgres://user@host/db（其余取自 PGHOST、PGUSER、PGPASSWORD），或 Trino 协调节点 https://host:8443（TRINO_USER、TRINO_PASSWORD）",
  },
  optionSchema: {
    en: "schema with the tables person, event, code and ancestor, after its catalog if any; public when left out",
    zh: "含 person、event、code、ancestor 表的模式，可带目录名；省略时为 public",
  },
  optionOmop: {
    en: "the schema is an OMOP CDM, read as it stands",
    zh: "该模式为 OMOP CDM，直接读取",
  },
  optionLines: { en: "with csv: one row per coding of the evidence", zh: "用于 csv：依据的每个编码一行" },
  optionFindOutput: {
    en: "file to write; its ending (.txt, .csv, .json, .ndjson or .html) gives the form when --format is left out",
    zh: "输出文件；省略 --format 时由扩展名（.txt、.csv、.json、.ndjson 或 .html）决定格式",
  },
  optionOverwrite: { en: "replace the output file when it is there", zh: "输出文件已存在时予以替换" },
  optionMapping: {
    en: "mapping of tables (YAML), in place of one beside them",
    zh: "表格的映射文件（YAML），代替表格旁的映射",
  },
  optionCache: {
    en: "folder for the converted data, as confidential as the data; the user's data folder when left out",
    zh: "转换后数据的文件夹，保密要求与原数据相同；省略时为用户数据文件夹",
  },
  optionAsOfDay: {
    en: "day of which the data are read; that of the newest file when left out",
    zh: "数据截止日；省略时为最新文件的日期",
  },
  optionPerson: {
    en: "explain this person: every criterion with its answer and evidence",
    zh: "解释此人：逐条给出判定及依据",
  },
  optionExplain: { en: "print the SQL of the engine and ask nothing", zh: "仅输出该引擎的 SQL，不作查询" },
  optionDryRun: { en: "say what was found and count it, convert nothing", zh: "仅识别并计数，不转换" },
  optionStrict: { en: "refuse when anything in the data cannot be used", zh: "有任何内容无法使用即拒绝" },
  optionSmallCells: {
    en: "hide counts of the funnel below this, and what they could be computed from; 11 when left out",
    zh: "隐藏漏斗中小于该值的计数及可推算者；省略时为 11",
  },
  optionFullCounts: { en: "show every count, for use inside the hospital", zh: "显示全部计数，仅限院内使用" },
  optionKey: { en: "answer key of the hospital", zh: "该医院的答案文件" },
  optionPersons: { en: "number of persons; 1000 when left out", zh: "人数；省略时为 1000" },
  optionHospitalSeed: { en: "seed: the same gives the same hospital", zh: "随机种子：相同则医院相同" },
  optionHospitalFormat: { en: "fhir, omop or csv", zh: "fhir、omop 或 csv" },
  optionHospitalOutput: { en: "a new folder", zh: "新文件夹" },
  serve: { en: "start the workbench on this computer", zh: "在本机启动工作台" },
  serverNotBuilt: {
    en: 'The workbench is not built yet: run "npm run build" first.',
    zh: "工作台尚未构建：请先运行“npm run build”。",
  },
  source: {
    en: "a folder with series.json and cases/, a .json or an .ndjson file",
    zh: "含 series.json 与 cases/ 的文件夹，或 .json、.ndjson 文件",
  },
  example: { en: "Example:", zh: "示例：" },
  worldFailed: { en: "This could not be done: ", zh: "操作未能完成：" },
  moreProblems: {
    en: "There are more problems. Mend these first and run again.",
    zh: "还有更多问题未列出。请先更正以上问题，再重新运行。",
  },
  considerInstead: { en: "Consider instead:", zh: "需考虑的其他情况：" },
  noFindings: { en: "Nothing to ask.", zh: "没有存疑之处。" },
  ofTheSeries: { en: "The series", zh: "系列整体" },
  written: { en: "Report:", zh: "报告：" },
  initWritten: { en: "A series to start from: ", zh: "已生成起始系列：" },
  progress: { en: "cases read", zh: "例已读取" },
  analyses: { en: "analyses done", zh: "项分析已完成" },
} as const satisfies Record<string, Text>;
