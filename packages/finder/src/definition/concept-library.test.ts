import { describe, expect, it } from "vitest";
import { CODE_SYSTEMS } from "../contract.ts";
import { hasValidCheckDigit } from "./check-digit.ts";
import { codeSystem } from "./code-system.ts";
import { conceptLibrary } from "./concept-library.ts";

const { leftOut, sets, sources } = conceptLibrary;
const rules = Object.entries(sets).flatMap(([set, { include }]) => include.map((rule) => ({ set, ...rule })));

function codes(set: string, system: string): readonly string[] {
  return (sets[set]?.include ?? []).filter((rule) => rule.system === system).map((rule) => rule.code);
}

describe("the concept library", () => {
  it("has codes of LOINC and SNOMED CT with valid check digits only", () => {
    expect(rules.filter(({ system, code }) => !hasValidCheckDigit(system, code))).toEqual([]);
  });

  it("names a source, a known system and a display for every code, and uses every source", () => {
    expect(rules.filter(({ source }) => sources[source] === undefined)).toEqual([]);
    expect(rules.filter(({ system }) => !CODE_SYSTEMS.includes(system))).toEqual([]);
    expect(rules.filter(({ display }) => display.length < 3)).toEqual([]);
    expect(Object.keys(sources).filter((id) => !rules.some(({ source }) => source === id))).toEqual([]);
  });

  it("has each code of a set once, and none that a prefix of the same set covers", () => {
    for (const { include } of Object.values(sets)) {
      const keys = include.map(({ system, code }) => `${system} ${code}`);
      expect(new Set(keys).size).toBe(keys.length);
      const prefixes = include.filter((rule) => rule.match === "prefix");
      const covered = prefixes.filter((rule) =>
        prefixes.some((other) => other !== rule && other.system === rule.system && rule.code.startsWith(other.code)),
      );
      expect(covered).toEqual([]);
    }
  });

  it("matches ICD and ATC by prefix, SNOMED CT and OMOP with what stands under them, LOINC and CPT exactly", () => {
    const expected: Readonly<Record<string, string>> = {
      "ICD-10": "prefix",
      "ICD-10-CM": "prefix",
      "ICD-10-PCS": "prefix",
      "ICD-9-CM-3": "prefix",
      ATC: "prefix",
      "SNOMED CT": "descendants",
      OMOP: "descendants",
      RxNorm: "descendants",
      LOINC: "exact",
      CPT: "exact",
      MONDO: "exact",
    };
    expect(rules.filter(({ system, match }) => expected[system] !== match)).toEqual([]);
  });

  it("says what was left out for want of a source", () => {
    expect(leftOut.map(({ system, code }) => `${system} ${code}`)).toEqual([
      "LOINC 17838-4",
      "RxNorm 1894",
      "RxNorm 2418",
      "RxNorm 1897",
    ]);
    expect(
      leftOut.filter(({ system, code }) => rules.some((rule) => rule.system === system && rule.code === code)),
    ).toEqual([]);
  });
});

