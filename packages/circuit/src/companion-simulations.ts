import type { Text } from "@materbone/clinical";
import { jorg2022 } from "./generated/jorg2022.ts";
import { mori2018 } from "./generated/mori2018.ts";
import { wang2023 } from "./generated/wang2023.ts";
import {
  type CompanionKnowledge,
  companionSources,
  companionVersion,
  jorg2022Knowledge,
  mori2018Knowledge,
  wang2023Knowledge,
} from "./model/companions/knowledge.ts";
import type { ModelKernel } from "./model-kernel.ts";
import { nameFacts } from "./name-facts.ts";
import type { SimulationModel } from "./simulation-model.ts";

const HOURS_PER_DAY = 24;
/** The year of 365 days that Jörg's model counts ages in. */
const YEAR_HOURS = 365 * HOURS_PER_DAY;

/** Published models of other groups, to be run beside the reference model and never blended with it. */
export const companionSimulations: readonly SimulationModel[] = [
  companion(mori2018, mori2018Knowledge, {
    en: "Zoledronate, TRACP-5b and lumbar-spine BMD in older Japanese patients (Mori 2018)",
    zh: "老年日本患者的唑来膦酸、TRACP-5b与腰椎骨密度（Mori 2018）",
  }),
  companion(
    wang2023,
    wang2023Knowledge,
    {
      en: "Zoledronate and lumbar-spine BMD in ten trials (Wang 2023)",
      zh: "10项试验中的唑来膦酸与腰椎骨密度（Wang 2023）",
    },
    {
      en: "its formation of bone falls with the time since the start of the trial",
      zh: "其骨形成随试验开始后的时间下降",
    },
  ),
  companion(
    jorg2022,
    jorg2022Knowledge,
    {
      en: "Bone cells and total-hip BMD over a life, with drugs in sequence (Jörg 2022)",
      zh: "一生中的骨细胞与全髋骨密度及序贯用药（Jörg 2022）",
    },
    {
      en: "bone density is what formation less resorption adds up to over a life, and nothing draws it back to a level",
      zh: "骨密度为一生中形成减去吸收的累积，没有使其回到某一水平的作用",
    },
  ),
];

function companion(
  kernel: ModelKernel,
  { parameters, names, doseRoutes }: CompanionKnowledge,
  title: Text,
  noRest?: Text,
): SimulationModel {
  return {
    name: kernel.name,
    title,
    version: companionVersion,
    kernel,
    modelYearHours: YEAR_HOURS,
    facts: nameFacts(parameters, names, companionSources, []),
    doseRoutes,
    ...(noRest === undefined ? {} : { noRest }),
  };
}
