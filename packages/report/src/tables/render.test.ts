import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth, wrapText } from "./display-width.ts";
import { csvField, renderCsv, renderTabs } from "./render-csv.ts";
import { renderHtml } from "./render-html.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { printable, renderText } from "./render-text.ts";
import { cell, column, linesCell, plainTable, row, type Table } from "./table.ts";

/** Two blocks with the same row names, one group each, a spanning header and a footnote. */
function sample(): Table {
  return {
    id: "sample",
    lang: "en",
    number: "Table 9",
    title: "Bone <density>",
    blocks: [
      {
        columns: [column("left"), column("right"), column("right")],
        headerRows: [
          [cell("Woman", { rowSpan: 2 }), cell("L1–4", { colSpan: 2 })],
          [
            {
              lines: [[{ text: "BMD, g/cm" }, { text: "2", as: "sup" }]],
            },
            cell("Z"),
          ],
        ],
        groups: [
          {
            rows: [
              row(cell("A"), cell("0.678"), cell("−4.2")),
              row(cell("B"), cell("12.60", { colSpan: 2, marks: ["a"] })),
            ],
          },
        ],
      },
      {
        columns: [column("left"), column("right")],
        headerRows: [[cell("Woman"), linesCell(["25(OH)D", "ng/mL"])]],
        groups: [{ rows: [row(cell("A"), linesCell(["summer 1–2", "winter 3–4"])), row(cell("B"), cell("—"))] }],
      },
    ],
    footnotes: [{ mark: "a", text: "not comparable" }, { text: "BMD: bone mineral density" }],
  };
}

describe("renderCsv", () => {
  it("joins blocks side by side, flattens the header and leaves marks and notes out", () => {
    expect(renderCsv(sample())).toBe(
      ['Woman,"L1–4 BMD, g/cm²",L1–4 Z,25(OH)D ng/mL', "A,0.678,−4.2,summer 1–2; winter 3–4", "B,12.60,,—", ""].join(
        "\r\n",
      ),
    );
  });

  it("stacks blocks whose row names differ", () => {
    const table = sample();
    const [first, second] = table.blocks;
    if (first === undefined || second === undefined) throw new Error("sample has two blocks");
    const other = { ...second, groups: [{ rows: [row(cell("C"), cell("5"))] }] };
    expect(renderCsv({ ...table, blocks: [first, other] }).split("\r\n")).toHaveLength(6);
  });

  it("puts group headings into the first column", () => {
    const table: Table = {
      id: "t",
      lang: "en",
      title: "t",
      groupLabel: "Woman",
      blocks: [
        {
          columns: [column("left"), column("right")],
          headerRows: [[cell("Scan"), cell("BMD")]],
          groups: [{ heading: cell("A"), rows: [row(cell("first"), cell("1"))] }],
        },
      ],
      footnotes: [],
    };
    expect(renderCsv(table)).toBe("Woman,Scan,BMD\r\nA,first,1\r\n");
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-2+3", "'-2+3"],
    ["＝1", "'＝1"],
    [" =1+1", "' =1+1"],
    ["\u200b=1+1", "'\u200b=1+1"],
    ["\ufeff@SUM(A1)", "'\ufeff@SUM(A1)"],
    ["-1+1", "'-1+1"],
    ["-3.2", "-3.2"],
    ["-1.16e-23", "-1.16e-23"],
    ["\u22123.2", "\u22123.2"],
    ["-2.5", "-2.5"],
    ["+37.02", "+37.02"],
    ["−4.2", "−4.2"],
    ["－", "－"],
    ["a,b", '"a,b"'],
    ['a "b"', '"a ""b"""'],
    ["a\nb", '"a\nb"'],
  ])("writes %j as %j", (text, field) => {
    expect(csvField(text)).toBe(field);
  });

  it("never leaves a field that a spreadsheet would compute", () => {
    fc.assert(
      fc.property(fc.constantFrom("=", "+", "-", "@"), fc.string(), (sign, rest) => {
        const field = csvField(sign + rest).replace(/^"/, "");
        expect(field.startsWith("'") || /^[+-]\d+(\.\d+)?(e[+-]?\d+)?%?$/.test(field) || field === "-").toBe(true);
      }),
    );
  });
});

describe("renderText", () => {
  it("aligns columns and prints marks raised", () => {
    expect(renderText(sample())).toBe(
      [
        "Table 9. Bone <density>",
        "",
        "─".repeat(23),
        "Woman        L1–4",
        "       BMD, g/cm²     Z",
        "─".repeat(23),
        "A           0.678  −4.2",
        "B                12.60ᵃ",
        "─".repeat(23),
        "",
        "─".repeat(17),
        "Woman     25(OH)D",
        "            ng/mL",
        "─".repeat(17),
        "A      summer 1–2",
        "       winter 3–4",
        "B               —",
        "─".repeat(17),
        "",
        "ᵃnot comparable",
        "BMD: bone mineral density",
        "",
      ].join("\n"),
    );
  });

  it("counts Chinese characters twice", () => {
    expect(displayWidth("夏 15.7～60.3")).toBe(13);
    expect(displayWidth("BMD（g/cm²）")).toBe(12);
  });

  it("takes escape sequences and direction marks out of a record's words", () => {
    expect(printable("a\u001b[31mb\u202ec\u0007")).toBe("a [31mb c ");
  });

  it("breaks sentences at the width, Chinese between characters and never before closing punctuation", () => {
    expect(wrapText("alendronate 10 mg/day for two years", 16)).toEqual(["alendronate 10", "mg/day for two", "years"]);
    expect(wrapText("腰椎骨密度增加，随访两年", 14)).toEqual(["腰椎骨密度增", "加，随访两年"]);
  });

  it("loses no character in breaking", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("骨", "a", " ", "，", "～") }),
        fc.integer({ min: 2, max: 9 }),
        (text, width) => {
          const kept = wrapText(text, width).join("").replaceAll(" ", "");
          expect(kept).toBe(text.replaceAll(" ", ""));
        },
      ),
    );
  });
});

