import "@mantine/core/styles.css";
import "@fontsource-variable/noto-sans-sc";
import "./app/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { reshapeWhenFontsLoad } from "./app/reshape-when-fonts-load.ts";

const root = document.getElementById("root");
if (root === null) throw new TypeError("the page has no #root");
reshapeWhenFontsLoad();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
