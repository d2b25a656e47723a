import type { AnySeriesRule } from "../rule.ts";
import { attributionOpen } from "./attribution-open.ts";
import { claimNotSupported } from "./claim-not-supported.ts";
import { definitionNeeded } from "./definition-needed.ts";
import { doseOutsideLabelStudy } from "./dose-outside-label-study.ts";
import { ethicsMissing } from "./ethics-missing.ts";
import { inferenceWithoutTest } from "./inference-without-test.ts";
import { outlierEffect } from "./outlier-effect.ts";
import { populationMismatch } from "./population-mismatch.ts";
import { sourceConflict } from "./source-conflict.ts";
import { sourceToVerify } from "./source-to-verify.ts";
import { unitImplausibleInterval } from "./unit-implausible-interval.ts";

/** Rules about the series as a whole, its claims and its literature, in the order their findings are shown. */
export const seriesRules: readonly AnySeriesRule[] = [
  claimNotSupported,
  attributionOpen,
  unitImplausibleInterval,
  populationMismatch,
  sourceConflict,
  sourceToVerify,
  outlierEffect,
  doseOutsideLabelStudy,
  definitionNeeded,
  inferenceWithoutTest,
  ethicsMissing,
];
