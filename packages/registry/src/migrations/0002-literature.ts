import type { Migration } from "./migration.ts";

/**
 * The literature of the registry stands among the documents under an id that no series can have: once, and with nothing in
 * it. A program that would take it for a series has an older version than the file and does not open it.
 */
export const literature: Migration = {
  number: 2,
  name: "literature",
  sql: `
CREATE UNIQUE INDEX literature_once ON document (id) WHERE id = '@literature' AND is_purged = 0;
CREATE TRIGGER literature_stands_alone BEFORE INSERT ON revision
WHEN NEW.series = '@literature' AND (NEW.parent IS NOT NULL OR NEW.case_id IS NOT NULL)
BEGIN SELECT raise(ABORT, 'no woman stands in the literature'); END;
`,
};
