export { type CollectedEffects, collectEffects } from "./effect-size/collect-effects.ts";
export type { EffectOrigin, MedianMethod } from "./effect-size/effect-origin.ts";
export type { EffectSizeRow, EffectValue, NoEffectReason } from "./effect-size/effect-size-row.ts";
export { type EffectSizeOptions, effectSizes } from "./effect-size/effect-sizes.ts";
export {
  type ColumnName,
  type EffectColumns,
  MEASURES,
  type Measure,
  type MeasureInfo,
  type VarianceType,
} from "./effect-size/measures.ts";
export { smallSampleCorrection } from "./effect-size/small-sample-correction.ts";
