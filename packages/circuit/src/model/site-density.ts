import type { ModelAddition } from "./compose.ts";
import type { StateDescription } from "./description.ts";
import { siteDensityParameters } from "./site-density-knowledge.ts";

/** Skeletal sites of the layer, as the names of its parameters end. */
export const densitySites = ["LS", "TH", "FN"] as const;
export type DensitySite = (typeof densitySites)[number];

/** At rest it would be gone, and the woman at birth with it: left out of the search for rest. */
const depletion: StateDescription = {
  name: "depletion",
  unit: "1",
  initial: "depletionStart",
  rate: "-depletionRecovery * depletion / osteoclastRatio",
  accumulates: true,
};

/**
 * Bone density of a site over its level at rest, for lactation and for all drugs: what the remodelling space leaves, times
 * the tissue, times what pregnancy has not taken.
 *
 * The space follows the osteoclasts at once. The tissue gains mineral while turnover is low and loses it while it is high
 * (its age goes with the inverse of turnover, hence the logarithm), gains matrix under daily teriparatide, and is renewed.
 * What pregnancy took comes back as fast as osteoclasts let it.
 *
 * @see docs/decisions/0034-one-density-layer.md
 */
export const siteDensity: ModelAddition = {
  parameters: siteDensityParameters.map(({ name, value, unit }) => ({ name, value, unit })),
  after: {
    states: [depletion, ...densitySites.map(tissueOf)],
    constants: densitySites.map((site) => ({
      name: `densityStart${site}`,
      unit: "1",
      is: `1 - pregnancyDepletion${site} * depletionStart`,
    })),
    quantities: [
      { name: "teriparatideShare", unit: "1", is: "teriparatideRelease / teriparatideReference" },
      ...densitySites.flatMap((site) => [
        { name: `space${site}`, unit: "1", is: `1 / (1 + remodellingSpace${site} * (osteoclastRatio - 1))` },
        {
          name: `density${site}`,
          unit: "1",
          is: `space${site} * tissue${site} * (1 - pregnancyDepletion${site} * depletion)`,
        },
      ]),
    ],
  },
  substitutions: [],
  outputs: densitySites.flatMap((site) => [
    { name: `BMD_${site}`, unit: "1", is: `density${site}` },
    { name: `dBMD_${site}_pct`, unit: "%", is: `100[%] * (density${site} / densityStart${site} - 1)` },
  ]),
};

function tissueOf(site: DensitySite): StateDescription {
  return {
    name: `tissue${site}`,
    unit: "1",
    initial: "1.0",
    rate: `anabolic${site} * teriparatideShare - mineralisation${site} * log(osteoblastRatio) - tissueTurnover * (tissue${site} - 1)`,
  };
}
