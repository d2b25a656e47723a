import type { AppOptions } from "../app-options.ts";
import type { Api } from "../operation.ts";
import { addFinderDataRoutes } from "./finder-data-routes.ts";
import { addFinderReviewRoutes } from "./finder-review-routes.ts";

/** The finder: definitions, searches in files, runs, and their review. */
export function addFinderRoutes(api: Api, options: AppOptions): void {
  addFinderDataRoutes(api, options);
  addFinderReviewRoutes(api, options);
}
