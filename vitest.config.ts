import { defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["source", "module", "node"] } },
  resolve: { conditions: ["source", "module", "node", "import", "default"] },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "apps/*/src/**/*.test.ts",
      "apps/*/src/**/*.test.tsx",
      "examples/*.test.ts",
      "tools/*.test.ts",
      "e2e/*.e2e.ts",
    ],
    setupFiles: ["./tools/property-seed.ts"],
    // No test is a test of speed: a busy machine may be slow.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    reporters: ["default", "./tools/one-line-reporter.ts"],
  },
});
