#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/bundle/materbone-server.js", import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write(
    'Materbone is not built yet: run "npm run build" first.\nMaterbone 尚未构建：请先运行“npm run build”。\n',
  );
  process.exitCode = 3;
}
