import routeData from "../knowledge/dose-routes.json" with { type: "json" };
import outputMeanings from "../knowledge/output-meanings.json" with { type: "json" };
import { hiddenColumns } from "./calibration/site-columns.ts";
import { companionSimulations } from "./companion-simulations.ts";
import { calciumBone } from "./generated/calcium-bone.ts";
import { circuit } from "./generated/circuit.ts";
import {
  calciumBoneParameters,
  calciumBoneSources,
  calciumBoneStates,
  calciumBoneVersion,
} from "./model/calcium-bone/knowledge.ts";
import {
  lactationAxisOutputs,
  lactationAxisParameters,
  lactationAxisSources,
  lactationAxisStates,
} from "./model/lactation-axis-knowledge.ts";
import {
  recalibratedParameters,
  siteDensityOutputs,
  siteDensityParameters,
  siteDensitySources,
  siteDensityStates,
  siteDensityVersion,
} from "./model/site-density-knowledge.ts";
import { nameFacts } from "./name-facts.ts";
import type { DoseRoute, SimulationModel } from "./simulation-model.ts";

/** The year of 8736 h that the release counts ages in. */
const RELEASE_YEAR_HOURS = 8736;

const bodyRoutes: readonly DoseRoute[] = routeData.routes;

/** The circuit, on which women are simulated. */
export const circuitSimulation: SimulationModel = {
  name: "circuit",
  title: {
    en: "Brain-breast-bone circuit: nursing, pregnancy and drugs on the calcium-bone model (a hypothesis)",
    zh: "脑—乳腺—骨环路：在钙-骨模型上叠加哺乳、妊娠与药物（假说）",
  },
  version: siteDensityVersion,
  kernel: circuit,
  modelYearHours: RELEASE_YEAR_HOURS,
  facts: nameFacts(
    // The calibrated values last: they stand for those below of the same name.
    [...calciumBoneParameters, ...lactationAxisParameters, ...siteDensityParameters, ...recalibratedParameters],
    [
      ...calciumBoneStates,
      ...lactationAxisStates,
      ...outputMeanings,
      ...lactationAxisOutputs,
      ...siteDensityStates,
      ...siteDensityOutputs,
    ],
    [...calciumBoneSources, ...lactationAxisSources, ...siteDensitySources],
    routeData.substances,
  ),
  doseRoutes: [...bodyRoutes, ...routeData.circuitRoutes],
  calciumPlaces: routeData.calciumPlaces,
  hidden: hiddenColumns,
};

/** Models that a scenario may name. */
export const simulationModels: readonly SimulationModel[] = [
  {
    name: "calcium-bone",
    title: {
      en: "Calcium, PTH and bone cells (Peterson and Riggs, release of 2017, with a draft of lactation and zoledronate)",
      zh: "钙、PTH与骨细胞（Peterson与Riggs，2017年公开版本，附哺乳与唑来膦酸草案）",
    },
    version: calciumBoneVersion,
    kernel: calciumBone,
    modelYearHours: RELEASE_YEAR_HOURS,
    facts: nameFacts(
      calciumBoneParameters,
      [...calciumBoneStates, ...outputMeanings],
      calciumBoneSources,
      routeData.substances,
    ),
    doseRoutes: bodyRoutes,
    calciumPlaces: routeData.calciumPlaces,
  },
  circuitSimulation,
  ...companionSimulations,
];
