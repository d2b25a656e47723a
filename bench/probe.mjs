// Loaded into a measured process: tells its processor time and peak memory on file descriptor 3 when it ends.
import { writeSync } from "node:fs";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
  writeSync(3, JSON.stringify({ cpuSeconds, peakMemoryMb: Math.round(maxRSS / 1024) }));
});
