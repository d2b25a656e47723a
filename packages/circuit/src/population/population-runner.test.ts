import { describe, expect, it } from "vitest";
import { type BatchReply, type BatchWorker, batchAnswerer, pooledRunner } from "./pooled-runner.ts";
import { inMemoryRunner } from "./population-runner.ts";
import { populationRunnerContract } from "./population-runner-contract.fixture.ts";
import { TOY_JOB, type ToyJob, toySimulatorOf } from "./toy-women.fixture.ts";

const pause = (): Promise<void> => Promise.resolve();

/** A worker of the same program that answers later, after as many turns as its number says, so that orders mix. */
function lateWorker(number: number): BatchWorker<ToyJob> {
  const answer = batchAnswerer(toySimulatorOf);
  let listener: (reply: BatchReply) => void = () => undefined;
  let isStopped = false;
  return {
    send: (request) => {
      const later = async (): Promise<void> => {
        for (let turn = 0; turn < number; turn++) await Promise.resolve();
        if (isStopped) return;
        const reply = answer(structuredClone(request));
        if (reply !== undefined) listener(structuredClone(reply));
      };
      void later();
    },
    onReply: (given) => {
      listener = given;
    },
    stop: () => {
      isStopped = true;
    },
  };
}

function lateWorkers(): () => BatchWorker<ToyJob> {
  let started = 0;
  return () => {
    started += 1;
    return lateWorker(started * 3);
  };
}

populationRunnerContract("in memory", () => inMemoryRunner(toySimulatorOf, pause));
populationRunnerContract("pool of one", () => pooledRunner(lateWorkers(), 1));
populationRunnerContract("pool of three", () => pooledRunner(lateWorkers(), 3));

describe("pool of workers", () => {
  it("gives the same women for one, two and three workers", async () => {
    const run = (workers: number) => pooledRunner(lateWorkers(), workers).run({ job: TOY_JOB, seed: 11, women: 250 });
    const one = await run(1);
    expect(await run(2)).toEqual(one);
    expect(await run(3)).toEqual(one);
  });

  it("fails when a worker is lost", async () => {
    const lost: BatchWorker<ToyJob> = {
      send: () => undefined,
      onReply: (listener) => void Promise.resolve().then(() => listener({ kind: "failed", message: "worker lost" })),
      stop: () => undefined,
    };
    await expect(pooledRunner(() => lost, 2).run({ job: TOY_JOB, seed: 1, women: 9 })).rejects.toThrow("worker lost");
  });

  it("fails when no worker can be started", async () => {
    const none = (): never => {
      throw new Error("no worker here");
    };
    await expect(pooledRunner(none, 2).run({ job: TOY_JOB, seed: 1, women: 9 })).rejects.toThrow("no worker here");
  });
});
