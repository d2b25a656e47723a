import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { importLiterature } from "./import-literature.ts";
import { answersCell } from "./literature-answers.ts";
import { sayLiteratureCsvProblem } from "./literature-csv-problem.ts";
import { literatureSchema } from "./literature-record.ts";
import { shippedLiterature } from "./shipped-literature.ts";

describe("importing values from CSV with quartiles, a range or an appraisal", () => {
  const NAMES = "study,reached,treatment,women,site,months,document,checkedBy";
  const LINE = "Wang 2025,abstract,denosumab,4,lumbarSpine,12,x,A";
  const read = (columns: string, ...cells: readonly string[]) =>
    importLiterature(
      shippedLiterature,
      [`${NAMES},${columns}`, ...cells.map((each) => `${LINE},${each}`)].join("\n"),
      "2026-11-26",
    );
  const sentences = (lang: "en" | "zh", columns: string, ...cells: readonly string[]) => {
    const result = read(columns, ...cells);
    const found = result.kind === "refused" ? result.problems : [];
    return found.map((problem) => sayLiteratureCsvProblem(problem, createTerms(lang)));
  };
  const studyOf = (result: ReturnType<typeof read>) => {
    if (result.kind !== "read") throw new TypeError(JSON.stringify(result.problems));
    expect(literatureSchema.safeParse(result.literature).error?.issues ?? []).toEqual([]);
    return result.literature.studies.find(({ id }) => id === "wang-2025");
  };

  it("keeps each spread as it is given", () => {
    const spread = (columns: string, cells: string) =>
      studyOf(read(`statistic,value,${columns}`, cells))?.arms[0]?.outcomes[0]?.readings[0]?.spread;
    expect(spread("lowerQuartile,upperQuartile", "median,9,4,12")).toEqual({
      kind: "quartiles",
      lower: 4,
      upper: 12,
    });
    expect(spread("minimum,maximum", "mean,9,-2,31")).toEqual({ kind: "range", lower: -2, upper: 31 });
    // A mean may lie outside the quartiles.
    expect(spread("lowerQuartile,upperQuartile", "mean,13,4,12")).toBeDefined();
  });

  it.each([
    [
      "statistic,value,minimum,maximum",
      "mean,9,4,",
      "Row 2: maximum is empty beside minimum. Give both, or neither.",
      "第2行：已填 minimum，而 maximum 为空，须同时给出或同时留空。",
    ],
    [
      "statistic,value,lowerQuartile,upperQuartile",
      "median,9,12,4",
      "Row 2: lowerQuartile is 12, above upperQuartile, 4. Change them over.",
      "第2行：lowerQuartile 为 12，大于 upperQuartile（4），请对调。",
    ],
    [
      "statistic,value,sd,minimum,maximum",
      "mean,9,2,4,12",
      "Row 2: minimum is 4, and sd is given too. Keep one spread of a value.",
      "第2行：minimum 为 4，而 sd 亦已填写。一个数值只填一种离散指标。",
    ],
    [
      "statistic,value,minimum,maximum",
      "mean,13,4,12",
      "Row 2: value is 13, not between minimum, 4, and maximum, 12. Correct what was copied wrongly.",
      "第2行：value 为 13，不在 minimum（4）与 maximum（12）之间，请核对抄录。",
    ],
    [
      "statistic,value,lowerQuartile,upperQuartile",
      "median,3,4,12",
      "Row 2: value is 3, not between lowerQuartile, 4, and upperQuartile, 12. Correct what was copied wrongly.",
      "第2行：value 为 3，不在 lowerQuartile（4）与 upperQuartile（12）之间，请核对抄录。",
    ],
    [
      "statistic,value,ciLower,ciUpper",
      "mean,5,5,5",
      "Row 2: ciLower and ciUpper are both 5; an interval has some width. Correct an end, or leave both empty.",
      "第2行：ciLower 与 ciUpper 均为 5，区间宽度为零。请更正上下限，或两格均留空。",
    ],
    [
      "statistic,value,ciLower,ciUpper",
      "mean,16.2,1,5",
      "Row 2: value is 16.2, not between ciLower, 1, and ciUpper, 5. Correct what was copied wrongly.",
      "第2行：value 为 16.2，不在 ciLower（1）与 ciUpper（5）之间，请核对抄录。",
    ],
    [
      "statistic,value,sd",
      "mean,9,0",
      "Row 2: sd is 0; it must be above 0. Leave it empty when it is not given.",
      "第2行：sd 为 0，应大于 0。未给出时请留空。",
    ],
    [
      "statistic,value,se",
      "mean,9,0",
      "Row 2: se is 0; it must be above 0. Leave it empty when it is not given.",
      "第2行：se 为 0，应大于 0。未给出时请留空。",
    ],
    [
      "statistic,value,drugFreeMonths",
      "mean,9,12..700",
      "Row 2: drugFreeMonths is 12..700; it must lie between -12 and 600.",
      "第2行：drugFreeMonths 为 12..700，应在 -12～600 之间。",
    ],
    [
      "statistic,value,checked",
      "mean,9,2026-02-30",
      'Row 2: checked is "2026-02-30"; write a date as 2026-01-31.',
      "第2行：checked 为“2026-02-30”，日期请写作 2026-01-31。",
    ],
    [
      "statistic,value,pmid",
      "mean,9,PMID 12",
      'Row 2: pmid is "PMID 12"; write its digits alone, nine at most.',
      "第2行：pmid 为“PMID 12”，请只写数字，最多九位。",
    ],
    [
      "statistic,low,high",
      "range,9,4",
      "Row 2: low is 9, above high, 4. Change them over.",
      "第2行：low 为 9，大于 high（4），请对调。",
    ],
    [
      "statistic,value,minimum",
      "mean,9,four",
      'Row 2: minimum is "four", not a number. Write the number alone, such as 12.5; leave the cell empty when it is not given.',
      "第2行：minimum 为“four”，不是数值。请只填数字，如 12.5；未给出时请留空。",
    ],
    [
      "statistic,value,fourDomains,appraisedBy",
      "mean,9,selection,B",
      'Row 2: fourDomains holds "selection". Write item=answer, such as selection=yes, with + between answers.',
      "第2行：fourDomains 含“selection”，请写作“条目=回答”，如 selection=yes，各回答以 + 连接。",
    ],
    [
      "statistic,value,fourDomains,appraisedBy",
      "mean,9,selecton=yes,B",
      'Row 2: fourDomains is "selecton". Did you mean selection?',
      "第2行：fourDomains 为“selecton”。是否为 selection？",
    ],
    [
      "statistic,value,tenItems,appraisedBy",
      "mean,9,criteria=maybe,B",
      'Row 2: tenItems is "maybe". Use yes, no, unclear or notApplicable.',
      "第2行：tenItems 为“maybe”。可用：yes、no、unclear、notApplicable。",
    ],
    [
      "statistic,value,tenItems,appraisedBy",
      "mean,9,criteria=yes+criteria=no,B",
      "Row 2: tenItems answers criteria twice. Keep one answer.",
      "第2行：tenItems 中 criteria 回答了两次，请保留一个。",
    ],
    [
      "statistic,value,tenItems",
      "mean,9,criteria=yes",
      "Row 2: appraisedBy is empty. Answers need the name of who gave them.",
      "第2行：appraisedBy 为空。填写评价时须注明评价人。",
    ],
  ])("refuses %s %s", (columns, cells, en, zh) => {
    expect(sentences("en", columns, cells)).toEqual([en]);
    expect(sentences("zh", columns, cells)).toEqual([zh]);
  });

  it("takes the answers of both tools once, whichever line holds them", () => {
    const columns = "statistic,value,fourDomains,tenItems,appraisedBy,appraisedOn";
    const four = "selection=yes+exposure=UNCLEAR";
    expect(
      studyOf(read(columns, "mean,9,,,,", `mean,10,${four},criteria=no,B,2026-11-20`, `mean,11,${four},,B,`))
        ?.appraisals,
    ).toEqual([
      {
        tool: "fourDomains",
        answers: { selection: { answer: "yes" }, exposure: { answer: "unclear" } },
        by: "B",
        on: "2026-11-20",
      },
      { tool: "tenItems", answers: { criteria: { answer: "no" } }, by: "B", on: "2026-11-20" },
    ]);
    expect(sentences("en", columns, `mean,9,${four},,B,`, "mean,10,selection=no,,B,")).toEqual([
      'Row 3: fourDomains is "selection=no", unlike row 2 of the same study and reader. Answer once and leave the other lines empty.',
    ]);
  });

  it("keeps answers of another reader or date beside, also in a line of their own", () => {
    const header = `${NAMES},statistic,value,fourDomains,appraisedBy,appraisedOn`;
    const own = (study: string, answers: string, by: string, on: string) => `${study},,,,,,,,,,${answers},${by},${on}`;
    const of = (...lines: readonly string[]) =>
      importLiterature(shippedLiterature, [header, ...lines].join("\n"), "2026-11-26");
    const first = `${LINE},mean,9,selection=yes,B,2026-11-20`;
    const result = of(
      first,
      own("Wang 2025", "selection=no", "C", "2026-11-20"),
      own("Wang 2025", "selection=unclear", "B", "2026-11-22"),
    );
    if (result.kind === "read") expect(result.added).toEqual({ studies: 1, outcomes: 1, readings: 1 });
    expect(studyOf(result)?.appraisals?.map(({ answers, by, on }) => [answers.selection?.answer, by, on])).toEqual([
      ["yes", "B", "2026-11-20"],
      ["no", "C", "2026-11-20"],
      ["unclear", "B", "2026-11-22"],
    ]);
    const asked = of(first, own("Wang 2025", "selection=no", "B", "2026-11-20"));
    expect(asked.kind === "refused" ? asked.problems : []).toEqual([
      { row: 3, kind: "answersDisagree", column: "fourDomains", value: "selection=no", withRow: 2 },
    ]);
    const unknown = of(first, own("Wang 2052", "selection=no", "B", ""));
    const found = unknown.kind === "refused" ? unknown.problems : [];
    expect(found.map((each) => sayLiteratureCsvProblem(each, createTerms("en")))).toEqual([
      'Row 3: there is no study "Wang 2052" in the literature or in the lines above. Did you mean "Wang 2025"?',
    ]);
    expect(found.map((each) => sayLiteratureCsvProblem(each, createTerms("zh")))).toEqual([
      "第3行：文献库及以上各行中没有研究“Wang 2052”。是否为“Wang 2025”？",
    ]);
  });

  it("leaves an appraisal of the literature as it is, and asks about another one", () => {
    const [zhang] = shippedLiterature.studies.filter(({ id }) => id === "zhang");
    const [four] = zhang?.appraisals ?? [];
    if (zhang === undefined || four === undefined) throw new TypeError("not appraised");
    const line = (answers: string) =>
      importLiterature(
        shippedLiterature,
        `${NAMES},statistic,value,fourDomains,appraisedBy\n${zhang.label}${LINE.slice(9)},mean,9,${answers},B`,
        "2026-11-26",
      );
    const same = line(answersCell(four));
    expect(same.kind === "read" && same.literature.studies.find(({ id }) => id === "zhang")?.appraisals).toEqual(
      zhang.appraisals,
    );
    const other = line("selection=yes");
    expect(other.kind === "refused" ? other.problems : []).toEqual([
      { row: 2, kind: "appraisedBefore", column: "fourDomains", value: "selection=yes" },
    ]);
  });
});
