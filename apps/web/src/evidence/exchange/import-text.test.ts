import { shippedLiterature } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import { importText } from "./import-text.ts";

const HEADER = "study,reached,treatment,women,site,months,statistic,value,document,checkedBy";
const read = (text: string) => importText(shippedLiterature, text, "2026-11-26");

describe("a text to import", () => {
  it("is nothing while it is blank", () => {
    expect(read(" \n")).toEqual({ kind: "nothing" });
  });

  it("as CSV adds readings, outcomes and studies, each told as what it is", () => {
    const result = read(
      [
        HEADER,
        "O'Sullivan 2006,abstract,bisphosphonate,,lumbarSpine,24,mean,20,A re-reading,Z.Y.",
        "O'Sullivan 2006,abstract,bisphosphonate,,totalHip,48,mean,9,A re-reading,Z.Y.",
        "Somebody 2026,abstract,teriparatide,4,lumbarSpine,12,mean,18,Somebody 2026 abstract,Z.Y.",
      ].join("\n"),
    );
    if (result.kind !== "added") throw new TypeError(JSON.stringify(result).slice(0, 300));
    expect(result.values.map(({ row, reading, as }) => [row.study.label, reading.value, as])).toEqual([
      ["O'Sullivan 2006", 20, "outcome"],
      ["O'Sullivan 2006", 9, "outcome"],
      ["Somebody 2026", 18, "study"],
    ]);
  });

  it("as CSV completes a reading that is there, and says so", () => {
    const cite = "Hadji等2022，出版社网页摘要";
    expect(shippedLiterature.documents.find(({ id }) => id === "hadji-2022")?.cite).toMatchObject({ zh: cite });
    const result = read(
      `${HEADER},arm,sd\nHadji 2022,abstract,teriparatide,47,lumbarSpine,24,mean,30.1,"${cite}",Z.Y.,tptd,9.3`,
    );
    if (result.kind !== "added") throw new TypeError(JSON.stringify(result).slice(0, 300));
    expect(result.values.map(({ row, reading, as }) => [row.study.label, reading.spread, as])).toEqual([
      ["Hadji 2022", { kind: "sd", value: 9.3 }, "completed"],
    ]);
  });

  it("as CSV is refused whole for one wrong cell, with its row", () => {
    const result = read(
      `${HEADER}\nSomebody 2026,abstract,teriparatide,4,lumbarSpine,12,mean,eighteen,An abstract,Z.Y.`,
    );
    expect(result).toMatchObject({
      kind: "csvRefused",
      problems: [{ row: 2, kind: "notANumber", column: "value", value: "eighteen" }],
    });
  });

  it("as JSON is a whole literature, of any byte order mark", () => {
    const text = `\ufeff${JSON.stringify({ ...shippedLiterature, version: "mine" })}`;
    expect(read(text)).toMatchObject({ kind: "replaced", literature: { version: "mine" } });
  });

  it("as JSON is refused with the line of every problem", () => {
    const text = JSON.stringify({ ...shippedLiterature, version: "" }, undefined, 1);
    const line = text.split("\n").findIndex((each) => each.includes('"version"')) + 1;
    expect(read(text)).toMatchObject({ kind: "literatureRefused", problems: [{ at: "/version", line }] });
    expect(read('{ "schema": ')).toMatchObject({ kind: "jsonRefused", problems: [{ kind: "notJson", line: 1 }] });
  });
});
