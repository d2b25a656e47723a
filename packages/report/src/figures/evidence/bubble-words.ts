import type { Phrase } from "@materbone/clinical";

export const BUBBLE_KEY = {
  area: { en: "The area of a mark is its weight.", zh: "标记面积表示权重。" },
  ci: { en: "Inner band: confidence interval of the line.", zh: "内侧色带：回归线的置信区间。" },
  pi: { en: "Outer band with dotted edges: prediction interval.", zh: "点线边缘的外侧色带：预测区间。" },
} as const;

export const NO_MODERATOR: Phrase<{ readonly moderator: string; readonly names: string }> = {
  en: ({ moderator, names }) => `Not drawn, without a value for ${moderator}: ${names}.`,
  zh: ({ moderator, names }) => `因缺少“${moderator}”而未画出：${names}。`,
};

type LineFacts = {
  readonly from: string;
  readonly to: string;
  readonly first: string;
  readonly last: string;
};

export const LINE_SENTENCE: Phrase<LineFacts> = {
  en: ({ from, to, first, last }) => `The line goes from ${first} at ${from} to ${last} at ${to}.`,
  zh: ({ from, to, first, last }) => `回归线由${from}处的${first}到${to}处的${last}。`,
};

export const BUBBLE_SUMMARY: Phrase<{
  readonly quantity: string;
  readonly moderator: string;
  readonly studies: number;
}> = {
  en: ({ quantity, moderator, studies }, terms) =>
    `Bubble plot of ${quantity} against ${moderator}, ${studies} ${terms.count(studies, "effect", "effects")}.`,
  zh: ({ quantity, moderator, studies }) => `${quantity}与${moderator}的气泡图，${studies}个效应值。`,
};

export const LINE_ROW = { en: "Regression line", zh: "回归线" } as const;
