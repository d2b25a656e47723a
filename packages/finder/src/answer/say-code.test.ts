import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import type { EvidenceLine } from "./answer.ts";
import { sayWhat } from "./say-answer.ts";
import { isNamed, wholeCodings } from "./say-code.ts";

const line = (system: string, code: string, more: Partial<EvidenceLine> = {}): EvidenceLine => ({
  stream: "",
  kind: "measurement",
  system,
  code,
  isCertain: true,
  sourceRef: "lab.csv:2",
  ...more,
});

describe("a record", () => {
  it.each([
    [line("LOINC", "2731-8"), true],
    [line("ICD-10", "M54.900"), true],
    [line("ICD-10", "Z33.x00"), false],
    [line("ICD-10", "Z33.x00", { display: { of: "Z33", name: "Pregnant state, incidental" } }), true],
    [line("local", "D2004"), false],
    [line("local", "YP-2002"), false],
    [line("local", "AMB"), false],
    [line("local", "门诊"), true],
    [line("local", "low dose heparin"), true],
    [line("http://hospital.example/codes", "门诊"), true],
  ])("is named by definition, library or its own word (%#)", (said, expected) => {
    expect(isNamed(said)).toBe(expected);
  });
});

describe("what a record says", () => {
  it.each([
    [line("LOINC", "2731-8", { value: 51.1, unit: "pg/mL" }), "LOINC 2731-8（甲状旁腺素），51.1 pg/mL"],
    [line("LOINC", "1989-3", { value: 30, unit: "ng/mL" }), "LOINC 1989-3（25羟维生素D），30 ng/mL"],
    [line("LOINC", "6768-6", { value: 90, unit: "U/L" }), "LOINC 6768-6（碱性磷酸酶），90 U/L"],
    [
      line("LOINC", "80934-3", { value: -2.1, decimals: 1, unit: "{Z-score}", site: "femoral neck" }),
      "LOINC 80934-3（股骨（颈）Z值），\u22122.1，股骨颈",
    ],
    [line("LOINC", "38261-4", { value: 0.7, decimals: 3, unit: "g/cm2" }), "LOINC 38261-4（全髋骨密度），0.700 g/cm²"],
    [line("ATC", "M05BA08", { kind: "drug" }), "ATC M05BA08（唑来膦酸）"],
    [line("ICD-10", "J06.9", { kind: "condition" }), "ICD-10 J06.9"],
    [line("local", "D2006", { kind: "condition" }), "本地编码 D2006"],
  ])("names code, site and unit in Chinese (%#)", (said, expected) => {
    expect(sayWhat(said, createTerms("zh"))).toBe(expected);
  });

  it("names codes that the definition does not ask for by the library, in English", () => {
    const said = sayWhat(line("LOINC", "2731-8", { value: 51.1, unit: "pg/mL" }), createTerms("en"));
    expect(said).toMatch(/^LOINC 2731-8 \(Parathyrin.*\), 51\.1 pg\/mL$/);
  });

  it.each([
    ["http://hl7.org/fhir/sid/ndc", "NDC"],
    ["http://hl7.org/fhir/sid/cvx|2024", "CVX"],
    ["http://fhir.de/CodeSystem/bfarm/icd-10-gm", "ICD-10"],
    ["https://hospital.example/fhir/CodeSystem/lab-codes", "lab-codes"],
    ["https://hospital.example/fhir/CodeSystem/lab-codes/2024/", "lab-codes"],
    ["https://hospital.example/fhir/CodeSystem/%E6%A3%80%E9%AA%8C?x=longer#", "检验"],
    ["https://hospital.example/terms#procedures", "procedures"],
    ["https://hospital.example/fhir/CodeSystem/%zz", "%zz"],
    ["https://hospital.example/fhir/CodeSystem", "hospital.example"],
    ["urn:oid:1.2.3.4", "urn:oid:1.2.3.4"],
    ["院内编码", "院内编码"],
    ["a/b", "a/b"],
  ])("says the code system %s as %s", (system, name) => {
    expect(sayWhat(line(system, "7"), createTerms("en"))).toBe(`${name} 7`);
  });

  it("keeps codings whole beside the short names, each once", () => {
    const own = line("https://hospital.example/fhir/CodeSystem/dx", "7");
    expect(wholeCodings([line("ICD-10", "M54.5"), line("local", "x")])).toBeUndefined();
    expect(wholeCodings([line("ICD-10", "M54.5"), own, own])).toBe(
      "ICD-10 M54.5\nhttps://hospital.example/fhir/CodeSystem/dx 7",
    );
  });
});
