import type { Phrase, Text } from "@materbone/clinical";
import type { PlaceOf } from "../../parts/place-words.ts";

export const conflictWords = {
  place: { en: "Place", zh: "位置" },
  base: { en: "Before", zh: "原内容" },
  mine: { en: "Yours", zh: "您的修改" },
  theirs: { en: "Saved meanwhile", zh: "他人已保存" },
  takeMine: { en: "Take yours", zh: "采用您的修改" },
  takeTheirs: { en: "Take theirs", zh: "采用他人内容" },
  merge: { en: "Merge and save", zh: "合并并保存" },
  auto: { en: "These merge by themselves", zh: "以下内容自动合并" },
  undo: {
    en: "Nothing is lost: undo (Ctrl+Z) brings your version back, and theirs stays in the history.",
    zh: "不会丢失任何内容：撤销（Ctrl+Z）可恢复您的版本，他人的版本保留在修订记录中。",
  },
  added: { en: "added", zh: "新增" },
  kept: { en: "kept as it was", zh: "保持不变" },
  removed: { en: "taken out", zh: "已移除" },
  decide: { en: "Choose one side at every place first.", zh: "请先逐处作出选择。" },
} as const satisfies Record<string, Text>;

export const conflictTitles: Readonly<Record<PlaceOf, Text>> = {
  case: { en: "Two versions of this record", zh: "本病例有两个版本" },
  series: { en: "Two versions of this series", zh: "本系列有两个版本" },
  literature: { en: "Two versions of the literature", zh: "文献库有两个版本" },
};

const SAVED: Readonly<Record<PlaceOf, Text>> = {
  case: { en: "this record", zh: "该记录" },
  series: { en: "this series", zh: "该系列" },
  literature: { en: "the literature", zh: "文献库" },
};

export const conflictText: Phrase<{
  readonly of: PlaceOf;
  readonly by: string;
  readonly clock: string;
  readonly count: number;
}> = {
  en: ({ of, by, clock, count }, t) =>
    `${by === "" ? "Someone" : by} saved ${SAVED[of].en}${clock === "" ? "" : ` at ${clock}`} while you worked. ${
      count === 0
        ? "No place was changed by both."
        : `Both of you changed ${count} ${t.count(count, "place", "places")}: choose.`
    }`,
  zh: ({ of, by, clock, count }) =>
    `您编辑期间，${by === "" ? "他人" : by}${clock === "" ? "" : `于 ${clock}`}保存了${SAVED[of].zh}。${
      count === 0 ? "双方没有修改同一处。" : `有 ${count} 处双方都作了修改，请选择。`
    }`,
};
export const choiceOf: Phrase<{ readonly place: string }> = {
  en: ({ place }) => `Which version of ${place}?`,
  zh: ({ place }) => `${place}：采用哪个版本？`,
};
