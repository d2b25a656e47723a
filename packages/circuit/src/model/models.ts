import { calciumBone } from "./calcium-bone.ts";
import { circuit } from "./circuit.ts";
import type { ModelDescription } from "./description.ts";

/** Every model that the build makes a kernel of; the name is the file's. */
export const models: readonly ModelDescription[] = [calciumBone, circuit];
