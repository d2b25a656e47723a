import { describe, expect, it } from "vitest";
import { isNamedCode } from "../definition/unseen-code.ts";
import { codeChoices, suggestCodes } from "./suggest-codes.ts";

describe("suggestCodes", () => {
  it.each([
    ["腰椎Z值", "LOINC", "85394-5"],
    ["腰椎Ｚ值", "LOINC", "85394-5"],
    ["唑来膦酸", "ATC", "M05BA08"],
    ["全髋Z值", "LOINC", "80933-5"],
    ["全髋T值", "LOINC", "38264-8"],
    ["全髋骨密度", "LOINC", "38261-4"],
    ["DXA Hip - left [Z-score] Bone density", "LOINC", "80938-4"],
    ["特立帕肽", "ATC", "H05AA02"],
    ["地舒单抗", "ATC", "M05BX04"],
    ["Lumbar spine Z-score", "LOINC", "85394-5"],
    ["DXA Lumbar spine [Z-score] Bone density", "LOINC", "85394-5"],
  ])("%s is the name of %s %s", (word, system, code) => {
    expect([suggestCodes(word).same?.system, suggestCodes(word).same?.code]).toEqual([system, code]);
  });

  it("shows what is near, and fills in nothing where the word is more than the name or the name has several codes", () => {
    const { same, near } = suggestCodes("唑来膦酸注射液");
    expect(same).toBeUndefined();
    expect(near[0]).toMatchObject({ system: "ATC", code: "M05BA08" });
    expect(suggestCodes("血钙").same).toBeUndefined();
    expect(suggestCodes("血钙").near.map(({ code }) => code)).toContain("17861-6");
    expect(suggestCodes("全身性糖皮质激素").same).toBeUndefined();
    expect(suggestCodes("骨质疏松").same).toBeUndefined();
    expect(suggestCodes("上呼吸道感染").near).toEqual([]);
  });

  it("offers codes that a shipped definition sees, and no others", () => {
    expect(codeChoices.filter(({ system, code }) => !isNamedCode(system, code))).toEqual([]);
  });
});
