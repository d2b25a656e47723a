import type { Phrase, Text } from "@materbone/clinical";

export const saveWords = {
  bar: { en: "Saving and undoing", zh: "保存与撤销" },
  save: { en: "Save", zh: "保存" },
  nothingSaved: { en: "As shipped; nothing of your own is saved", zh: "程序自带内容，尚无自己的保存" },
  saving: { en: "Saving…", zh: "正在保存…" },
  changed: { en: "Changed; a draft is being kept…", zh: "有改动，正在暂存草稿…" },
  conflict: {
    en: "Someone saved in between. Decide the places below, then it is saved.",
    zh: "编辑期间他人已保存。请在下方逐处选择，随后保存。",
  },
  refused: { en: "Not saved", zh: "未保存" },
  unkept: {
    en: "Not saved, and the draft could not be kept; trying again every few seconds…",
    zh: "尚未保存，草稿也未能暂存，每隔数秒自动重试…",
  },
  why: { en: "Reason (optional)", zh: "修改原因（选填）" },
  undo: { en: "Undo", zh: "撤销" },
  redo: { en: "Redo", zh: "重做" },
  more: { en: "More", zh: "更多" },
  revert: { en: "Back to what was saved", zh: "恢复到已保存内容" },
  simulate: { en: "Simulate her course", zh: "模拟其病程" },
  history: { en: "History of this record", zh: "本病例修订记录" },
  export: { en: "Export as JSON", zh: "导出 JSON" },
  remove: { en: "Delete this woman…", zh: "删除本病例…" },
  removeTitle: { en: "Delete this woman's record?", zh: "删除本病例？" },
  removeText: {
    en: "It leaves the lists and can be restored from here or from the history. Nothing is erased; claims and decisions on findings about her wait for her in the series.",
    zh: "删除后不再出现在列表中，可在此处或修订记录中恢复，内容不会被清除；系列中有关该病例的论断和疑问处理予以保留，恢复后继续有效。",
  },
  removeWhy: { en: "Why is it deleted?", zh: "删除原因" },
  removeDo: { en: "Delete", zh: "删除" },
  cancel: { en: "Cancel", zh: "取消" },
  whyNeeded: { en: "Give a reason; it stands in the history.", zh: "请填写原因，将记入修订记录。" },
  takeOver: { en: "Go on with it here", zh: "在此继续" },
  discard: { en: "Discard it", zh: "丢弃" },
  keepAsFile: { en: "Keep it as a file", zh: "另存为文件" },
  undone: { en: "Undone.", zh: "已撤销。" },
  redone: { en: "Redone.", zh: "已重做。" },
} as const satisfies Record<string, Text>;

type SavedFacts = { readonly ago: string; readonly revision: number; readonly by: string };

export const savedText: Phrase<SavedFacts> = {
  en: ({ ago, revision, by }) => `Saved ${ago} · revision ${revision}${by === "" ? "" : ` · by ${by}`}`,
  zh: ({ ago, revision, by }) => `${ago}已保存 · 第${revision}版${by === "" ? "" : ` · ${by}`}`,
};

export const agoText: Phrase<{ readonly minutes: number; readonly clock: string }> = {
  en: ({ minutes, clock }) => (minutes < 1 ? "just now" : minutes < 60 ? `${minutes} min ago` : clock),
  zh: ({ minutes, clock }) => (minutes < 1 ? "刚刚" : minutes < 60 ? `${minutes}分钟前` : `${clock} `),
};

export const keptText: Phrase<{ readonly clock: string }> = {
  en: ({ clock }) => `Changes not saved yet · draft kept ${clock}`,
  zh: ({ clock }) => `修改尚未保存 · 草稿已于 ${clock} 暂存`,
};

export const waitingText: Phrase<{ readonly count: number }> = {
  en: ({ count }, t) =>
    `${count} ${t.count(count, "field waits", "fields wait")} and ${t.count(count, "holds", "hold")} up saving:`,
  zh: ({ count }) => `${count} 处内容待更正，更正后方可保存：`,
};

/** What Ctrl+S says when a field holds it up. */
export const notSavedText: Phrase<{ readonly place: string; readonly others: number }> = {
  en: ({ place, others }, t) =>
    `Not saved: “${place}”${others === 0 ? "" : ` and ${others} more ${t.count(others, "field", "fields")}`} must be corrected first.`,
  zh: ({ place, others }) => `未保存：请先更正“${place}”${others === 0 ? "" : `及另外${others}处`}。`,
};

export const resumedText: Phrase<{ readonly clock: string }> = {
  en: ({ clock }) => `Unsaved work of ${clock} goes on.`,
  zh: ({ clock }) => `已接续 ${clock} 未保存的修改。`,
};

export const otherDraftText: Phrase<{ readonly clock: string; readonly by: string }> = {
  en: ({ clock, by }) =>
    `Another window holds unsaved work on this record, last kept ${clock}${by === "" ? "" : ` by ${by}`}.`,
  zh: ({ clock, by }) => `另一窗口中有本记录未保存的修改，最后暂存于 ${clock}${by === "" ? "" : `（${by}）`}。`,
};

/** A draft that this program cannot open: written by another version, or its revision was purged. */
export const unreadableDraftText: Phrase<{ readonly clock: string; readonly by: string }> = {
  en: ({ clock, by }) =>
    `Unsaved work of ${clock}${by === "" ? "" : ` by ${by}`} cannot be opened here. It stays until you discard it.`,
  zh: ({ clock, by }) => `${clock}${by === "" ? "" : `（${by}）`}未保存的修改无法在此打开，丢弃前会一直保留。`,
};

export const behindText: Phrase<{ readonly revision: number; readonly newest: number }> = {
  en: ({ revision, newest }) => `This is revision ${revision}, unchanged; revision ${newest} is the one saved last.`,
  zh: ({ revision, newest }) => `当前为第${revision}版且无改动，最近保存的是第${newest}版。`,
};
