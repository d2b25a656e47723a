import type { Table } from "@materbone/report";
import { describe, expect, it } from "vitest";
import { clipboardForms, withBorders } from "./clipboard.ts";

const table: Table = {
  id: "t",
  lang: "en",
  title: "A table",
  blocks: [
    {
      columns: [{ align: "left", wraps: true }, { align: "right" }],
      headerRows: [[{ lines: [[{ text: "Woman" }]] }, { lines: [[{ text: "BMD" }]] }]],
      groups: [{ rows: [{ cells: [{ lines: [[{ text: "<b>1" }]] }, { lines: [[{ text: "0.618" }]] }] }] }],
    },
  ],
  footnotes: [{ mark: "a", text: "A note" }],
};

describe("clipboardForms", () => {
  const { html, text } = clipboardForms(table);

  it("gives Word and Excel a table with borders and alignment, and no class that they cannot read", () => {
    expect(html).toContain('<table border="1"');
    expect(html).toContain('<td align="right">0.618</td>');
    expect(html).not.toContain("class=");
  });

  it("keeps text of a record inert", () => {
    expect(html).toContain("&lt;b&gt;1");
  });

  it("gives a spreadsheet columns", () => {
    expect(text).toBe("Woman\tBMD\n<b>1\t0.618\n");
  });
});

describe("withBorders", () => {
  it.each(["=1+1", "@SUM(A1)", "+cmd", "-cmd"])("keeps Excel from computing %s", (content) => {
    expect(withBorders(`<td class="left">${content}</td>`)).toBe(`<td>'${content}</td>`);
  });

  it.each(["－", "\u22122.0", "-2", "+3.1"])("leaves %s as it prints", (content) => {
    expect(withBorders(`<td>${content}</td>`)).toBe(`<td>${content}</td>`);
  });
});
