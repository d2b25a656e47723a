import type { Phrase, Text } from "@materbone/clinical";

export const findingsWords = {
  title: { en: "Findings", zh: "疑问" },
  lead: {
    en: "Questions that general rules raise about the record. None corrects a value: explain why it is right, accept it as a limit, or mend the record.",
    zh: "由通用规则提出的疑问，不会更改任何数值。可说明原因、作为局限接受，或修改记录。",
  },
  filters: { en: "Filters", zh: "筛选" },
  severity: { en: "Severity", zh: "级别" },
  state: { en: "State", zh: "状态" },
  woman: { en: "Woman", zh: "病例" },
  rule: { en: "Rule", zh: "规则" },
  all: { en: "All", zh: "全部" },
  groupBy: { en: "Group by", zh: "分组" },
  byRule: { en: "question", zh: "按疑问" },
  byWoman: { en: "woman", zh: "按病例" },
  series: { en: "Series as a whole", zh: "全系列" },
  clear: { en: "Clear all filters", zh: "清除全部筛选" },
  none: { en: "No rule raised a question about this series.", zh: "规则未对本系列提出疑问。" },
  noneText: {
    en: "That does not prove the record complete: rules look only at what they know.",
    zh: "这并不表示记录完整无误，规则只核对其已知的方面。",
  },
  noMatch: { en: "No finding fits these filters.", zh: "没有符合筛选条件的疑问。" },
  explain: { en: "Explain", zh: "说明" },
  accept: { en: "Accept", zh: "接受" },
  explainAll: { en: "Explain all", zh: "全部说明" },
  acceptAll: { en: "Accept all", zh: "全部接受" },
  takeBack: { en: "Take the review back", zh: "撤回核对意见" },
  explainLabel: { en: "Why the record is right as it stands", zh: "记录无误的理由" },
  acceptLabel: { en: "What is accepted as a limit, and why", zh: "作为局限接受的内容及理由" },
  noteHint: {
    en: "Stands in the report beside the question. No names, no hospital numbers.",
    zh: "将与该疑问一同列入报告。请勿填写姓名、住院号等身份信息。",
  },
  noteNeeded: { en: "Write a reason first.", zh: "请先填写理由。" },
  save: { en: "Save", zh: "保存" },
  cancel: { en: "Cancel", zh: "取消" },
  facts: { en: "Facts, rule and source", zh: "依据、规则与来源" },
  ruleAsks: { en: "The rule asks", zh: "规则" },
  source: { en: "Source", zh: "来源" },
  place: { en: "Place", zh: "位置" },
  showFewer: { en: "Show fewer", zh: "收起" },
  keys: { en: "Keyboard", zh: "键盘操作" },
  keysText: {
    en: "Inside the list: ↓ or j next finding, ↑ or k previous, Enter go to its place, e explain, a accept. In a note: Ctrl+Enter save, Esc cancel. The same is done by the buttons.",
    zh: "在列表内：↓ 或 j 下一条，↑ 或 k 上一条，Enter 跳到该处，e 说明，a 接受；填写时：Ctrl+Enter 保存，Esc 取消。以上均有对应按钮。",
  },
  changesTitle: { en: "Since you last looked", zh: "自上次查看以来" },
  seen: { en: "Mark as seen", zh: "标为已阅" },
  resolved: { en: "resolved", zh: "已消除" },
  raised: { en: "raised", zh: "新出现" },
  reviewed: { en: "review changed", zh: "核对意见有变" },
  listTitle: { en: "List of findings", zh: "疑问列表" },
  saving: { en: "Saving…", zh: "正在保存…" },
  unchanged: { en: "No finding changed since the saved version.", zh: "与已保存的版本相比，疑问没有变化。" },
  sinceSaved: { en: "What this edit does", zh: "本次编辑的影响" },
  seriesHint: {
    en: "Questions about the series as a whole stand in the inbox.",
    zh: "关于全系列的疑问见“疑问”页。",
  },
  inbox: { en: "Open the inbox of the series", zh: "打开全系列的疑问页" },
  noneCase: { en: "No rule raises a question about this record.", zh: "规则未对本记录提出疑问。" },
} as const satisfies Record<string, Text>;

export const sayCount: Phrase<{ readonly shown: number; readonly total: number }> = {
  en: ({ shown, total }, t) =>
    shown === total
      ? `${total} ${t.count(total, "finding", "findings")}`
      : `${shown} of ${total} ${t.count(total, "finding", "findings")}`,
  zh: ({ shown, total }) => (shown === total ? `共 ${total} 条` : `${shown} 条（共 ${total} 条）`),
};

/** How many findings a group holds and about how many women. */
export const sayGroup: Phrase<{ readonly findings: number; readonly women: number }> = {
  en: ({ findings, women }, t) => {
    const count = `${findings} ${t.count(findings, "finding", "findings")}`;
    return women < 2 ? count : `${count}, ${women} women`;
  },
  zh: ({ findings, women }) => (women < 2 ? `${findings} 条` : `${findings} 条，涉及 ${women} 例`),
};

export const sayMore: Phrase<{ readonly more: number }> = {
  en: ({ more }) => `Show ${more} more`,
  zh: ({ more }) => `再显示 ${more} 条`,
};

export const sayNoted: Phrase<{ readonly by: string | undefined; readonly on: string | undefined }> = {
  en: ({ by, on }) => [by, on].filter((part) => part !== undefined && part !== "").join(", "),
  zh: ({ by, on }) => [by, on].filter((part) => part !== undefined && part !== "").join("，"),
};

/** What a review did, for those who hear it. */
export const sayReviewed: Phrase<{
  readonly count: number;
  readonly state: "explained" | "accepted" | "open";
  readonly open: number;
}> = {
  en: ({ count, state, open }, t) =>
    `${count} ${t.count(count, "finding", "findings")} now ${t.word("findingState", state)}; ${open} open.`,
  zh: ({ count, state, open }, t) => `${count} 条已改为“${t.word("findingState", state)}”，尚有 ${open} 条待核实。`,
};

/** What a change did: "resolves 2 and raises 1". */
export const sayChange: Phrase<{ readonly resolved: number; readonly raised: number }> = {
  en: ({ resolved, raised }, t) => {
    const parts = [...(resolved === 0 ? [] : [`resolves ${resolved}`]), ...(raised === 0 ? [] : [`raises ${raised}`])];
    const last = raised === 0 ? resolved : raised;
    return `This edit ${t.list(parts)} ${t.count(last, "finding", "findings")}.`;
  },
  zh: ({ resolved, raised }) => {
    const parts = [
      ...(resolved === 0 ? [] : [`消除 ${resolved} 条疑问`]),
      ...(raised === 0 ? [] : [`新增 ${raised} 条疑问`]),
    ];
    return `本次编辑${parts.join("，")}。`;
  },
};

export const sayTooMany: Phrase<{ readonly women: number; readonly limit: number; readonly series: string }> = {
  en: ({ women, limit, series }) =>
    `This series holds ${women} women; the inbox opens up to ${limit} at once. List the women with open findings on the board, or read all of them on the command line: export the series and run “materbone check ${series}.json”.`,
  zh: ({ women, limit, series }) =>
    `本系列共 ${women} 例，本页一次最多打开 ${limit} 例。可在病例页按疑问级别筛选；如需全部核对，请导出系列后在命令行运行“materbone check ${series}.json”。`,
};
