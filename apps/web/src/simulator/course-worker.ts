import type { ScenarioFile } from "@materbone/circuit";
import { simulateCourse } from "./simulate-course.ts";

// The program of one Web Worker: runs one scenario after the other.
addEventListener("message", ({ data }: MessageEvent<ScenarioFile>) => {
  postMessage(simulateCourse(data));
});
