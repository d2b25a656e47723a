import type { Phrase, RegimenCheck, Terms, Text } from "@materbone/clinical";
import { say } from "@materbone/clinical";

export const treatmentWords = {
  drug: { en: "Drug or measure (name, either language, or brand)", zh: "药物或措施（中英文名称或商品名）" },
  add: { en: "Add treatment", zh: "添加治疗" },
  addAsOther: { en: "Add as another treatment", zh: "作为“其他治疗”添加" },
  regimen: { en: "Against the listed regimens", zh: "与所列用法比较" },
  asListed: { en: "inside a listed regimen", zh: "在所列用法范围内" },
  departures: { en: "listed regimens", zh: "所列用法" },
} as const satisfies Record<string, Text>;

export const unknownDrug: Phrase<{ readonly name: string }> = {
  en: ({ name }) =>
    `“${name}” is not in the list. Choose a name of the list, or add it as another treatment under this name.`,
  zh: ({ name }) => `列表中没有“${name}”。请从列表中选择，或以该名称作为“其他治疗”添加。`,
};

type Listed = { readonly amount: string; readonly unit: string; readonly per: string };

export const doseText: Phrase<Listed> = {
  en: ({ amount, unit, per }) => `${amount} ${unit} per ${per}`,
  zh: ({ amount, unit, per }) => `${amount} ${unit}/${per}`,
};

const UNIT_MISMATCH: Phrase<{ readonly given: string; readonly unit: string }> = {
  en: ({ given, unit }) => `The number fits a listed regimen in ${unit}, not in ${given}. Check the unit.`,
  zh: ({ given, unit }) => `该数值符合以 ${unit} 为单位的所列用法，而非 ${given}，请核对单位。`,
};

const DEPARTURES: Readonly<Record<Extract<RegimenCheck, { kind: "outside" }>["departure"], Text>> = {
  above: { en: "Above every listed regimen.", zh: "高于所列各项用法。" },
  below: { en: "Below every listed regimen.", zh: "低于所列各项用法。" },
  partly: { en: "Not inside any listed regimen as a whole.", zh: "未完全落在所列任一用法之内。" },
  otherInterval: { en: "No listed regimen has this interval of dosing.", zh: "所列用法中没有该给药间隔。" },
  zero: { en: "A dose of zero is not a regimen.", zh: "剂量不能为0。" },
};

const NOT_LISTED: Readonly<Record<Extract<RegimenCheck, { kind: "notListed" }>["reason"], Text>> = {
  noRegimen: { en: "No regimen is listed for it.", zh: "未列出其用法。" },
  otherRoute: { en: "Not listed by this route.", zh: "未列出该给药途径。" },
  otherUnit: { en: "Not comparable in this unit.", zh: "该单位无法比较。" },
  intervalNotStated: { en: "The interval of dosing is not stated.", zh: "未说明给药间隔。" },
};

/** A dose against the list, in words; `undefined` where there is nothing to say. */
export function sayRegimenCheck(check: RegimenCheck, terms: Terms): string | undefined {
  switch (check.kind) {
    case "inside":
      return terms.text(treatmentWords.asListed);
    case "outside":
      return terms.text(DEPARTURES[check.departure]);
    case "unitMismatch":
      return say(UNIT_MISMATCH, { given: check.unit, unit: check.regimen.unit }, terms);
    case "notListed":
      return terms.text(NOT_LISTED[check.reason]);
    default:
      return undefined;
  }
}
