import { calciumBone } from "./calcium-bone.ts";
import { composed } from "./compose.ts";
import type { ModelDescription } from "./description.ts";
import { lactationAxis } from "./lactation-axis.ts";

/** The circuit: the calcium-bone model under the brain axis of lactation, pregnancy, alendronate and calcium by mouth. */
export const circuit: ModelDescription = composed("circuit", calciumBone, [lactationAxis]);
