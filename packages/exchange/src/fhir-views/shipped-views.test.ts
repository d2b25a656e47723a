import { evaluateView, type FhirView, shippedViews } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import { unordered } from "../../../finder/src/fhir/official-tests.fixture.ts";
import { asLists, HARD_RESOURCES, sorted, viewSamples } from "../../../finder/src/fhir/view-samples.fixture.ts";
import { duckdbRows } from "./duckdb-view.fixture.ts";

const { person, medication, events } = shippedViews();

function viewOf(resource: string): FhirView {
  const view = [person, medication, ...events].find((candidate) => candidate.resource === resource);
  if (view === undefined) throw new TypeError(resource);
  return view;
}

describe("shipped views in DuckDB", () => {
  for (const { name, resource, lines, columns, rows } of viewSamples()) {
    it(`give the rows that jq gives of ${name}`, async () => {
      expect(asLists(await duckdbRows(viewOf(resource), lines), columns)).toEqual(sorted(rows));
    });
  }

  for (const { what, resource } of HARD_RESOURCES) {
    it(`as the evaluator: ${what}`, async () => {
      const view = viewOf(resource.resourceType);
      const found = await duckdbRows(view, [JSON.stringify(resource)]);
      expect(unordered(found)).toEqual(unordered(evaluateView(view, resource)));
    });
  }
});
