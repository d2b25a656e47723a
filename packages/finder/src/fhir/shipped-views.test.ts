import { describe, expect, it } from "vitest";
import { evaluateView } from "./evaluate-view.ts";
import type { FhirView } from "./fhir-view.ts";
import { shippedViews } from "./shipped-views.ts";
import { asLists, HARD_RESOURCES, sorted, viewSamples } from "./view-samples.fixture.ts";

const views = shippedViews();
const all = [views.person, views.medication, ...views.events];

function viewOf(resource: string): FhirView {
  const view = all.find((candidate) => candidate.resource === resource);
  if (view === undefined) throw new TypeError(resource);
  return view;
}

describe("shipped views", () => {
  it("give the columns of an event", () => {
    for (const view of views.events) {
      const names = view.columns.map(({ name }) => name).filter((name) => name !== "medication");
      expect(names.sort()).toEqual(["code", "date", "id", "kind", "patient", "site", "system", "unit", "value"]);
    }
  });

  for (const { name, resource, lines, columns, rows } of viewSamples()) {
    it(`give the rows that jq gives of ${name}`, () => {
      const found = lines.flatMap((line) => evaluateView(viewOf(resource), JSON.parse(line)));
      expect(asLists(found, columns)).toEqual(sorted(rows));
    });
  }

  for (const { what, resource, rows } of HARD_RESOURCES) {
    it(what, () => {
      expect(evaluateView(viewOf(resource.resourceType), resource)).toEqual(
        rows.map((row) => expect.objectContaining(row)),
      );
    });
  }

  it("give nothing of another type", () => {
    for (const view of all) expect(evaluateView(view, { resourceType: "Basic", id: "b" })).toEqual([]);
    for (const value of [null, 1, "x", []]) expect(evaluateView(views.person, value)).toEqual([]);
  });
});
