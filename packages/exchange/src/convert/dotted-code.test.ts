import { join } from "node:path";
import { expect, it } from "vitest";
import { foundIn, rowsOf, testFolder } from "./convert.fixture.ts";
import { convert } from "./convert.ts";

const ICD_10 = "http://hl7.org/fhir/sid/icd-10";
const ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
const ICD_9_CM = "http://hl7.org/fhir/sid/icd-9-cm";

/** A system, a code as a source writes it, and as ICD prints it. */
const CODES: readonly (readonly [string, string, string])[] = [
  [ICD_10_CM, "S32010A", "S32.010A"],
  [ICD_10_CM, "M8088XA", "M80.88XA"],
  [ICD_10_CM, "M4855XA", "M48.55XA"],
  [ICD_10_CM, "O9A2", "O9A.2"],
  [ICD_10_CM, "M80.88XA", "M80.88XA"],
  [ICD_10, "M80800x011", "M80.800x011"],
  [ICD_10, "M80", "M80"],
  [ICD_10, "M80-M82", "M80-M82"],
  [ICD_9_CM, "73313", "733.13"],
  [ICD_9_CM, "V1351", "V13.51"],
  [ICD_9_CM, "E8889", "E888.9"],
  [ICD_9_CM, "E888", "E888"],
  ["http://snomed.info/sct", "443165006", "443165006"],
  ["http://example.org/local", "S32010A", "S32010A"],
];

it("writes the dot that billing files leave out of codes of ICD, and into nothing else", async () => {
  const folder = testFolder();
  try {
    const patient = { resourceType: "Patient", id: "a", gender: "female", birthDate: "1990-02-28" };
    const conditions = CODES.map(([system, code], index) => ({
      resourceType: "Condition",
      id: String(index).padStart(2, "0"),
      subject: { reference: "Patient/a" },
      code: { coding: [{ system, code }] },
      onsetDateTime: "2024-03-05",
    }));
    const procedure = {
      resourceType: "Procedure",
      id: "p",
      status: "completed",
      subject: { reference: "Patient/a" },
      code: { coding: [{ system: ICD_9_CM, code: "8165" }] },
      performedDateTime: "2024-03-05",
    };
    folder.write("in/p.ndjson", `${JSON.stringify(patient)}\n`);
    folder.write("in/c.ndjson", conditions.map((one) => `${JSON.stringify(one)}\n`).join(""));
    folder.write("in/q.ndjson", `${JSON.stringify(procedure)}\n`);
    const output = join(folder.path, "out");
    await convert(await foundIn(join(folder.path, "in")), { output, asOf: "2026-01-01" });
    expect(await rowsOf(output, "event", "SELECT code FROM t WHERE kind = 'condition' ORDER BY source_ref")).toEqual(
      CODES.map(([, , dotted]) => [dotted]),
    );
    expect(await rowsOf(output, "event", "SELECT code FROM t WHERE kind = 'procedure'")).toEqual([["8165"]]);
  } finally {
    folder.remove();
  }
});
