import "./app/mantine.css";
import "./app/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { loadFonts } from "./app/load-fonts.ts";

const root = document.getElementById("root");
if (root === null) throw new TypeError("the page has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
loadFonts();
