// Writes examples/hospital-small: the synthetic hospital of the tutorial, 200 persons as plain CSV with its mapping.
// Run after a build: node tools/write-hospital-example.mjs
import { rm } from "node:fs/promises";
import { writeHospital } from "@materbone/exchange";

const FOLDER = "examples/hospital-small";

await rm(FOLDER, { recursive: true, force: true });
const { files, bytes } = await writeHospital(FOLDER, { seed: 1, persons: 200, format: "csv" });
console.log(`${FOLDER}: ${files.length} files, ${bytes} bytes`);
