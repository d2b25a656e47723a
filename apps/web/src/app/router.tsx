import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from "@tanstack/react-router";
import { runsQuery, worklistQuery } from "../api/finder-queries.ts";
import { casesQuery, headQuery, literatureQuery, tagsQuery } from "../api/queries.ts";
import { speak } from "../api/request.ts";
import { boardSearch, caseQueryOf } from "../board/board-search.ts";
import { caseSearch } from "../case/case-search.ts";
import { evidenceSearch } from "../evidence/evidence-search.ts";
import { definitionSearch } from "../finder/definition/definition-search.ts";
import { mappingSearch } from "../finder/mapping/mapping-search.ts";
import { reviewSearch } from "../finder/review/review-search.ts";
import { findSearch } from "../finder/start/find-search.ts";
import { worklistSearch } from "../finder/worklist/worklist-search.ts";
import { findingsSearch } from "../findings/findings-search.ts";
import { followUpSearch } from "../follow-up/follow-up-search.ts";
import { historySearch } from "../history/history-search.ts";
import { preferredLanguage } from "../language/language.tsx";
import { seriesSettingsSearch } from "../settings/series-settings-search.ts";
import { simulatorSearch } from "../simulator/simulator-search.ts";
import { startSearch } from "../start/start-search.ts";
import { tablesSearch } from "../tables/tables-search.ts";
import { arriving } from "./arriving.ts";
import { ErrorPage } from "./ErrorPage.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { rootSearch } from "./root-search.ts";
import { Shell } from "./Shell.tsx";

const rootRoute = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({
  validateSearch: rootSearch,
  // A chosen language goes with every link.
  search: { middlewares: [retainSearchParams(["lang"])] },
  // Loaders ask the server before the page is drawn, which is when the language is told otherwise.
  beforeLoad: ({ search, preload }) => {
    if (!preload) speak(search.lang ?? preferredLanguage());
  },
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: startSearch,
  component: lazyRouteComponent(
    arriving(() => import("../start/StartPage.tsx")),
    "StartPage",
  ),
});

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings",
  component: lazyRouteComponent(
    arriving(() => import("../settings/SettingsPage.tsx")),
    "SettingsPage",
  ),
});

const evidenceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/evidence",
  validateSearch: evidenceSearch,
  // Asked for while the page's own code is on its way.
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(literatureQuery);
  },
  component: lazyRouteComponent(
    arriving(() => import("../evidence/EvidencePage.tsx")),
    "EvidencePage",
  ),
});

const simulateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/simulate",
  validateSearch: simulatorSearch,
  component: lazyRouteComponent(
    arriving(() => import("../simulator/SimulatorPage.tsx")),
    "SimulatorPage",
  ),
});

const findRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/find",
  validateSearch: findSearch,
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(runsQuery);
  },
  component: lazyRouteComponent(
    arriving(() => import("../finder/start/FindPage.tsx")),
    "FindPage",
  ),
});

const mappingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/find/mapping",
  validateSearch: mappingSearch,
  component: lazyRouteComponent(
    arriving(() => import("../finder/mapping/MappingPage.tsx")),
    "MappingPage",
  ),
});

const definitionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/find/definition",
  validateSearch: definitionSearch,
  component: lazyRouteComponent(
    arriving(() => import("../finder/definition/DefinitionPage.tsx")),
    "DefinitionPage",
  ),
});

const worklistRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/find/runs/$run",
  validateSearch: worklistSearch,
  loader: ({ context: { queryClient }, params: { run } }) => {
    void queryClient.prefetchQuery(worklistQuery(run));
  },
  component: lazyRouteComponent(
    arriving(() => import("../finder/worklist/WorklistPage.tsx")),
    "WorklistPage",
  ),
});

const reviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/find/runs/$run/review",
  validateSearch: reviewSearch,
  loader: ({ context: { queryClient }, params: { run } }) => {
    void queryClient.prefetchQuery(worklistQuery(run));
  },
  component: lazyRouteComponent(
    arriving(() => import("../finder/review/ReviewPage.tsx")),
    "ReviewPage",
  ),
});

const summaryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/find/runs/$run/summary",
  loader: ({ context: { queryClient }, params: { run } }) => {
    void queryClient.prefetchQuery(worklistQuery(run));
  },
  component: lazyRouteComponent(
    arriving(() => import("../finder/review/SummaryPage.tsx")),
    "SummaryPage",
  ),
});

const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/series/$series",
  validateSearch: boardSearch,
  // Asked for while the page's own code is on its way; the page asks again for the same and finds it here.
  loader: ({ context: { queryClient }, params: { series }, location }) => {
    void queryClient.prefetchQuery(headQuery(series));
    void queryClient.prefetchQuery(casesQuery(series, caseQueryOf(boardSearch(location.search))));
    void queryClient.prefetchQuery(tagsQuery(series));
  },
  component: lazyRouteComponent(
    arriving(() => import("../board/BoardPage.tsx")),
    "BoardPage",
  ),
});

const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/series/$series/case/$case",
  validateSearch: caseSearch,
  component: lazyRouteComponent(
    arriving(() => import("../case/CasePage.tsx")),
    "CasePage",
  ),
});

const findingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/series/$series/findings",
  validateSearch: findingsSearch,
  component: lazyRouteComponent(
    arriving(() => import("../findings/FindingsPage.tsx")),
    "FindingsPage",
  ),
});

const tablesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/series/$series/tables",
  validateSearch: tablesSearch,
  component: lazyRouteComponent(
    arriving(() => import("../tables/TablesPage.tsx")),
    "TablesPage",
  ),
});

const followUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/series/$series/follow-up",
  validateSearch: followUpSearch,
  component: lazyRouteComponent(
    arriving(() => import("../follow-up/FollowUpPage.tsx")),
    "FollowUpPage",
  ),
});

const seriesSettingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/series/$series/settings",
  validateSearch: seriesSettingsSearch,
  component: lazyRouteComponent(
    arriving(() => import("../settings/SeriesSettingsPage.tsx")),
    "SeriesSettingsPage",
  ),
});

const historyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/series/$series/history",
  validateSearch: historySearch,
  component: lazyRouteComponent(
    arriving(() => import("../history/HistoryPage.tsx")),
    "HistoryPage",
  ),
});

const routeTree = rootRoute.addChildren([
  startRoute,
  settingsRoute,
  evidenceRoute,
  simulateRoute,
  findRoute,
  mappingRoute,
  definitionRoute,
  worklistRoute,
  reviewRoute,
  summaryRoute,
  boardRoute,
  caseRoute,
  findingsRoute,
  tablesRoute,
  followUpRoute,
  seriesSettingsRoute,
  historyRoute,
]);

// The type follows from the tree, which no one writes out.
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    defaultErrorComponent: ErrorPage,
    scrollRestoration: true,
  });
}
