import type { Terms, Text } from "@materbone/clinical";

const same = (symbol: string): Text => ({ en: symbol, zh: symbol });

/** The name of an analysis beside the fit. */
export function extraName(kind: string, terms: Terms): string {
  return terms.text(names[kind] ?? same(kind));
}

/** Keys whose parts are columns and coefficients, which have names of their own. */
const NAMED_BY_MODEL: ReadonlySet<string> = new Set(["at", "dfbs", "coefficients", "estimates", "se"]);

/** What a number of an analysis is called; a part stands after a point, `fit.p`. */
export function extraKey(key: string, terms: Terms): string {
  const [first, ...rest] = key.split(".");
  const called = (one: string): string => (Object.hasOwn(keys, one) ? terms.text(keys[one]) : one);
  if (rest.length === 0) return called(first);
  const part = rest.join(".");
  return `${called(first)} ${NAMED_BY_MODEL.has(first) ? part : called(part)}`;
}

/** A word that a key takes; text of the data, as labels and groups, stands as it is. */
export function extraValue(key: string, value: string, terms: Terms): string {
  const words = Object.hasOwn(values, key) ? values[key] : undefined;
  return words !== undefined && Object.hasOwn(words, value) ? terms.text(words[value]) : value;
}

export function yesOrNo(value: boolean, terms: Terms): string {
  return terms.text(value ? { en: "yes", zh: "是" } : { en: "no", zh: "否" });
}

const names: Readonly<Record<string, Text>> = {
  predict: { en: "Predictions", zh: "预测" },
  fitted: { en: "Fitted means", zh: "拟合均值" },
  residuals: { en: "Standardised residuals", zh: "标准化残差" },
  leaveOneOut: { en: "Leaving out one row at a time", zh: "逐一剔除" },
  cumulative: { en: "Cumulative fits", zh: "累积分析" },
  influence: { en: "Influence of single rows", zh: "单项影响" },
  blup: { en: "Shrunken effects", zh: "收缩估计" },
  profile: { en: "Profile-likelihood intervals", zh: "轮廓似然区间" },
  egger: { en: "Regression test for small-study effects", zh: "小样本效应回归检验" },
  rankTest: { en: "Rank test for small-study effects", zh: "小样本效应秩检验" },
  trimAndFill: { en: "Trim and fill", zh: "剪补法" },
  failsafe: { en: "Fail-safe N", zh: "失安全数" },
  henmiCopas: { en: "Henmi and Copas", zh: "Henmi-Copas 法" },
  excessSignificance: { en: "Excess significance", zh: "过度显著性检验" },
  permutation: { en: "Permutation test", zh: "置换检验" },
  bootstrap: { en: "Parametric bootstrap", zh: "参数自助法" },
  bayes: { en: "Bayesian random effects", zh: "贝叶斯随机效应" },
  shrunkenSlopes: { en: "Shrunken slopes", zh: "收缩斜率" },
  subgroups: { en: "Subgroups", zh: "亚组分析" },
};

