import { type Phrase, say, type Terms } from "@materbone/clinical";

/** What is wrong with a literature CSV; `row` is the row of the file, 1 the header. */
export type LiteratureCsvProblem = { readonly row: number } & (
  | { readonly kind: "noRows" }
  | { readonly kind: "unclosedQuote" }
  | { readonly kind: "missingColumn"; readonly column: string }
  | { readonly kind: "unknownColumn"; readonly column: string; readonly nearest: string | undefined }
  | { readonly kind: "twoColumns"; readonly column: string }
  | { readonly kind: "tooManyCells"; readonly expected: number; readonly found: number }
  | { readonly kind: "missing"; readonly column: string }
  | { readonly kind: "notANumber"; readonly column: string; readonly value: string }
  | { readonly kind: "notATime"; readonly column: string; readonly value: string }
  | {
      readonly kind: "outOfRange";
      readonly column: string;
      readonly value: string;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: "notPositive"; readonly column: string; readonly value: string }
  | { readonly kind: "notWhole"; readonly column: string; readonly value: string }
  | { readonly kind: "notADate"; readonly column: string; readonly value: string }
  | { readonly kind: "badDoi"; readonly value: string }
  | { readonly kind: "badPmid"; readonly value: string }
  | {
      readonly kind: "notOneOf";
      readonly column: string;
      readonly value: string;
      readonly nearest: string | undefined;
      readonly allowed: readonly string[];
    }
  /** The cell is empty beside the other end. */
  | { readonly kind: "halfARange"; readonly column: string; readonly value: string; readonly other: string }
  | {
      readonly kind: "rangeOrder";
      readonly column: string;
      readonly value: string;
      readonly other: string;
      readonly otherValue: number;
    }
  /** An interval of equal ends. */
  | { readonly kind: "noBreadth"; readonly column: string; readonly value: string; readonly other: string }
  | { readonly kind: "twoSpreads"; readonly column: string; readonly value: string; readonly other: string }
  | {
      readonly kind: "outsideSpread";
      readonly column: string;
      readonly value: string;
      readonly first: string;
      readonly second: string;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: "notAnAnswer"; readonly column: string; readonly value: string; readonly example: string }
  | { readonly kind: "answeredTwice"; readonly column: string; readonly value: string }
  /** Answers without the name of who gave them. */
  | { readonly kind: "unsigned"; readonly column: string; readonly value: string }
  /** Answers about a study that no line above and no study of the literature has. */
  | {
      readonly kind: "noSuchStudy";
      readonly column: string;
      readonly value: string;
      readonly nearest: string | undefined;
    }
  /** Two lines of one study and one reader answer otherwise. */
  | { readonly kind: "answersDisagree"; readonly column: string; readonly value: string; readonly withRow: number }
  /** The literature has other answers of this tool. */
  | { readonly kind: "appraisedBefore"; readonly column: string; readonly value: string }
  /** Two lines of one arm disagree about a fact that an arm has once. */
  | { readonly kind: "disagrees"; readonly column: string; readonly value: string; readonly withRow: number }
);

/** A problem as a sentence with its row, value and mend. */
export function sayLiteratureCsvProblem(problem: LiteratureCsvProblem, terms: Terms): string {
  const words = terms.lang === "zh" ? `第${problem.row}行：` : `Row ${problem.row}: `;
  return words + say(SENTENCE, problem, terms);
}

