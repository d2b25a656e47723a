import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bytesOf, foundIn, rowsOf, type TestFolder, testFolder } from "../../convert/convert.fixture.ts";
import { convert } from "../../convert/convert.ts";
import { detect } from "../../detect/detect.ts";
import { LARGEST_FILE } from "./by-line.ts";

let folder: TestFolder;
let output: string;
let source: string;
beforeEach(() => {
  folder = testFolder();
  output = join(folder.path, "out");
  source = join(folder.path, "in");
});
afterEach(() => folder.remove());

const asOf = "2026-01-01";
const LOINC = "http://loinc.org";
const SNOMED = "http://snomed.info/sct";

type Resource = Readonly<Record<string, unknown>>;

function lines(resources: readonly (Resource | string)[]): string {
  return resources.map((one) => `${typeof one === "string" ? one : JSON.stringify(one)}\n`).join("");
}

function woman(id: string, more: Resource = {}): Resource {
  return { resourceType: "Patient", id, gender: "female", birthDate: "1990-02-28", ...more };
}

function fracture(id: string, patient: string, more: Resource = {}): Resource {
  return {
    resourceType: "Condition",
    id,
    subject: { reference: patient },
    code: {
      coding: [
        { system: SNOMED, code: "443165006" },
        { system: "http://hl7.org/fhir/sid/icd-10-cm|2024", code: "M80.88XA" },
      ],
    },
    onsetDateTime: "2024-03-05T23:30:00-05:00",
    ...more,
  };
}

function scan(id: string, patient: string): Resource {
  return {
    resourceType: "Observation",
    id,
    status: "final",
    subject: { reference: patient },
    code: { coding: [{ system: LOINC, code: "85394-5" }] },
    effectiveDateTime: "2024-03",
    valueQuantity: { value: -2.4, unit: "{Z-score}" },
  };
}