const keys: Readonly<Record<string, Text>> = {
  row: { en: "row", zh: "行" },
  label: { en: "label", zh: "标签" },
  at: { en: "at", zh: "取值" },
  name: { en: "name", zh: "名称" },
  k: same("k"),
  n: same("n"),
  df: same("df"),
  p: same("p"),
  z: same("z"),
  y: same("y"),
  yi: same("yi"),
  vi: same("vi"),
  se: { en: "SE", zh: "标准误" },
  sd: { en: "SD", zh: "标准差" },
  estimate: { en: "estimate", zh: "估计值" },
  estimates: { en: "estimate", zh: "估计值" },
  statistic: { en: "statistic", zh: "统计量" },
  residual: { en: "residual", zh: "残差" },
  mean: { en: "mean", zh: "均值" },
  median: { en: "median", zh: "中位数" },
  lower: { en: "lower", zh: "下限" },
  upper: { en: "upper", zh: "上限" },
  ciLower: { en: "CI lower", zh: "置信下限" },
  ciUpper: { en: "CI upper", zh: "置信上限" },
  piLower: { en: "prediction lower", zh: "预测下限" },
  piUpper: { en: "prediction upper", zh: "预测上限" },
  piRileyLower: { en: "prediction lower (Riley)", zh: "预测下限（Riley）" },
  piRileyUpper: { en: "prediction upper (Riley)", zh: "预测上限（Riley）" },
  tau2: same("τ²"),
  i2: same("I² (%)"),
  h2: same("H²"),
  qe: same("Q"),
  qep: { en: "p of Q", zh: "Q 的 p" },
  hat: { en: "leverage", zh: "杠杆值" },
  weight: { en: "weight (%)", zh: "权重（%）" },
  flagged: { en: "influential", zh: "有影响" },
  rstudent: { en: "deleted residual", zh: "删除残差" },
  dffits: same("DFFITS"),
  cookD: { en: "Cook's distance", zh: "Cook 距离" },
  covR: { en: "covariance ratio", zh: "协方差比" },
  tau2Del: { en: "τ² without it", zh: "剔除后 τ²" },
  qeDel: { en: "Q without it", zh: "剔除后 Q" },
  dfbs: same("DFBETAS"),
  fit: { en: "fit", zh: "拟合" },
  ownShare: { en: "share of its own data", zh: "自身数据占比" },
  ownWeight: { en: "share of her own data", zh: "自身数据占比" },
  orderBy: { en: "in the order of", zh: "排序依据" },
  exact: { en: "exact", zh: "精确" },
  arrangements: { en: "arrangements", zh: "排列数" },
  seed: { en: "seed", zh: "随机种子" },
  asymptoticP: { en: "p of the fit", zh: "原拟合 p" },
  omnibusP: { en: "p of all moderators", zh: "总体检验 p" },
  failed: { en: "refits that did not settle", zh: "未收敛次数" },
  predictor: { en: "predictor", zh: "预测变量" },
  model: { en: "model", zh: "模型" },
  slope: { en: "slope", zh: "斜率" },
  slopeVariance: { en: "variance of the slope", zh: "斜率方差" },
  limit: { en: "limit of a study without error", zh: "无误差研究的极限值" },
  tau: same("τ"),
  distribution: { en: "distribution", zh: "分布" },
  side: { en: "side filled", zh: "补充侧" },
  estimator: { en: "estimator", zh: "估计方法" },
  precision: { en: "precision", zh: "迭代精度" },
  k0: { en: "studies filled in", zh: "补充研究数" },
  seK0: { en: "SE of the number", zh: "补充数标准误" },
  pK0: { en: "p of the number", zh: "补充数 p" },
  method: { en: "method", zh: "方法" },
  target: { en: "target", zh: "目标值" },
  observed: { en: "significant, observed", zh: "实际显著数" },
  expected: { en: "significant, expected", zh: "预期显著数" },
  power: { en: "power of each study", zh: "各研究功效" },
  column: { en: "column", zh: "列" },
  group: { en: "group", zh: "组" },
  between: { en: "difference between groups", zh: "组间差异" },
  tauPrior: { en: "prior of τ", zh: "τ 的先验" },
  muPrior: { en: "prior of the mean effect", zh: "平均效应的先验" },
  mu: { en: "mean effect", zh: "平均效应" },
  predictive: { en: "effect of a new study", zh: "新研究的效应" },
  probabilityAbove0: { en: "probability that the mean effect is above 0", zh: "平均效应大于 0 的概率" },
  predictiveAbove0: { en: "probability that a new effect is above 0", zh: "新研究效应大于 0 的概率" },
  scale: { en: "scale", zh: "尺度" },
  component: { en: "component", zh: "成分" },
  inner: { en: "level", zh: "水平" },
  parameter: { en: "parameter", zh: "参数" },
  of: { en: "of", zh: "对象" },
  effects: { en: "effects", zh: "效应" },
  lowerAtBound: { en: "lower at the bound", zh: "下限位于边界" },
  upperAtBound: { en: "upper at the bound", zh: "上限位于边界" },
  fitted: { en: "fitted", zh: "拟合值" },
  time: { en: "time", zh: "时间" },
  visits: { en: "visits", zh: "随访次数" },
  measurementSd: { en: "SD of a measurement", zh: "单次测量标准差" },
  pooled: { en: "pooled slope", zh: "合并斜率" },
  pooledSe: { en: "SE of the pooled slope", zh: "合并斜率标准误" },
  shrunken: { en: "shrunken", zh: "收缩值" },
  shrunkenSe: { en: "SE of the shrunken", zh: "收缩值标准误" },
  withoutSlope: { en: "without a slope", zh: "无法求斜率者" },
  coefficients: { en: "coefficients", zh: "系数" },
  filled: { en: "effects filled in", zh: "补充的效应" },
  withoutGroup: { en: "rows without a group", zh: "无分组的行" },
};

const precision = { metafor: same("metafor"), full: { en: "full", zh: "完全" } };
const sizes: Readonly<Record<string, Text>> = {
  sei: { en: "standard error", zh: "标准误" },
  vi: { en: "variance", zh: "方差" },
  ni: { en: "sample size", zh: "样本量" },
  ninv: { en: "1 / sample size", zh: "样本量倒数" },
  sqrtni: { en: "square root of the sample size", zh: "样本量平方根" },
  sqrtninv: { en: "1 / square root of the sample size", zh: "样本量平方根倒数" },
};
const priors: Readonly<Record<string, Text>> = {
  halfNormal: { en: "half-normal", zh: "半正态" },
  halfCauchy: { en: "half-Cauchy", zh: "半柯西" },
  uniform: { en: "uniform", zh: "均匀" },
  flat: { en: "flat", zh: "平坦" },
  normal: { en: "normal", zh: "正态" },
};

const values: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  tau2: {
    common: { en: "common to the groups", zh: "各组共用" },
    separate: { en: "one for each group", zh: "各组分别估计" },
  },
  predictor: sizes,
  model: {
    rma: { en: "meta-regression", zh: "Meta 回归" },
    lm: { en: "weighted least squares", zh: "加权最小二乘" },
  },
  distribution: {
    exact: { en: "exact", zh: "精确" },
    normal: { en: "normal approximation", zh: "正态近似" },
  },
  side: { left: { en: "left", zh: "左侧" }, right: { en: "right", zh: "右侧" } },
  precision,
  parameter: {
    variance: { en: "variance", zh: "方差" },
    correlation: { en: "correlation", zh: "相关系数" },
    sd: { en: "SD", zh: "标准差" },
    coefficient: { en: "coefficient", zh: "系数" },
  },
  kind: priors,
};
