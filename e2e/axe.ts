import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

/** What axe finds under WCAG 2.2 A and AA and its best practices, in short. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Through the debugger, which the content policy does not bind.
  await page.evaluate(await source());
  return page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as { axe: typeof import("axe-core") };
    const found = await runner.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    // A run that looked at nothing would find nothing.
    if (found.passes.length < 10) return [`only ${found.passes.length} rules found anything to look at`];
    return found.violations.flatMap((violation) =>
      violation.nodes.map((node) =>
        `${violation.id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`.slice(0, 300),
      ),
    );
  });
}

let read: Promise<string> | undefined;

function source(): Promise<string> {
  read ??= readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
  return read;
}
