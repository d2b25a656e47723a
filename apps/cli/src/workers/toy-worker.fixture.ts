import { toySimulatorOf } from "../../../../packages/circuit/src/population/toy-women.fixture.ts";
import { serveBatches } from "./serve-batches.ts";

serveBatches(toySimulatorOf);
