import type { Phrase, Text } from "@materbone/clinical";
import type { RevisionKind } from "@materbone/registry";

export const historyWords = {
  title: { en: "History", zh: "修订记录" },
  whose: { en: "Revisions of", zh: "修订对象" },
  head: { en: "the series itself (methods, intervals, claims)", zh: "系列本身（方法、参考区间、论断）" },
  deletedMark: { en: "deleted", zh: "已删除" },
  intro: {
    en: "Every save is kept here for good, newest first. Undoing adds a new revision; nothing is ever taken out of the list.",
    zh: "每次保存都永久保留，最新在前。撤销会生成一个新版本，列表中的记录不会消失。",
  },
  empty: { en: "Nothing has been saved yet.", zh: "尚无保存记录。" },
  place: { en: "Place", zh: "位置" },
  before: { en: "Before", zh: "修改前" },
  after: { en: "After", zh: "修改后" },
  why: { en: "Reason", zh: "原因" },
  noWhy: { en: "no reason given", zh: "未填写原因" },
  nobody: { en: "author not set", zh: "未设置作者" },
  erased: {
    en: "The content was erased by a later purge. That this revision existed, when and by whom, stays, and so does its digest.",
    zh: "内容已被此后的彻底清除抹去；该版本曾经存在、保存时间、作者及摘要值仍保留。",
  },
  noChanges: { en: "The content did not change.", zh: "内容没有变化。" },
  hash: { en: "Digest", zh: "摘要值" },
  fullHash: { en: "show all of it", zh: "显示全部" },
  shortHash: { en: "shorten", zh: "收起" },
  current: { en: "current", zh: "当前" },
  undoTo: { en: "Return to this revision", zh: "恢复到此版本" },
  remove: { en: "Delete", zh: "删除" },
  restore: { en: "Restore", zh: "恢复" },
  purge: { en: "Erase for good", zh: "彻底清除" },
  cancel: { en: "Cancel", zh: "取消" },
  undoText: {
    en: "The content of that revision becomes the current one, as a new revision. What was saved since stays in the list.",
    zh: "该版本的内容将成为当前内容，并生成一个新版本；之后的版本仍保留在列表中。",
  },
  removeText: {
    en: "It is hidden from lists, tables and exports, and can be restored here at any time. Deleting a series hides its women with it.",
    zh: "将不再出现在列表、表格与导出文件中，可随时在此恢复。删除系列时，其病例一并隐藏。",
  },
  purgeText: {
    en: "Erased: the content of every revision and every draft; for a series, of all its women too. Claims and decisions on findings that name a woman leave her series with her; earlier revisions of the series keep them. The file is compacted, so that nothing of it is left there. What remains: that it existed, when it was saved and by whom, and who erased it and why; the chain still verifies. Earlier backups are not touched. This cannot be undone.",
    zh: "将抹去：全部版本和草稿的内容；若为系列，则包括其全部病例。系列中涉及该病例的论断和疑问处理一并移除，但系列的旧版本中仍会保留。数据库文件随后压缩，不留残余。保留：曾经存在、何时由谁保存、由谁因何清除；校验链仍可验证。此前的备份不受影响。此操作不可撤销。",
  },
  reason: { en: "Reason (no patient’s name)", zh: "原因（勿写患者姓名）" },
  reasonNeeded: { en: "A reason is needed.", zh: "请填写原因。" },
  confirm: { en: "Type the id to confirm", zh: "请输入编号以确认" },
  stale: {
    en: "Someone saved in between. The list below is up to date now; look at the newest revision and decide again.",
    zh: "期间有人保存了新内容。下方列表已更新，请查看最新版本后再决定。",
  },
  newer: { en: "Newer", zh: "较新" },
  older: { en: "Older", zh: "较早" },
  pages: { en: "Pages of the history", zh: "修订记录分页" },
  done: { en: "Done. It is a revision of its own, at the top of the list.", zh: "已完成，新版本列于最上方。" },
  purged: { en: "Erased.", zh: "已彻底清除。" },
  openRecord: { en: "Open the record", zh: "打开记录" },
} as const satisfies Record<string, Text>;

export const revisionKindWords: Readonly<Record<RevisionKind, Text>> = {
  created: { en: "created", zh: "新建" },
  changed: { en: "changed", zh: "修改" },
  undone: { en: "returned to an earlier state", zh: "恢复旧版本" },
  deleted: { en: "deleted", zh: "删除" },
  restored: { en: "restored", zh: "恢复" },
  purged: { en: "erased for good", zh: "彻底清除" },
};

export const historySays = {
  revision: {
    en: ({ revision }) => `Revision ${revision}`,
    zh: ({ revision }) => `第${revision}版`,
  } satisfies Phrase<{ readonly revision: number }>,
  undoTitle: {
    en: ({ revision }) => `Return to revision ${revision}?`,
    zh: ({ revision }) => `恢复到第${revision}版？`,
  } satisfies Phrase<{ readonly revision: number }>,
  removeTitle: {
    en: ({ id }) => `Delete ${id}?`,
    zh: ({ id }) => `删除 ${id}？`,
  } satisfies Phrase<{ readonly id: string }>,
  purgeTitle: {
    en: ({ id }) => `Erase ${id} for good?`,
    zh: ({ id }) => `彻底清除 ${id}？`,
  } satisfies Phrase<{ readonly id: string }>,
  deletedBy: {
    en: ({ by, at, why }) => `Deleted ${at}${by === "" ? "" : ` by ${by}`}: ${why}`,
    zh: ({ by, at, why }) => `${at} ${by === "" ? "" : `由 ${by} `}删除，原因：${why}`,
  } satisfies Phrase<{ readonly by: string; readonly at: string; readonly why: string }>,
  page: {
    en: ({ from, to, total }) => `${from}–${to} of ${total}`,
    zh: ({ from, to, total }) => `第 ${from}～${to} 条，共 ${total} 条`,
  } satisfies Phrase<{ readonly from: number; readonly to: number; readonly total: number }>,
  added: {
    en: ({ n }, t) => `${n} ${t.count(n, "entry", "entries")} added`,
    zh: ({ n }) => `新增 ${n} 项`,
  } satisfies Phrase<{ readonly n: number }>,
  taken: {
    en: ({ n }, t) => `${n} ${t.count(n, "entry", "entries")} taken out`,
    zh: ({ n }) => `删去 ${n} 项`,
  } satisfies Phrase<{ readonly n: number }>,
  more: {
    en: ({ n }, t) => `Show ${n} ${t.count(n, "field", "fields")}`,
    zh: ({ n }) => `显示 ${n} 处内容`,
  } satisfies Phrase<{ readonly n: number }>,
} as const;
