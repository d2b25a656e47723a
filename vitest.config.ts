import { defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["source", "module", "node", "import", "default"] } },
  resolve: { conditions: ["source", "module", "node", "import", "default"] },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "apps/*/src/**/*.test.ts",
      "examples/*.test.ts",
      "tools/*.test.ts",
      "e2e/*.e2e.ts",
    ],
    reporters: ["default", "./tools/one-line-reporter.ts"],
  },
});