describe("FHIR as NDJSON", () => {
  it("numbers persons in byte order, keeps days as written and partial dates as intervals", async () => {
    folder.write(
      "in/p.ndjson",
      lines([woman("b"), woman("a", { birthDate: "1991" }), woman("B", { birthDate: "1991-12" })]),
    );
    folder.write(
      "in/c.ndjson",
      lines([
        fracture("c1", "Patient/b"),
        fracture("c2", "urn:uuid:a"),
        fracture("c3", "https://x.org/fhir/Patient/B"),
      ]),
    );
    folder.write("in/o.ndjson", lines([scan("o1", "Patient/a")]));
    await convert(await foundIn(source), { output, asOf });
    expect(await rowsOf(output, "person", "FROM t")).toEqual([
      ["1", "B", "female", "1991-12-01", "1991-12-31", "Patient/B"],
      ["2", "a", "female", "1991-01-01", "1991-12-31", "Patient/a"],
      ["3", "b", "female", "1990-02-28", "1990-02-28", "Patient/b"],
    ]);
    expect(
      await rowsOf(
        output,
        "event",
        "SELECT system, code, person_id, date_low, date_high, value, unit, source_ref FROM t",
      ),
    ).toEqual([
      ["ICD-10-CM", "M80.88XA", "1", "2024-03-05", "2024-03-05", null, null, "Condition/c3"],
      ["ICD-10-CM", "M80.88XA", "2", "2024-03-05", "2024-03-05", null, null, "Condition/c2"],
      ["ICD-10-CM", "M80.88XA", "3", "2024-03-05", "2024-03-05", null, null, "Condition/c1"],
      ["LOINC", "85394-5", "2", "2024-03-01", "2024-03-31", -2.4, "{Z-score}", "Observation/o1"],
      ["SNOMED CT", "443165006", "1", "2024-03-05", "2024-03-05", null, null, "Condition/c3"],
      ["SNOMED CT", "443165006", "2", "2024-03-05", "2024-03-05", null, null, "Condition/c2"],
      ["SNOMED CT", "443165006", "3", "2024-03-05", "2024-03-05", null, null, "Condition/c1"],
    ]);
  });

  it("tells files by what is in them, not by their names", async () => {
    folder.write("in/Condition.ndjson", lines([woman("a")]));
    folder.write("in/log.ndjson", lines([{ exportId: "1", eventId: "kickoff" }]));
    folder.write("in/Immunization.ndjson", lines([{ resourceType: "Immunization", id: "i" }]));
    expect(await detect(source)).toMatchObject({
      kind: "found",
      counts: { Patient: 1 },
      ignored: [
        { name: "Immunization.ndjson", why: "otherResource" },
        { name: "log.ndjson", why: "notData" },
      ],
    });
  });

  it("reads the same from gzip", async () => {
    const persons = lines([woman("a")]);
    const conditions = lines([fracture("c1", "Patient/a")]);
    folder.write("in/p.ndjson", persons);
    folder.write("in/c.ndjson", conditions);
    folder.write("packed/p.ndjson.gz", gzipSync(persons));
    folder.write("packed/c.ndjson.gz", gzipSync(conditions));
    await convert(await foundIn(source), { output, asOf });
    const other = join(folder.path, "other");
    await convert(await foundIn(join(folder.path, "packed")), { output: other, asOf });
    expect(bytesOf(other).slice(0, 3)).toEqual(bytesOf(output).slice(0, 3));
  });

  it("says file and line of what cannot be read, and uses the rest", async () => {
    folder.write("in/p.ndjson", lines([woman("a")]));
    folder.write(
      "in/c.ndjson",
      lines([
        fracture("c1", "Patient/a"),
        '{"resourceType":"Condition","id":',
        scan("o9", "Patient/a"),
        "[1]",
        fracture("c2", "Patient/a"),
      ]) + JSON.stringify(fracture("c3", "Patient/a")).slice(0, -20),
    );
    const found = await foundIn(source);
    await expect(convert(found, { output, asOf, strict: true })).rejects.toMatchObject({ trouble: { kind: "strict" } });
    const { manifest } = await convert(found, { output, asOf });
    const file = "c.ndjson";
    expect(manifest.problems.totals).toEqual({ badLine: 3, wrongResourceType: 1 });
    expect(manifest.problems.listed).toEqual([
      { kind: "badLine", file, line: 2, byte: expect.any(Number), why: "malformed" },
      { kind: "wrongResourceType", file, line: 3, found: "Observation", wanted: "Condition" },
      { kind: "badLine", file, line: 4, byte: expect.any(Number), why: "notAnObject" },
      { kind: "badLine", file, line: 6, byte: expect.any(Number), why: "truncated" },
    ]);
    expect(await rowsOf(output, "event", "SELECT DISTINCT source_ref FROM t ORDER BY ALL")).toEqual([
      ["Condition/c1"],
      ["Condition/c2"],
    ]);
  });

  it.each([
    ["read whole", []],
    ["read line by line", ["[1]"]],
  ])("uses words where there is no code, and counts with its line what has neither: %s", async (_how, broken) => {
    folder.write("in/p.ndjson", lines([woman("a")]));
    const coded = (id: string, code: Resource | undefined): Resource => ({ ...fracture(id, "Patient/a"), code });
    folder.write(
      "in/c.ndjson",
      lines([
        coded("words", { text: " 腰背痛 " }),
        coded("blank", { text: " " }),
        coded("display", { coding: [{ display: "骨质疏松" }] }),
        coded("nothing", undefined),
        ...broken,
      ]),
    );
    const order = (id: string, more: Resource): Resource => ({
      resourceType: "MedicationRequest",
      id,
      status: "active",
      subject: { reference: "Patient/a" },
      authoredOn: "2024-05-06",
      ...more,
    });
    folder.write(
      "in/r.ndjson",
      lines([
        order("there", { medicationReference: { reference: "Medication/m" } }),
        order("elsewhere", { medicationReference: { reference: "Medication/gone" } }),
        order("named", { medicationReference: { display: "阿仑膦酸钠" } }),
        order("none", {}),
        ...broken,
      ]),
    );
    folder.write("in/m.ndjson", lines([{ resourceType: "Medication", id: "m", code: { text: "唑来膦酸" } }]));
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    expect(await rowsOf(output, "event", "SELECT system, code, source_ref FROM t ORDER BY source_ref")).toEqual([
      ["local", "骨质疏松", "Condition/display"],
      ["local", "腰背痛", "Condition/words"],
      ["local", "阿仑膦酸钠", "MedicationRequest/named"],
      ["local", "唑来膦酸", "MedicationRequest/there"],
    ]);
    expect(manifest.problems.totals).toMatchObject({ noCode: 3, unknownDrug: 1 });
    expect(manifest.problems.listed).toEqual(
      expect.arrayContaining([
        { kind: "noCode", file: "c.ndjson", line: 2 },
        { kind: "noCode", file: "c.ndjson", line: 4 },
        { kind: "noCode", file: "r.ndjson", line: 4 },
        { kind: "unknownDrug", file: "r.ndjson", line: 2 },
      ]),
    );
    expect(JSON.stringify(manifest.problems)).not.toMatch(/gone|腰背痛/u);
  });

  it.each([
    ["2024-04-30T20:00:00Z", "2024-05-01T00:30:00+08:00"],
    ["2024-05-01T00:00:00.5Z", "2024-05-01T00:00:00Z"],
    ["2024-05-01T00:00:00Z", undefined],
  ])("uses what was updated at %s, not what was at %s", async (newer, older) => {
    folder.write("in/p.ndjson", lines([woman("a")]));
    const at = (lastUpdated: string | undefined, day: string): Resource =>
      fracture("two", "Patient/a", { meta: { lastUpdated }, onsetDateTime: day });
    folder.write("in/c.ndjson", lines([at(older, "2024-01-01"), at(newer, "2024-01-02"), at(older, "2024-01-03")]));
    await convert(await foundIn(source), { output, asOf });
    expect(await rowsOf(output, "event", "SELECT DISTINCT date_low FROM t")).toEqual([["2024-01-02"]]);
  });

  it("tells a birth after the day of which the data are read from a date that cannot be read", async () => {
    const born = (id: string, birthDate: string): Resource => ({ ...woman(id), birthDate });
    folder.write("in/p.ndjson", lines([born("a", "2099-01-01"), born("b", "1990-13-01")]));
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    expect(manifest.problems.listed).toEqual(
      expect.arrayContaining([
        { kind: "futureBirth", file: "p.ndjson", line: 1 },
        { kind: "badDate", file: "p.ndjson", line: 2 },
      ]),
    );
  });

  it.each(["as it is", "line by line"])(
    "tells of answers whose codes are asked for, and reads none of them, %s",
    async (way) => {
      const answer = (id: string, more: Resource): Resource => {
        const { valueQuantity: _, ...rest } = { ...scan(id, "Patient/a"), ...more };
        return rest;
      };
      const coded = (system: string, code: string): Resource => ({ coding: [{ system, code }, { display: "x" }] });
      const known = coded("urn:oid:2.16.840.1.113883.6.90", "M8088XA");
      const observations = [
        answer("own", { valueCodeableConcept: known }),
        answer("family", { code: coded(SNOMED, "416471007"), valueCodeableConcept: coded(SNOMED, "443165006") }),
        answer("part", { component: [{ code: coded(LOINC, "75323-6"), valueCodeableConcept: known }] }),
        answer("smoker", { valueCodeableConcept: coded(SNOMED, "266919005") }),
        answer("words", { valueCodeableConcept: { text: "M80.88XA" } }),
      ];
      folder.write("in/p.ndjson", lines([woman("a")]));
      folder.write("in/o.ndjson", lines([...observations, ...(way === "as it is" ? [] : ["{"])]));
      const found = await foundIn(source);
      const { manifest } = await convert(found, { output, asOf });
      const { badLine: _, ...totals } = manifest.problems.totals;
      expect(totals).toEqual({ codedAnswer: 3 });
      const told = manifest.problems.listed.filter(({ kind }) => kind === "codedAnswer");
      expect(told).toEqual([1, 2, 3].map((line) => ({ kind: "codedAnswer", file: "o.ndjson", line })));
      expect(await rowsOf(output, "event", "SELECT DISTINCT source_ref, kind, code FROM t ORDER BY ALL")).toEqual([
        ["Observation/family", "measurement", "416471007"],
        ["Observation/own", "measurement", "85394-5"],
        ["Observation/part", "measurement", "75323-6"],
        ["Observation/part", "measurement", "85394-5"],
        ["Observation/smoker", "measurement", "85394-5"],
        ["Observation/words", "measurement", "85394-5"],
      ]);
      await expect(convert(found, { output: join(folder.path, "strict"), asOf, strict: true })).rejects.toMatchObject({
        trouble: { kind: "strict" },
      });
    },
  );

  it("drops copies, uses the newer of two contents, and leaves out strangers and the future, with lines", async () => {
    folder.write("in/p.ndjson", lines([woman("a"), woman("a")]));
    folder.write(
      "in/c.ndjson",
      lines([
        fracture("same", "Patient/a"),
        fracture("same", "Patient/a"),
        fracture("two", "Patient/a", { meta: { lastUpdated: "2024-05-01T00:00:00Z" }, onsetDateTime: "2024-01-02" }),
        fracture("two", "Patient/a", { meta: { lastUpdated: "2024-04-01T00:00:00Z" }, onsetDateTime: "2024-01-01" }),
        fracture("stranger", "Patient/nobody"),
        fracture("future", "Patient/a", { onsetDateTime: "2099-01-01" }),
        fracture("unread", "Patient/a", { onsetDateTime: "2024-13-01" }),
      ]),
    );
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    expect(manifest.problems.totals).toEqual({
      duplicateCopy: 2,
      duplicateConflict: 1,
      unknownPerson: 1,
      futureDate: 1,
      badDate: 1,
    });
    const file = "c.ndjson";
    expect(manifest.problems.listed).toEqual(
      expect.arrayContaining([
        { kind: "duplicateCopy", file, line: 2 },
        { kind: "duplicateConflict", file, line: 3, used: "lastUpdated" },
        { kind: "duplicateConflict", file, line: 4, used: "lastUpdated" },
        { kind: "unknownPerson", file, line: 5 },
        { kind: "futureDate", file, line: 6 },
        { kind: "badDate", file, line: 7 },
      ]),
    );
    expect(
      await rowsOf(output, "event", "SELECT source_ref, date_low FROM t WHERE system = 'SNOMED CT' ORDER BY ALL"),
    ).toEqual([
      ["Condition/same", "2024-03-05"],
      ["Condition/two", "2024-01-02"],
      ["Condition/unread", null],
    ]);
    expect(JSON.stringify(manifest.problems)).not.toMatch(/nobody|stranger/u);
  });

  it.each(["as it is", "packed", "beside broken lines"])(
    "counts blank lines in the places that it tells, %s",
    async (way) => {
      folder.write("in/p.ndjson", lines([woman("a")]));
      const text = lines([
        "",
        fracture("same", "Patient/a"),
        way === "beside broken lines" ? '{"resourceType":"Cond' : " \t\r",
        fracture("same", "Patient/a"),
        "",
        fracture("unread", "Patient/a", { onsetDateTime: "2024-13-01" }),
      ]);
      const file = way === "packed" ? "c.ndjson.gz" : "c.ndjson";
      folder.write(`in/${file}`, way === "packed" ? gzipSync(text) : text);
      const { manifest } = await convert(await foundIn(source), { output, asOf });
      expect(manifest.problems.listed).toEqual(
        expect.arrayContaining([
          { kind: "duplicateCopy", file, line: 4 },
          { kind: "badDate", file, line: 6 },
        ]),
      );
    },
  );

  it("passes over a line of 1 GB in bounded memory", async () => {
    folder.write("in/p.ndjson", lines([woman("a")]));
    const path = folder.write("in/c.ndjson", lines([fracture("c1", "Patient/a")]));
    const size = 1_000_000_000;
    const file = openSync(path, "r+");
    const head = lines([fracture("c1", "Patient/a")]).length;
    writeSync(file, '{"resourceType":"Condition","id":"', head);
    // The hole between reads as NUL bytes.
    ftruncateSync(file, head + size);
    writeSync(file, `"}\n${lines([fracture("c2", "Patient/a")])}`, head + size);
    closeSync(file);
    // Resident kilobytes at most, of this process with the test runner in it; on Linux it begins with those of its parent.
    const before = process.resourceUsage().maxRSS;
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    expect(process.resourceUsage().maxRSS).toBeLessThanOrEqual(Math.max(before, 1_000_000));
    expect(manifest.problems.listed).toEqual([
      { kind: "badLine", file: "c.ndjson", line: 2, byte: head, why: "tooLong" },
    ]);
    expect(await rowsOf(output, "event", "SELECT DISTINCT source_ref FROM t ORDER BY ALL")).toEqual([
      ["Condition/c1"],
      ["Condition/c2"],
    ]);
  });

  it("uses what a gzip file held before it breaks off", async () => {
    folder.write("in/p.ndjson", lines([woman("a")]));
    const many = Array.from({ length: 2000 }, (_, index) => fracture(`c${(index * 7919) % 2000}`, "Patient/a"));
    const packed = gzipSync(lines(many));
    folder.write("in/c.ndjson.gz", packed.subarray(0, packed.length - 2000));
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    expect(manifest.problems.totals).toMatchObject({ truncatedFile: 1, badLine: 1 });
    expect(manifest.tables.event.rows).toBeGreaterThan(1000);
    expect(manifest.tables.event.rows).toBeLessThan(4000);
  });

  it("takes any name of a file as a name", async () => {
    for (const name of ["p'; DROP TABLE who; --", 'c"[1]*?', "o\n'"]) {
      folder.write(
        `in/${name}.ndjson`,
        lines([
          name.startsWith("p")
            ? woman("a")
            : name.startsWith("c")
              ? fracture("c", "Patient/a")
              : scan("o", "Patient/a"),
        ]),
      );
    }
    const odd = join(folder.path, "out'; --[0]");
    const { manifest } = await convert(await foundIn(source), { output: odd, asOf });
    expect(manifest.problems).toEqual({ totals: {}, listed: [] });
    expect(manifest.tables).toMatchObject({ person: { rows: 1 }, event: { rows: 3 } });
  });
});

