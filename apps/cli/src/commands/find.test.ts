import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { presetDefinition } from "@materbone/finder";
import { afterAll, describe, expect, it } from "vitest";
import { run, workFolder, writeInput } from "../run.fixture.ts";

const folder = workFolder();
afterAll(folder.remove);

/** A woman worked by hand: delivered 10 March 2024, pain 2 April, fracture 20 June, Z -2.6 on 1 July; and one without. */
function hospital(): string {
  const data = join(folder.path, "data");
  const line = (resource: object): string => `${JSON.stringify(resource)}\n`;
  const of = (id: string) => ({ reference: `Patient/${id}` });
  const coded = (system: string, code: string) => ({ coding: [{ system, code }] });
  const ICD = "http://hl7.org/fhir/sid/icd-10-cm";
  const women = ["w1", "w2"];
  writeInput(
    join(data, "Patient.ndjson"),
    women.map((id) => line({ resourceType: "Patient", id, gender: "female", birthDate: "1992-05-05" })).join(""),
  );
  writeInput(
    join(data, "Procedure.ndjson"),
    women
      .map((id) =>
        line({
          resourceType: "Procedure",
          id: `birth-${id}`,
          status: "completed",
          subject: of(id),
          code: coded("http://snomed.info/sct", "66348005"),
          performedDateTime: "2024-03-10",
        }),
      )
      .join(""),
  );
  writeInput(
    join(data, "Condition.ndjson"),
    [
      ["pain", "M54.5", "2024-04-02"],
      ["fracture", "M80.88XA", "2024-06-20"],
    ]
      .map(([id, code = "", onsetDateTime]) =>
        line({ resourceType: "Condition", id, subject: of("w1"), code: coded(ICD, code), onsetDateTime }),
      )
      .join(""),
  );
  writeInput(
    join(data, "Observation.ndjson"),
    line({
      resourceType: "Observation",
      id: "z",
      status: "final",
      subject: of("w1"),
      code: coded("http://loinc.org", "85394-5"),
      effectiveDateTime: "2024-07-01",
      valueQuantity: { value: -2.6, unit: "1", code: "1", system: "http://unitsofmeasure.org" },
    }),
  );
  return data;
}