const SENTENCE: Phrase<LiteratureCsvProblem> = {
  en: (problem, t) => {
    switch (problem.kind) {
      case "noRows":
        return "the file holds no values. Give a header line and one value a line.";
      case "unclosedQuote":
        return "a quotation mark is opened here and never closed. Close it or write it twice.";
      case "missingColumn":
        return `the column ${problem.column} is missing. Add it to the header.`;
      case "unknownColumn":
        return `the column "${problem.column}" is not known.${problem.nearest === undefined ? " Remove it." : ` Did you mean ${problem.nearest}?`}`;
      case "twoColumns":
        return `the column ${problem.column} stands twice. Keep one.`;
      case "tooManyCells":
        return `${problem.found} cells, the header has ${problem.expected}. Quote text that holds the separator.`;
      case "missing":
        return `${problem.column} is empty. It is needed in every line.`;
      case "notANumber":
        return `${problem.column} is "${problem.value}", not a number. Write the number alone, such as 12.5; leave the cell empty when it is not given.`;
      case "notATime":
        return `${problem.column} is "${problem.value}", not a number of months. Write 12, or 12-48 with the lower end first.`;
      case "outOfRange":
        return `${problem.column} is ${problem.value}; it must lie between ${problem.low} and ${problem.high}.`;
      case "notPositive":
        return `${problem.column} is ${problem.value}; it must be above 0. Leave it empty when it is not given.`;
      case "notWhole":
        return `${problem.column} is ${problem.value}; it must be a whole number.`;
      case "notADate":
        return `${problem.column} is "${problem.value}"; write a date as 2026-01-31.`;
      case "badDoi":
        return `doi is "${problem.value}"; write it as 10.1007/s00198-006-0112-3, without an address before it.`;
      case "badPmid":
        return `pmid is "${problem.value}"; write its digits alone, nine at most.`;
      case "notOneOf":
        return `${problem.column} is "${problem.value}". ${
          problem.nearest === undefined ? `Use ${t.either(problem.allowed)}.` : `Did you mean ${problem.nearest}?`
        }`;
      case "halfARange":
        return `${problem.column} is empty beside ${problem.other}. Give both, or neither.`;
      case "rangeOrder":
        return `${problem.column} is ${problem.value}, above ${problem.other}, ${problem.otherValue}. Change them over.`;
      case "noBreadth":
        return `${problem.column} and ${problem.other} are both ${problem.value}; an interval has some width. Correct an end, or leave both empty.`;
      case "twoSpreads":
        return `${problem.column} is ${problem.value}, and ${problem.other} is given too. Keep one spread of a value.`;
      case "outsideSpread":
        return `${problem.column} is ${problem.value}, not between ${problem.first}, ${problem.low}, and ${problem.second}, ${problem.high}. Correct what was copied wrongly.`;
      case "notAnAnswer":
        return `${problem.column} holds "${problem.value}". Write item=answer, such as ${problem.example}, with + between answers.`;
      case "answeredTwice":
        return `${problem.column} answers ${problem.value} twice. Keep one answer.`;
      case "unsigned":
        return `${problem.column} is empty. Answers need the name of who gave them.`;
      case "noSuchStudy":
        return `there is no study "${problem.value}" in the literature or in the lines above. ${
          problem.nearest === undefined ? "Give a value of it first." : `Did you mean "${problem.nearest}"?`
        }`;
      case "answersDisagree":
        return `${problem.column} is "${problem.value}", unlike row ${problem.withRow} of the same study and reader. Answer once and leave the other lines empty.`;
      case "appraisedBefore":
        return `${problem.column} is "${problem.value}", but the literature has other answers. Leave it empty, and change them on the page Evidence.`;
      case "disagrees":
        return `${problem.column} is ${problem.value}, unlike row ${problem.withRow} of the same arm. An arm has one; give another arm a name of its own.`;
    }
  },
  zh: (problem, t) => {
    switch (problem.kind) {
      case "noRows":
        return "文件中没有数值。请提供表头，并每行填写一个数值。";
      case "unclosedQuote":
        return "此处引号未闭合。请补上引号，或将引号写两遍。";
      case "missingColumn":
        return `缺少“${problem.column}”列，请在表头中补充。`;
      case "unknownColumn":
        return `无法识别“${problem.column}”列。${problem.nearest === undefined ? "请删除。" : `是否为 ${problem.nearest}？`}`;
      case "twoColumns":
        return `“${problem.column}”列出现两次，请保留一列。`;
      case "tooManyCells":
        return `共${problem.found}格，而表头为${problem.expected}格。含分隔符的文字请加引号。`;
      case "missing":
        return `${problem.column} 为空，该项每行必填。`;
      case "notANumber":
        return `${problem.column} 为“${problem.value}”，不是数值。请只填数字，如 12.5；未给出时请留空。`;
      case "notATime":
        return `${problem.column} 为“${problem.value}”，不是月数。请写作 12；为范围时写作 12-48，下限在前。`;
      case "outOfRange":
        return `${problem.column} 为 ${problem.value}，应在 ${problem.low}～${problem.high} 之间。`;
      case "notPositive":
        return `${problem.column} 为 ${problem.value}，应大于 0。未给出时请留空。`;
      case "notWhole":
        return `${problem.column} 为 ${problem.value}，应为整数。`;
      case "notADate":
        return `${problem.column} 为“${problem.value}”，日期请写作 2026-01-31。`;
      case "badDoi":
        return `doi 为“${problem.value}”，请写作 10.1007/s00198-006-0112-3，前面不加网址。`;
      case "badPmid":
        return `pmid 为“${problem.value}”，请只写数字，最多九位。`;
      case "notOneOf":
        return `${problem.column} 为“${problem.value}”。${
          problem.nearest === undefined ? `可用：${t.series(problem.allowed)}。` : `是否为 ${problem.nearest}？`
        }`;
      case "halfARange":
        return `已填 ${problem.other}，而 ${problem.column} 为空，须同时给出或同时留空。`;
      case "rangeOrder":
        return `${problem.column} 为 ${problem.value}，大于 ${problem.other}（${problem.otherValue}），请对调。`;
      case "noBreadth":
        return `${problem.column} 与 ${problem.other} 均为 ${problem.value}，区间宽度为零。请更正上下限，或两格均留空。`;
      case "twoSpreads":
        return `${problem.column} 为 ${problem.value}，而 ${problem.other} 亦已填写。一个数值只填一种离散指标。`;
      case "outsideSpread":
        return `${problem.column} 为 ${problem.value}，不在 ${problem.first}（${problem.low}）与 ${problem.second}（${problem.high}）之间，请核对抄录。`;
      case "notAnAnswer":
        return `${problem.column} 含“${problem.value}”，请写作“条目=回答”，如 ${problem.example}，各回答以 + 连接。`;
      case "answeredTwice":
        return `${problem.column} 中 ${problem.value} 回答了两次，请保留一个。`;
      case "unsigned":
        return `${problem.column} 为空。填写评价时须注明评价人。`;
      case "noSuchStudy":
        return `文献库及以上各行中没有研究“${problem.value}”。${
          problem.nearest === undefined ? "请先填写该研究的数值。" : `是否为“${problem.nearest}”？`
        }`;
      case "answersDisagree":
        return `${problem.column} 为“${problem.value}”，与同一研究同一评价人的第${problem.withRow}行不一致。请只在一行填写，其余留空。`;
      case "appraisedBefore":
        return `${problem.column} 为“${problem.value}”，而文献库已有不同评价。请留空，并在“文献证据”页修改。`;
      case "disagrees":
        return `${problem.column} 为 ${problem.value}，与同组第${problem.withRow}行不一致。同一组只有一个值；不同组请另行命名。`;
    }
  },
};
