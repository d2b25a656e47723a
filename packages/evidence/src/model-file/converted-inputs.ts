import type { EffectOrigin } from "../effect-size/effect-origin.ts";
import type { DataTable } from "./data-table.ts";
import type { ConvertedInputs } from "./effects-of.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import type { ConversionInput } from "./model-schema.ts";

/** Means and SDs computed from medians. */
export function convertedInputs(
  conversions: readonly ConversionInput[],
  _table: DataTable,
  _places: readonly number[],
):
  | { readonly kind: "converted"; readonly inputs: ConvertedInputs }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] } {
  const inputs = new Map<string, { values: (number | undefined)[]; origins: (EffectOrigin | undefined)[] }>();
  if (conversions.length > 0) throw new Error("not yet");
  return { kind: "converted", inputs };
}
