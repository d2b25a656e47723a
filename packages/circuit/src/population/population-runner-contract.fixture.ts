import { describe, expect, it } from "vitest";
import { PopulationCancelledError, PopulationFailedError, type PopulationRunner } from "./population-runner.ts";
import { simulateBatch } from "./simulate-batch.ts";
import { TOY_JOB, type ToyJob, toySimulatorOf } from "./toy-women.fixture.ts";

/** What every runner of populations keeps, wherever its women are run. */
export function populationRunnerContract(name: string, open: () => PopulationRunner<ToyJob>): void {
  describe(`population runner: ${name}`, () => {
    it("gives the women that one batch gives, bit for bit", async () => {
      const runner = open();
      const batch = await runner.run({ job: TOY_JOB, seed: 7, women: 101 });
      runner.close();
      expect(batch).toEqual(simulateBatch(toySimulatorOf(TOY_JOB), 7, 0, 101));
    });

    it("runs one woman, and several populations one after another", async () => {
      const runner = open();
      const one = await runner.run({ job: TOY_JOB, seed: 3, women: 1 });
      const three = await runner.run({ job: TOY_JOB, seed: 3, women: 3 });
      runner.close();
      expect(one.values).toHaveLength(4);
      expect(three.values.subarray(0, 4)).toEqual(one.values);
    });

    it("tells how many women are ready, up to all", async () => {
      const runner = open();
      const told: number[] = [];
      await runner.run({ job: TOY_JOB, seed: 1, women: 90, onProgress: (women) => told.push(women) });
      runner.close();
      expect(told.length).toBeGreaterThan(1);
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(told.at(-1)).toBe(90);
    });

    it("stops soon after it is cancelled, and can run again", async () => {
      const runner = open();
      const signal = { aborted: false };
      const cancelled = runner.run({
        job: TOY_JOB,
        seed: 1,
        women: 5_000,
        signal,
        onProgress: () => {
          signal.aborted = true;
        },
      });
      await expect(cancelled).rejects.toBeInstanceOf(PopulationCancelledError);
      const again = await runner.run({ job: TOY_JOB, seed: 1, women: 2 });
      runner.close();
      expect(again.to).toBe(2);
    });

    it("does not start when it is cancelled before", async () => {
      const runner = open();
      const run = runner.run({ job: TOY_JOB, seed: 1, women: 5, signal: { aborted: true } });
      await expect(run).rejects.toBeInstanceOf(PopulationCancelledError);
      runner.close();
    });

    it("fails with the reason of the woman that cannot be run", async () => {
      const runner = open();
      const run = runner.run({ job: { ...TOY_JOB, failsAbove: 6 }, seed: 1, women: 60 });
      await expect(run).rejects.toThrow("the toy breaks");
      await expect(run).rejects.toBeInstanceOf(PopulationFailedError);
      runner.close();
    });

    it("refuses no women and parts of women", async () => {
      const runner = open();
      for (const women of [0, -1, 1.5, Number.NaN, 1e9]) {
        await expect(runner.run({ job: TOY_JOB, seed: 1, women })).rejects.toBeInstanceOf(RangeError);
      }
      runner.close();
    });
  });
}