describe("find", () => {
  const data = hospital();
  const cache = join(folder.path, "cache");
  const common = ["--cache", cache, "--as-of", "2026-11-26"];

  it.each([
    ["en", "23 days after delivery", "A candidate is a question to a doctor, never a diagnosis."],
    ["zh", "产后 23 天", "绝不是诊断"],
  ])("puts up the woman with her evidence, in %s", async (lang, when, notice) => {
    const { code, out } = await run(["find", data, ...common, "--lang", lang]);
    expect(code).toBe(0);
    expect(out).toContain("1. w1 [Patient/w1]");
    expect(out).toContain(when);
    expect(out).toContain(notice);
    expect(out).not.toContain("w2");
    expect(out).toMatch(/<11 +<11/);
  });

  it("gives JSON with the run, and the same candidates each time", async () => {
    const first = JSON.parse((await run(["find", data, ...common, "--format", "json"])).out);
    const again = JSON.parse((await run(["find", data, ...common, "--format", "json"])).out);
    expect(first.candidates.map(({ sourceId, tier }: { sourceId: string; tier: string }) => [sourceId, tier])).toEqual([
      ["w1", "fracture_with_low_z"],
    ]);
    expect(first.run).toMatchObject({ asOf: "2026-11-26", definition: { id: "paper" }, engine: { name: "duckdb" } });
    expect(first.run.definition.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect({ ...again, run: undefined }).toEqual({ ...first, run: undefined });
  });

  it("writes a file whole, for its user only, and takes the form from its ending", async () => {
    const file = join(folder.path, "lists", "worklist.html");
    const { code, out, err } = await run(["find", data, ...common, "--output", file, "--lang", "zh"]);
    expect([code, out]).toEqual([0, ""]);
    expect(err).toContain("worklist.html");
    const written = readFileSync(file, "utf8");
    expect(written).toMatch(/^<!doctype html>/);
    const again = await run(["find", data, ...common, "--output", file, "--lang", "en"]);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("replace it with --overwrite")]);
    expect(readFileSync(file, "utf8")).toBe(written);
    expect((await run(["find", data, ...common, "--output", file, "--overwrite", "--lang", "en"])).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("Worklist for review");
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("refuses an ending of another form before the work begins, and names the forms", async () => {
    const file = join(folder.path, "worklist.xlsx");
    const refused = await run(["find", data, ...common, "--output", file, "--lang", "en"]);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(".txt, .csv, .json, .ndjson or .html")]);
    expect(existsSync(file)).toBe(false);
    const sql = join(folder.path, "find.sql");
    expect((await run(["find", "--engine", "spark", "--explain", "--output", sql])).code).toBe(0);
    expect(readFileSync(sql, "utf8")).toContain("SELECT");
  });

  it("gives one row per line of evidence as CSV", async () => {
    const { out } = await run(["find", data, ...common, "--format", "csv", "--lines", "--lang", "en"]);
    const [header, ...rows] = out.trimEnd().split("\r\n");
    expect(header).toContain("relative_to_delivery");
    expect(rows.some((row) => row.includes("M54.5") && row.includes("23 days after delivery"))).toBe(true);
    const text = await run(["find", data, ...common, "--lines", "--lang", "en"]);
    expect([text.code, text.out, text.err]).toEqual([2, "", expect.stringContaining("--format csv, not text")]);
  });

  it("says that a CSV file is UTF-8, which spreadsheets of Chinese systems need, and pipes none of that", async () => {
    const file = join(folder.path, "lists", "worklist.csv");
    const { code } = await run(["find", data, ...common, "--output", file, "--lang", "zh"]);
    expect([code, readFileSync(file, "utf8").slice(0, 5)]).toEqual([0, "\ufeffrank"]);
    expect((await run(["find", data, ...common, "--format", "csv", "--lang", "zh"])).out.slice(0, 4)).toBe("rank");
  });

  it("explains one woman, listed or not", async () => {
    const listed = await run(["find", data, ...common, "--person", "w1", "--lang", "en"]);
    expect(listed.out).toContain("On the worklist");
    const not = await run(["find", data, ...common, "--person", "w2", "--lang", "zh"]);
    expect(not.out).toContain("不在工作清单中");
    expect(not.out).toContain("2024-03-10");
    expect((await run(["find", data, ...common, "--person", "nobody", "--lang", "en"])).code).toBe(2);
  });

  it("says what is there without converting", async () => {
    const { code, out } = await run(["find", data, "--dry-run", "--as-of", "2026-11-26", "--lang", "en"]);
    expect(code).toBe(0);
    expect(out).toContain("FHIR R4");
    expect(out).toContain("Patient: 1");
  });

  it.each(["duckdb", "postgres", "trino", "spark"])("prints the SQL of %s and asks nothing", async (engine) => {
    const { code, out } = await run(["find", "--engine", engine, "--explain"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^WITH\b/);
    expect(out.match(/;/g) ?? []).toEqual([]);
  });

  it("reads tables with a mapping from elsewhere", async () => {
    const tables = join(folder.path, "tables");
    mkdirSync(tables);
    writeFileSync(join(tables, "病人.csv"), "病案号,性别\n1,女\n");
    const mapping = join(folder.path, "我院.yaml");
    writeFileSync(
      mapping,
      "schema: materbone/mapping/1\ntables:\n  - file: 病人.csv\n    person: { id: 病案号, sex: 性别 }\n",
    );
    const bare = await run(["find", tables, "--dry-run", "--lang", "en"]);
    expect([bare.code, bare.err]).toEqual([2, expect.stringContaining("mean is not known")]);
    const mapped = await run(["find", tables, "--mapping", mapping, "--dry-run", "--lang", "en"]);
    expect([mapped.code, mapped.out]).toEqual([0, expect.stringContaining("tables with a mapping")]);
    const nowhere = await run(["find", tables, "--mapping", `${mapping}x`, "--dry-run", "--lang", "en"]);
    expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining("我院.yamlx")]);
  });

  it("takes a definition of one's own that the page keeps, by its id", async () => {
    const store = join(folder.path, "store");
    const own = JSON.stringify({ ...presetDefinition("paper"), id: "our-ward" });
    writeInput(join(store, "finder", "definitions", "our-ward.json"), own);
    const env = { MATERBONE_DATA: store };
    const ask = (id: string) =>
      run(["find", data, ...common, "--definition", id, "--format", "json", "--lang", "en"], env);
    expect(JSON.parse((await ask("our-ward")).out)).toMatchObject({ run: { definition: { id: "our-ward" } } });
    const slip = await ask("our-wart");
    expect([slip.code, slip.err]).toEqual([2, expect.stringContaining("our-ward")]);
    writeInput(join(store, "finder", "definitions", "our-ward.json"), own.replace('"tiers"', '"teirs"'));
    expect((await ask("our-ward")).err).toContain("our-ward.json:1");
  });

  it("says which files were left aside where nothing was found", async () => {
    const place = join(folder.path, "broken");
    mkdirSync(place);
    writeFileSync(join(place, "export.zip"), "PK\u0003\u0004 cut");
    writeFileSync(join(place, "lab.xlsx"), Buffer.from([0, 1, 2, 255]));
    const { code, err } = await run(["find", place, "--lang", "en"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^ {2}export\.zip: damaged/m);
    expect(err).toMatch(/^ {2}lab\.xlsx: not FHIR, OMOP or a table/m);
    expect((await run(["find", data, "--dry-run", "--as-of", "2999-01-01", "--lang", "zh"])).err).toContain("晚于今天");
    const trino = await run(["find", "--engine", "trino", "--lang", "en"]);
    expect([trino.code, trino.err]).toEqual([2, expect.stringContaining("https://host:8443")]);
  });

  it("lists the definitions with their sources", async () => {
    const { out } = await run(["find", "--definitions", "--lang", "en"]);
    expect(out).toContain("paper");
    expect(out).toContain("10.1186/s12884-024-06520-0");
  });

  it("shows all counts only when told to, and says so", async () => {
    const { out, err } = await run(["find", data, ...common, "--full-counts", "--lang", "en"]);
    expect(out).not.toMatch(/<11/);
    expect(err).toContain("inside the hospital");
    expect((await run(["find", data, ...common, "--small-cells", "0"])).code).toBe(2);
    expect((await run(["find", data, ...common, "--small-cells", "x"])).code).toBe(2);
  });

  it("refuses what cannot be meant, with 2", async () => {
    expect((await run(["find"])).code).toBe(2);
    expect((await run(["find", join(folder.path, "nowhere")])).code).toBe(2);
    expect((await run(["find", data, "--definition", "papper", "--lang", "en"])).err).toContain("paper");
    expect((await run(["find", data, "--as-of", "tomorrow"])).code).toBe(2);
    expect((await run(["find", data, "--engine", "oracle"])).code).toBe(2);
    expect((await run(["find", "--engine", "spark", "--lang", "en"])).code).toBe(2);
    const definition = writeInput(join(folder.path, "broken.json"), { schema: "materbone/cohort/1", id: "x" });
    const refused = await run(["find", data, "--definition", definition, "--lang", "en"]);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("broken.json")]);
  });

  it("scores a worklist against a key", async () => {
    const worklist = join(folder.path, "list.json");
    await run(["find", data, ...common, "--output", worklist]);
    const key = join(folder.path, "key.jsonl");
    const head = { schema: "materbone/answer-key/1", seed: 1, persons: 2 };
    const birthDate = "1992-05-05";
    const entry = {
      birthDate,
      story: "fracture",
      tier: null,
      flags: [],
      mustSee: { en: "a", zh: "甲" },
      delivery: "2024-03-10",
    };
    writeFileSync(
      key,
      [head, { ...entry, sourceId: "w1", isPlo: true }, { ...entry, sourceId: "w9", isPlo: true }]
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(""),
    );
    const { code, out } = await run(["find", "score", worklist, "--key", key, "--lang", "en"]);
    expect(code).toBe(0);
    // One of two found; everyone found has it.
    expect(out).toMatch(/Sensitivity[^|]*\| 1\/2 \| 50\.0/);
    expect(out).toMatch(/Positive predictive value[^|]*\| 1\/1 \| 100\.0/);
    const born = readFileSync(key, "utf8").replace(birthDate, "1992-05-06");
    writeFileSync(key, born);
    const other = await run(["find", "score", worklist, "--key", key, "--lang", "zh"]);
    expect([other.code, other.out, other.err]).toEqual([2, "", expect.stringContaining("不属于同一家医院")]);
    writeFileSync(key, "{}\n");
    expect((await run(["find", "score", worklist, "--key", key, "--lang", "en"])).err).toContain("key.jsonl:1");
    expect((await run(["find", "score", key, "--key", key])).code).toBe(2);
  });

  it("writes a synthetic hospital, once", async () => {
    const place = join(folder.path, "hospital");
    const args = ["find", "hospital", "--persons", "20", "--seed", "7", "--format", "omop", "--output", place];
    expect((await run(args)).code).toBe(0);
    expect(readFileSync(join(place, "answer-key.jsonl"), "utf8")).toContain("sourceId");
    expect((await run(args)).code).toBe(2);
  });
});