describe("FHIR as JSON", () => {
  it("leaves out a bundle that would not fit the memory, and tells it once", async () => {
    const bundle = (id: string): string =>
      JSON.stringify({ resourceType: "Bundle", type: "collection", entry: [{ resource: woman(id) }] });
    folder.write("in/largest.json", bundle("a").padEnd(LARGEST_FILE));
    folder.write("in/larger.json", bundle("b").padEnd(LARGEST_FILE + 1));
    folder.write("in/packed.json.gz", gzipSync(bundle("c").padEnd(LARGEST_FILE + 1)));
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    const told = { kind: "bundleTooLarge", megabytes: LARGEST_FILE / 1_048_576 };
    expect(manifest.problems).toEqual({
      totals: { bundleTooLarge: 2 },
      listed: [
        { ...told, file: "larger.json" },
        { ...told, file: "packed.json.gz" },
      ],
    });
    expect(await rowsOf(output, "person", "SELECT source_id FROM t")).toEqual([["a"]]);
  });

  it("reads bundles whose references are UUIDs of entries, and drugs that stand elsewhere", async () => {
    const entry = (resource: Resource): Resource => ({ fullUrl: `urn:uuid:u-${String(resource.id)}`, resource });
    const drug = {
      resourceType: "Medication",
      id: "m",
      code: { coding: [{ system: "http://www.whocc.no/atc", code: "B01AB01" }] },
    };
    const order = {
      resourceType: "MedicationRequest",
      id: "r",
      status: "active",
      intent: "order",
      subject: { reference: "urn:uuid:u-a" },
      authoredOn: "2023-05-06",
      medicationReference: { reference: "urn:uuid:u-m" },
    };
    const bundle = { resourceType: "Bundle", type: "transaction", entry: [woman("a"), drug, order].map(entry) };
    folder.write("in/bundle.json", JSON.stringify(bundle, undefined, 2));
    folder.write("in/single.json", JSON.stringify(fracture("c", "Patient/a"), undefined, 2));
    folder.write("in/broken.json", '{"resourceType": "Bundle",\n "entry": [');
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    expect(manifest.problems.listed).toEqual([{ kind: "badLine", file: "broken.json", why: "malformed" }]);
    expect(await rowsOf(output, "event", "SELECT system, code, date_low, source_ref FROM t")).toEqual([
      ["ATC", "B01AB01", "2023-05-06", "MedicationRequest/r"],
      ["ICD-10-CM", "M80.88XA", "2024-03-05", "Condition/c"],
      ["SNOMED CT", "443165006", "2024-03-05", "Condition/c"],
    ]);
  });
});
