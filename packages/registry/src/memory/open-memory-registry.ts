import { randomBytes } from "node:crypto";
import type { Registry } from "../registry.ts";
import { registryOf } from "../registry-of.ts";
import { memoryStore } from "./memory-store.ts";

export type MemoryRegistryOptions = {
  /** Random bytes for salts; from the operating system when left out. */
  readonly random?: (bytes: number) => Uint8Array;
};

/** A registry that lasts as long as the process. It cannot be backed up. */
export function openMemoryRegistry({ random = randomBytes }: MemoryRegistryOptions = {}): Registry {
  return registryOf(memoryStore(), random);
}
