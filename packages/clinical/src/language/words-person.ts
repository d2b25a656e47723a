import type { Person } from "../record/person.ts";
import type { Lactation, Pregnancy, ReproductivePlan } from "../record/pregnancy.ts";
import { type WordTable, word } from "./word-table.ts";

type Plan = NonNullable<ReproductivePlan["nextPregnancy"]>["plan"];
type Contraception = NonNullable<ReproductivePlan["contraception"]>["use"];

export const ageAtWords: WordTable<NonNullable<Person["ageAt"]>> = {
  onset: word("at onset", "起病时"),
  fracture: word("at fracture", "骨折时"),
  delivery: word("at delivery", "分娩时"),
  presentation: word("at presentation", "就诊时"),
  diagnosis: word("at diagnosis", "诊断时"),
  notStated: word("reference point not stated", "未说明何时"),
};

export const menopauseWords: WordTable<NonNullable<Person["menopause"]>> = {
  pre: word("premenopausal", "绝经前"),
  post: word("postmenopausal", "绝经后"),
};

export const deliveryModeWords: WordTable<NonNullable<Pregnancy["deliveryMode"]>> = {
  vaginal: word("vaginal delivery", "顺产"),
  caesarean: word("caesarean section", "剖宫产"),
  notReported: word("not reported", "未报告"),
};

export const conceptionWords: WordTable<NonNullable<Pregnancy["conception"]>> = {
  spontaneous: word("spontaneous conception", "自然受孕"),
  assisted: word("assisted conception", "辅助生殖"),
  notReported: word("not reported", "未报告"),
};

export const lactationIntensityWords: WordTable<NonNullable<Lactation["intensity"]>> = {
  exclusive: word("exclusive breastfeeding", "纯母乳喂养"),
  mixed: word("mixed feeding", "混合喂养"),
  notStated: word("not stated", "未说明"),
};

export const pregnancyPlanWords: WordTable<Plan> = {
  wished: word("wished", "有再生育意愿"),
  notWished: word("not wished", "无再生育意愿"),
  undecided: word("undecided", "未决定"),
  notReported: word("not reported", "未报告"),
};

export const contraceptionWords: WordTable<Contraception> = {
  yes: word("in use", "采用"),
  no: word("not used", "未采用"),
  notNeeded: word("not needed", "不需要"),
  notReported: word("not reported", "未报告"),
};
