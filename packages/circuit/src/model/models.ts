import { calciumBone } from "./calcium-bone.ts";
import { circuit } from "./circuit.ts";
import { jorg2022 } from "./companions/jorg2022.ts";
import { mori2018 } from "./companions/mori2018.ts";
import { wang2023 } from "./companions/wang2023.ts";
import type { ModelDescription } from "./description.ts";

/** Every model that the build makes a kernel of; the name is the file's. */
export const models: readonly ModelDescription[] = [calciumBone, circuit, mori2018, wang2023, jorg2022];
