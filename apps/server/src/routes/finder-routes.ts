import type { AppOptions } from "../app-options.ts";
import { createFindJobs } from "../finder/find-jobs.ts";
import type { Api } from "../operation.ts";
import { addFinderDataRoutes } from "./finder-data-routes.ts";
import { addFinderDefinitionRoutes } from "./finder-definition-routes.ts";
import { addFinderElsewhereRoutes } from "./finder-elsewhere-routes.ts";
import { addFinderKeepRoutes } from "./finder-keep-routes.ts";
import { addFinderMappingRoutes } from "./finder-mapping-routes.ts";
import { addFinderReviewRoutes } from "./finder-review-routes.ts";
import { addFinderRunRoutes } from "./finder-run-routes.ts";
import { addFinderUploadRoutes } from "./finder-upload-routes.ts";

/** The finder: definitions, searches in files, runs, and their review. */
export function addFinderRoutes(api: Api, options: AppOptions): void {
  const { ending, log, now } = options;
  const jobs = createFindJobs((error) =>
    log(`${now().toISOString()} finder ${error instanceof Error ? error.name : "?"}`),
  );
  ending?.addEventListener("abort", () => {
    for (const { id } of jobs.list()) jobs.cancel(id);
  });
  addFinderDefinitionRoutes(api, options);
  addFinderDataRoutes(api, options, jobs);
  addFinderUploadRoutes(api, options, jobs);
  addFinderMappingRoutes(api, options);
  addFinderKeepRoutes(api, options, jobs);
  addFinderRunRoutes(api, options);
  addFinderReviewRoutes(api, options);
  addFinderElsewhereRoutes(api, options);
}
