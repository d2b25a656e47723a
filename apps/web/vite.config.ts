import { defineConfig } from "vite";

export default defineConfig({
  // The workspace packages are bundled from their sources, so that unused parts of them stay out.
  resolve: { conditions: ["source", "module", "browser", "import", "default"] },
  build: {
    target: "es2022",
    // The server answers `script-src 'self'`: nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      // Mantine marks every file "use client", which means nothing here.
      onwarn: (warning, warn) => {
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
});
