import { chromium } from "playwright-core";

const [out, cols, width, ...files] = process.argv.slice(2);
const b = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--allow-file-access-from-files"],
});
const p = await b.newPage({ viewport: { width: Number(cols) * Number(width), height: 600 } });

import { writeFileSync } from "node:fs";

writeFileSync(
  "/tmp/wC-sheet.html",
  `<body style="margin:0;display:grid;grid-template-columns:repeat(${cols},${width}px)">${files.map((f) => `<img src="file://${f}" style="width:100%">`).join("")}`,
);
await p.goto("file:///tmp/wC-sheet.html");
await p.waitForTimeout(300);
await p.screenshot({ path: out, fullPage: true });
await b.close();