describe("pitfalls of real data", () => {
  it("1, 2: the forearm T-score is no T-score of the spine, and neither is that of the femur", () => {
    expect(codes("tscore_forearm", "LOINC")).toEqual(["38265-5"]);
    expect(codes("tscore_lumbar_spine", "LOINC")).toEqual(["38267-1"]);
    expect(codes("tscore_femoral_neck", "LOINC")).toContain("38263-0");
  });

  it("2: no T-score and no BMD code stands in a set of Z-scores", () => {
    for (const set of ["zscore_lumbar_spine", "zscore_femoral_neck", "zscore_total_hip"]) {
      for (const rule of sets[set]?.include ?? []) expect(rule.display).toContain("[Z-score]");
    }
  });

  it("7: only MONDO has a code of its own", () => {
    expect(sets.plo?.include.map(({ system, code }) => [system, code])).toEqual([["MONDO", "MONDO:0957481"]]);
  });

  it("8: a delivery comes from an outcome or a delivery procedure, not from a wound disruption or a prolapse", () => {
    const delivery = sets.delivery?.include ?? [];
    // Cesarean wound disruption and two deliveries "with complication" of the public list, which have no delivery date.
    const strangers = ["197344", "4028632", "442059", "2101807", "4274317", "44784551"];
    expect(delivery.filter(({ system, code }) => system === "OMOP" && strangers.includes(code))).toEqual([]);
    expect(
      delivery.filter(({ display }) => /disruption|prolapse|rupture|anesthesia|routine obstetric/iu.test(display)),
    ).toEqual([]);
  });

  it("has the diseases that flag or exclude in the ICD-10 of the WHO, not in its American edition alone", () => {
    for (const set of [
      "lupus",
      "marfan_syndrome",
      "anorexia_nervosa",
      "rheumatoid_arthritis",
      "drug_induced_osteoporosis",
    ]) {
      expect(codes(set, "ICD-10")).not.toEqual([]);
    }
    // Rheumatoid factor or not, and low molecular weight heparins by the letter of the ATC.
    expect(codes("rheumatoid_arthritis", "ICD-10")).toEqual(["M05", "M06"]);
    expect(codes("heparin", "ATC")).toEqual(["B01AB01", "B01AB04", "B01AB05", "B01AB06", "B01AB10"]);
    // Lupus of the skin alone is another disease.
    expect(codes("lupus", "ICD-10").some((stem) => "L93.0".startsWith(stem))).toBe(false);
  });

  it("covers the longer codes of Chinese hospitals by their stem", () => {
    const covers = (set: string, code: string): boolean => codes(set, "ICD-10").some((stem) => code.startsWith(stem));
    // Codes of the Chinese clinical edition that occur in public lists.
    expect(covers("osteoporosis_with_fracture", "M80.801")).toBe(true);
    expect(covers("osteoporosis_with_fracture", "M80.800x001")).toBe(true);
    expect(covers("vertebral_fracture", "S22.000x003")).toBe(true);
    expect(covers("vertebral_fracture", "S32.000x002")).toBe(true);
    expect(covers("vertebral_fracture", "M48.500")).toBe(true);
    expect(covers("delivery", "O82.000")).toBe(true);
    expect(covers("delivery", "Z37.000x001")).toBe(true);
    expect(covers("hip_fracture", "S72.300")).toBe(false);
  });
});

describe("hasValidCheckDigit", () => {
  it("takes published codes and refuses one changed digit or two swapped ones", () => {
    expect(hasValidCheckDigit("LOINC", "85394-5")).toBe(true);
    expect(hasValidCheckDigit("LOINC", "85394-6")).toBe(false);
    expect(hasValidCheckDigit("LOINC", "85349-5")).toBe(false);
    expect(hasValidCheckDigit("LOINC", "853945")).toBe(false);
    expect(hasValidCheckDigit("SNOMED CT", "64859006")).toBe(true);
    expect(hasValidCheckDigit("SNOMED CT", "64859007")).toBe(false);
    expect(hasValidCheckDigit("SNOMED CT", "68459006")).toBe(false);
    expect(hasValidCheckDigit("ICD-10", "M80.8")).toBe(true);
  });
});

describe("codeSystem", () => {
  it.each([
    ["http://snomed.info/sct", "SNOMED CT"],
    ["http://loinc.org|2.77", "LOINC"],
    ["http://hl7.org/fhir/sid/icd-10", "ICD-10"],
    ["http://hl7.org/fhir/sid/icd-10-cm", "ICD-10-CM"],
    ["http://www.nlm.nih.gov/research/umls/rxnorm", "RxNorm"],
    ["http://www.whocc.no/atc", "ATC"],
    ["urn:oid:2.16.840.1.113883.6.96", "SNOMED CT"],
    ["2.16.840.1.113883.6.1", "LOINC"],
    ["urn:oid:2.16.156.10011.2.3.3.11", "ICD-10"],
    ["2.16.156.10011.2.3.3.12", "ICD-9-CM-3"],
    ["http://fhir.de/CodeSystem/bfarm/icd-10-gm", "ICD-10"],
    ["http://fhir.de/CodeSystem/dimdi/icd-10-gm|2020", "ICD-10"],
    ["http://fhir.de/CodeSystem/bfarm/atc", "ATC"],
    ["ICD10CN", "ICD-10"],
    ["ICD9Proc", "ICD-9-CM-3"],
    ["CPT4", "CPT"],
    ["local", "local"],
  ])("reads %s as %s", (name, system) => {
    expect(codeSystem(name)).toBe(system);
  });

  it("does not know other systems, nor names that objects inherit", () => {
    expect(codeSystem("http://hl7.org/fhir/sid/cvx")).toBeUndefined();
    expect(codeSystem("constructor")).toBeUndefined();
    expect(codeSystem("")).toBeUndefined();
  });

  it("keeps names apart: none stands for two systems", () => {
    for (const system of CODE_SYSTEMS) expect(codeSystem(system)).toBe(system);
  });
});
