import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/request.ts";
import { createAppRouter } from "./router.tsx";
import { SchemeProvider } from "./scheme.tsx";
import { theme } from "./theme.ts";

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      // The server is on this machine: what it refuses it refuses again, and only an answer that did not come is asked for twice.
      retry: (count, error) => count < 1 && error instanceof ApiProblem && error.details.status === 0,
    },
  },
});

const router = createAppRouter(queryClient);

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

export function App(): ReactNode {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <SchemeProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </SchemeProvider>
    </MantineProvider>
  );
}

// Dialogs lock the page's scrolling by a style element of their own, which looks for the nonce under this name.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
Object.assign(globalThis, { __webpack_nonce__: nonce });
// The record schemas would try whether they may turn text into code; the page forbids it, and the browser would report each try.
const schemas = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
schemas.__zod_globalConfig = Object.assign(schemas.__zod_globalConfig ?? {}, { jitless: true });