describe("renderMarkdown", () => {
  it("writes one pipe table per block with a flat header", () => {
    expect(renderMarkdown(sample())).toBe(
      [
        "**Table 9. Bone &lt;density&gt;**",
        "",
        "| Woman | L1–4 BMD, g/cm² | L1–4 Z |",
        "| :-- | --: | --: |",
        "| A | 0.678 | −4.2 |",
        "| B | 12.60<sup>a</sup> |  |",
        "",
        "| Woman | 25(OH)D ng/mL |",
        "| :-- | --: |",
        "| A | summer 1–2<br>winter 3–4 |",
        "| B | — |",
        "",
        "<sup>a</sup>not comparable\\",
        "BMD: bone mineral density",
        "",
      ].join("\n"),
    );
  });

  it("keeps pipes and emphasis of a record from becoming markup", () => {
    const table = { ...sample(), title: "a|b *c* <script>" };
    expect(renderMarkdown(table)).toContain("a\\|b \\*c\\* &lt;script&gt;");
  });
});

describe("renderHtml", () => {
  it("has a caption, scopes and escaped text", () => {
    const markup = renderHtml(sample());
    expect(markup).toContain("<caption><span>Table 9. Bone &lt;density&gt;</span></caption>");
    expect(markup).toContain('<th scope="col" class="left" rowspan="2">Woman</th>');
    expect(markup).toContain('<th scope="colgroup" class="centre" colspan="2">L1–4</th>');
    expect(markup).toContain("g/cm<sup>2</sup>");
    expect(markup).toContain('<th scope="row" class="left">A</th>');
    expect(markup).toContain("<caption><span>Table 9 (continued)</span></caption>");
  });

  it("carries no markup out of a cell", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const table: Table = {
          id: "t",
          lang: "zh",
          title: text,
          blocks: [{ columns: [column("left")], headerRows: [[cell(text)]], groups: [{ rows: [row(cell(text))] }] }],
          footnotes: [{ text }],
        };
        const tags = renderHtml(table).match(/<[^>]*>/g) ?? [];
        expect(tags).toHaveLength(
          renderHtml({
            ...table,
            title: "x",
            blocks: [{ columns: [column("left")], headerRows: [[cell("x")]], groups: [{ rows: [row(cell("x"))] }] }],
            footnotes: [{ text: "x" }],
          }).match(/<[^>]*>/g)?.length ?? 0,
        );
      }),
    );
  });
});

describe("renderTabs", () => {
  it("prints the grid of the CSV with tabs, guarded, a cell on one line", () => {
    const table = plainTable(
      { id: "t", lang: "en", title: "T" },
      [column("left"), column("right")],
      ["Woman", "Value"],
      [row(cell("=HYPERLINK(1)"), cell("0.618")), row({ lines: [[{ text: "a\tb" }]] }, cell("\u22122.0"))],
    );
    expect(renderTabs(table)).toBe("Woman\tValue\n'=HYPERLINK(1)\t0.618\na b\t\u22122.0\n");
  });
});
