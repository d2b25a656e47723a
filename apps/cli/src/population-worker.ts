import { circuitSimulator } from "@materbone/circuit";
import { serveBatches } from "./workers/serve-batches.ts";

// The program of one thread of `simulate --population`.
serveBatches(circuitSimulator);
