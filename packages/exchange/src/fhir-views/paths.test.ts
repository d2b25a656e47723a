import { evaluateView, parseView } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import { unordered } from "../../../finder/src/fhir/official-tests.fixture.ts";
import { duckdbRows } from "./duckdb-view.fixture.ts";

/** Observations with one, two and no codings, values of several kinds, and parts that are missing. */
const OBSERVATIONS: readonly unknown[] = [
  {
    resourceType: "Observation",
    id: "o1",
    status: "final",
    code: { coding: [{ system: "s", code: "a'b" }, { code: "c" }], text: "t" },
    subject: { reference: "Patient/p1" },
    effectiveDateTime: "2024-01-02T03:04:05+08:00",
    valueQuantity: { value: -2.05, unit: "g" },
    extension: [
      { url: "u", valueString: "x" },
      { url: "v", valueInteger: 3 },
    ],
    component: [
      { code: { coding: [{ code: "x" }] }, valueInteger: 1 },
      { code: { coding: [{ code: "y" }, { code: "z" }] } },
    ],
  },
  {
    resourceType: "Observation",
    id: "o2",
    status: "amended",
    code: { coding: [{ system: "s" }] },
    subject: { reference: "https://host/Patient/p2" },
    focus: [{ reference: "Patient/p3/_history/4" }, { reference: "Group/g" }, { reference: "#x" }, {}],
    effectiveDateTime: "2024",
    valueInteger: 0,
    component: [],
  },
  {
    resourceType: "Observation",
    id: "o3",
    status: "final",
    code: { text: "only" },
    subject: { reference: "Patient/" },
    valueString: "",
  },
  {
    resourceType: "Observation",
    id: "o4",
    code: {},
    valueBoolean: false,
    subject: { reference: "Patient?identifier=1|2" },
  },
];

/** Each gives one value or none for every observation above. */
const SINGLE = [
  "status",
  "%resource.id",
  "Observation.id",
  "code.coding.first().code",
  "code.coding[1].code",
  "code.coding.code[0]",
  "code.coding.where(system = 's').code.first()",
  "code.coding.where(code = 'a\\'b').system",
  "component.code.coding.code.join('|')",
  "component.where(value.ofType(integer) > 0).code.coding.code.join()",
  "component.where(code.coding.where(code = 'z').exists()).code.coding.first().code",
  "value.exists()",
  "value.empty()",
  "value.ofType(boolean)",
  "value.ofType(boolean).not()",
  "value.ofType(Quantity).value * 2 - 1",
  "-value.ofType(Quantity).value",
  "value.ofType(Quantity).value / value.ofType(integer)",
  "1 / value.ofType(integer)",
  "(1 + 2) * 3 > 8 and 1 <= 1.0",
  "value.ofType(integer) = 0 or status = 'final'",
  "value.ofType(integer) = 0 and status = 'final'",
  "(status = 'final').not()",
  "status != 'final'",
  "status != {}",
  "code.coding.code = 'c'",
  "code.coding.code != 'c'",
  "code.coding.code = component.code.coding.code",
  "code.coding.code = code.coding.code",
  "status.where($this = 'final').exists()",
  "where(status = 'final').code.text",
  "where(status = 'final').exists()",
  "exists()",
  "exists(status = 'final')",
  "component.exists(value.ofType(integer) = 1)",
  "subject.getReferenceKey()",
  "subject.getReferenceKey(Patient)",
  "subject.getReferenceKey(Group)",
  "focus.getReferenceKey(Patient).join(',')",
  "focus.getReferenceKey().join(',')",
  "getResourceKey() = 'o1'",
  "extension('u').value.ofType(string)",
  "extension('v').value.ofType(integer).first() + 1",
  "extension('none').exists()",
  "iif(value.ofType(integer).exists(), 1, 2.5)",
  "iif(status = 'final', code.text)",
  "iif({}, 'a', 'b')",
  "status + '!'",
  "effective.ofType(dateTime) = '2024-01-02T03:04:05+08:00'",
  "effective.ofType(dateTime) = '2023'",
  "effective.ofType(Period).start.exists()",
  "interpretation.exists()",
  "interpretation.coding.exists()",
  "true",
  "'it''s'.exists()".replace("''", "\\'"),
  "{}",
];

const LISTS = ["code.coding.code", "component.code.coding.code", "focus.reference", "status", "value.ofType(integer)"];

describe("paths in DuckDB and in the evaluator", () => {
  for (const path of SINGLE) {
    it(path, async () => {
      const view = parseView({
        resource: "Observation",
        select: [
          {
            column: [
              { name: "id", path: "id" },
              { name: "v", path },
            ],
          },
        ],
      });
      const found = await duckdbRows(
        view,
        OBSERVATIONS.map((resource) => JSON.stringify(resource)),
      );
      expect(unordered(found)).toEqual(unordered(OBSERVATIONS.flatMap((resource) => evaluateView(view, resource))));
    });
  }

  for (const path of LISTS) {
    it(`list of ${path}`, async () => {
      const column = [
        { name: "id", path: "id" },
        { name: "v", path, collection: true },
      ];
      const view = parseView({ resource: "Observation", select: [{ column }] });
      const found = await duckdbRows(
        view,
        OBSERVATIONS.map((resource) => JSON.stringify(resource)),
      );
      expect(unordered(found)).toEqual(unordered(OBSERVATIONS.flatMap((resource) => evaluateView(view, resource))));
    });
  }

  it("both fail where two times cannot be compared", async () => {
    const path = "effective.ofType(dateTime) = '2024-01-01T19:04:05Z'";
    const view = parseView({ resource: "Observation", select: [{ column: [{ name: "v", path }] }] });
    const [first] = OBSERVATIONS;
    expect(() => evaluateView(view, first)).toThrow("different offsets or precision");
    await expect(duckdbRows(view, [JSON.stringify(first)])).rejects.toThrow("different offset");
  });

  it("combine unions, nested lists and lists side by side", async () => {
    const view = parseView({
      resource: "Observation",
      select: [
        { column: [{ name: "id", path: "id" }] },
        {
          forEachOrNull: "component",
          column: [{ name: "n", path: "value.ofType(integer)", type: "integer" }],
          select: [{ forEachOrNull: "code.coding", column: [{ name: "c", path: "code" }] }],
          unionAll: [
            { column: [{ name: "u", path: "'one'" }] },
            { forEach: "code.coding", column: [{ name: "u", path: "code" }] },
          ],
        },
        {
          forEach: "code.coding",
          select: [{ column: [{ name: "a", path: "code" }] }, { column: [{ name: "s", path: "%resource.status" }] }],
        },
      ],
    });
    const found = await duckdbRows(
      view,
      OBSERVATIONS.map((resource) => JSON.stringify(resource)),
    );
    const rows = OBSERVATIONS.flatMap((resource) => evaluateView(view, resource));
    // o1: (1 coding × 2 + 2 codings × 3) × 2 codings; o2: no component, 1 coding; o3, o4: no coding.
    expect(rows.length).toBe(17);
    expect(unordered(found)).toEqual(unordered(rows));
  });
});
