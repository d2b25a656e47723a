import { describe, expect, it } from "vitest";
import { evaluateView } from "./evaluate-view.ts";
import { parseView } from "./fhir-view.ts";
import { FhirViewError, type FhirViewProblem, sayFhirViewProblem } from "./fhir-view-problem.ts";
import { printView } from "./print-view.ts";

function problemOf(view: unknown): FhirViewProblem | undefined {
  try {
    parseView(view);
  } catch (error) {
    if (error instanceof FhirViewError) return error.problem;
    throw error;
  }
  return undefined;
}

function columnOf(path: string, more: object = {}): unknown {
  return { resource: "Observation", select: [{ column: [{ name: "v", path, ...more }] }] };
}

describe("parseView", () => {
  it.each([
    ["code.coding.", "syntax", 13],
    ["code..coding", "syntax", 6],
    ["  @@", "syntax", 3],
    ["a b", "syntax", 3],
    ["'open", "syntax", 1],
    ["$index", "syntax", 1],
    ["status.matches('x')", "unknownFunction", 8],
    ["status.where()", "badArguments", 8],
    ["code.coding[status]", "badArguments", 12],
    ["code.coding.first(1)", "badArguments", 13],
    ["%none", "unknownConstant", 1],
    ["statusx", "unknownElement", 1],
    ["code.coding.value", "unknownElement", 13],
    ["value.ofType(Money)", "unknownType", 7],
    ["status and true", "notBoolean", 1],
    ["code.coding.where(code)", "notBoolean", 19],
    ["status < 'x'", "notNumber", 1],
    ["effective.ofType(dateTime) > '2024'", "notNumber", 11],
    ["status = 1", "typesDiffer", 8],
    ["code = code", "notPrimitive", 6],
    ["value = 1", "notPrimitive", 7],
    ["component.join()", "notText", 11],
  ])("%s: %s at sign %d", (path, kind, position) => {
    expect(problemOf(columnOf(path))).toMatchObject({ kind, position, at: "select[0].column[0].path" });
  });

  it.each([
    ["code", {}, "notPrimitive"],
    ["value", {}, "notPrimitive"],
    ["value.ofType(Quantity).value", { type: "integer" }, "columnType"],
    ["status", { type: "Period" }, "columnType"],
  ])("refuses %s as a column %o", (path, more, kind) => {
    expect(problemOf(columnOf(path, more))?.kind).toBe(kind);
  });

  it.each([
    [{ repeat: ["item"] }],
    [{ forEach: "a", forEachOrNull: "b" }],
    [{ column: [{ name: 'x" --', path: "id" }] }],
    [{ column: [{ name: "x", path: "" }] }],
    [{ unionAll: [] }],
  ])("refuses the select %o", (select) => {
    expect(problemOf({ resource: "Patient", select: [select] })?.kind).toBe("schema");
  });

  it("refuses two columns of one name and unions that differ", () => {
    const id = { name: "id", path: "id" };
    expect(problemOf({ resource: "Patient", select: [{ column: [id] }, { column: [id] }] })?.kind).toBe("sameColumn");
    const union = [{ column: [id] }, { column: [{ ...id, name: "x" }] }];
    expect(problemOf({ resource: "Patient", select: [{ unionAll: union }] })).toMatchObject({
      kind: "unionColumns",
      at: "select[0].unionAll[1]",
    });
  });

  it("refuses unknown resources, names of the prototype, and constants of another type", () => {
    const select = [{ column: [{ name: "id", path: "id" }] }];
    for (const resource of ["Foo", "constructor", "Patient.contact"]) {
      expect(problemOf({ resource, select })?.kind).toBe("unknownType");
    }
    expect(problemOf(columnOf("constructor"))?.kind).toBe("unknownElement");
    expect(problemOf(columnOf("toString()"))?.kind).toBe("unknownFunction");
    const constant = [{ name: "a", valueInteger: "1" }];
    expect(problemOf({ resource: "Patient", constant, select })).toMatchObject({ kind: "schema", at: "constant[0]" });
  });

  it("survives paths of any depth", () => {
    for (const path of ["(".repeat(1999), "a[".repeat(999), "not(".repeat(499), `-${"-".repeat(1998)}`]) {
      expect(problemOf(columnOf(path))?.kind).toBe("syntax");
    }
  });

  it("says a problem in both languages", () => {
    const problem: FhirViewProblem = { kind: "unknownElement", at: "where[0].path", position: 3, text: "Patient.x" };
    expect(sayFhirViewProblem(problem, "en")).toBe(
      'where[0].path, sign 3: "Patient.x" is not an element of that type in FHIR R4.',
    );
    expect(sayFhirViewProblem(problem, "zh")).toBe(
      "where[0].path 第 3 个字符：“Patient.x”不是该类型在 FHIR R4 中的元素。",
    );
  });
});

describe("evaluateView", () => {
  it("names the path, not the value, where there is more than one", () => {
    const view = parseView(columnOf("code.coding.code"));
    const resource = { resourceType: "Observation", code: { coding: [{ code: "secret-a" }, { code: "secret-b" }] } };
    expect(() => evaluateView(view, resource)).toThrow(
      'select[0].column[0].path: "code" gives more than one value in a resource.',
    );
  });
});

describe("printView", () => {
  it("reads only what the view touches", () => {
    const view = parseView({
      resource: "Condition",
      select: [
        { column: [{ name: "id", path: "id" }] },
        { forEach: "code.coding", column: [{ name: "code", path: "code" }] },
      ],
    });
    expect(printView(view, "t").columns).toBe(
      `{'resourceType': 'VARCHAR', 'id': 'VARCHAR', 'code': 'STRUCT("coding" STRUCT("code" VARCHAR)[])'}`,
    );
  });

  it("keeps further columns of the relation, behind its own", () => {
    const id = { column: [{ name: "id", path: "id" }] };
    const codes = { forEach: "code.coding", column: [{ name: "code", path: "code" }] };
    const plain = printView(parseView({ resource: "Condition", select: [id] }), "t", ["line", 'a"b']);
    expect(plain.select).toMatch(/ AS "id", r\."line", r\."a""b" FROM t /u);
    const rows = printView(parseView({ resource: "Condition", select: [id, codes] }), "t", ["line"]);
    expect(rows.select).toMatch(/^SELECT "id", "row 0"\."code" AS "code", "line" FROM /u);
    expect(rows.columns).not.toContain("line");
  });

  it("quotes what a view says", () => {
    const text = "'; DROP TABLE event; --";
    const view = parseView({
      resource: "Patient",
      constant: [{ name: "c", valueString: text }],
      select: [{ column: [{ name: "id", path: "id" }] }],
      where: [{ path: "gender = %c" }, { path: "gender = '\\'; DROP TABLE event; --'" }],
    });
    const { select } = printView(view, "t");
    expect(select.replaceAll("'''; DROP TABLE event; --'", "")).not.toContain("DROP");
  });
});
