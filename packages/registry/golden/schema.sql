CREATE TABLE migration (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;
CREATE TABLE revision (
  sequence INTEGER PRIMARY KEY,
  document INTEGER NOT NULL,
  parent INTEGER,
  kind TEXT NOT NULL CHECK (kind IN ('created', 'changed', 'undone', 'deleted', 'restored', 'purged')),
  series TEXT NOT NULL,
  case_id TEXT,
  revision INTEGER NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  why_digest TEXT,
  content_digest TEXT,
  hash TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX revision_of_document ON revision (document, revision);
CREATE TABLE revision_content (
  sequence INTEGER PRIMARY KEY REFERENCES revision (sequence),
  salt TEXT NOT NULL,
  why TEXT,
  body TEXT
) STRICT;
CREATE TRIGGER revision_is_next BEFORE INSERT ON revision
WHEN NEW.sequence <> 1 AND NOT EXISTS (SELECT 1 FROM revision WHERE sequence = NEW.sequence - 1)
BEGIN SELECT raise(ABORT, 'the log has no gaps'); END;
CREATE TRIGGER revision_is_not_changed BEFORE UPDATE ON revision
BEGIN SELECT raise(ABORT, 'the log is only appended to'); END;
CREATE TRIGGER revision_is_not_deleted BEFORE DELETE ON revision
BEGIN SELECT raise(ABORT, 'the log is only appended to'); END;
CREATE TRIGGER content_is_not_changed BEFORE UPDATE ON revision_content
BEGIN SELECT raise(ABORT, 'the log is only appended to'); END;
CREATE TRIGGER content_is_not_deleted BEFORE DELETE ON revision_content
WHEN NOT EXISTS (
  SELECT 1 FROM revision AS erased
  JOIN revision AS purge ON purge.document IN (erased.document, erased.parent)
  WHERE erased.sequence = OLD.sequence AND purge.kind = 'purged' AND purge.sequence > erased.sequence
)
BEGIN SELECT raise(ABORT, 'only a purge erases'); END;
CREATE TABLE document (
  key INTEGER PRIMARY KEY,
  parent INTEGER REFERENCES document (key),
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  sequence INTEGER NOT NULL REFERENCES revision (sequence),
  content_sequence INTEGER NOT NULL REFERENCES revision (sequence),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  deleted_at TEXT,
  deleted_by TEXT,
  deleted_why TEXT,
  is_purged INTEGER NOT NULL CHECK (is_purged IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX series_by_id ON document (id) WHERE parent IS NULL AND is_purged = 0;
CREATE UNIQUE INDEX case_by_id ON document (parent, id) WHERE parent IS NOT NULL AND is_purged = 0;
CREATE INDEX document_of_series ON document (parent);
CREATE INDEX document_saved ON document (parent, saved_at) WHERE is_purged = 0;
CREATE TABLE series_summary (
  key INTEGER PRIMARY KEY REFERENCES document (key),
  context INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE TABLE case_summary (
  key INTEGER PRIMARY KEY REFERENCES document (key),
  series INTEGER NOT NULL REFERENCES document (key),
  is_deleted INTEGER NOT NULL CHECK (is_deleted IN (0, 1)),
  natural TEXT NOT NULL,
  search TEXT NOT NULL,
  facets INTEGER NOT NULL,
  age_years REAL,
  delivery_day INTEGER,
  diagnosis_months REAL,
  lowest_z REAL,
  findings INTEGER NOT NULL,
  saved_ms INTEGER NOT NULL,
  context INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX case_by_natural ON case_summary (series, is_deleted, natural, key, facets, search);
CREATE INDEX case_by_age ON case_summary (series, is_deleted, age_years, key, facets, search);
CREATE INDEX case_by_delivery ON case_summary (series, is_deleted, delivery_day, key, facets, search);
CREATE INDEX case_by_diagnosis ON case_summary (series, is_deleted, diagnosis_months, key, facets, search);
CREATE INDEX case_by_lowest_z ON case_summary (series, is_deleted, lowest_z, key, facets, search);
CREATE INDEX case_by_findings ON case_summary (series, is_deleted, findings, key, facets, search);
CREATE INDEX case_by_saved ON case_summary (series, is_deleted, saved_ms, key, facets, search);
CREATE INDEX case_by_context ON case_summary (series, context);
CREATE TABLE tag_count (
  series INTEGER NOT NULL REFERENCES document (key),
  tag TEXT NOT NULL,
  cases INTEGER NOT NULL,
  PRIMARY KEY (series, tag)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
  series TEXT NOT NULL,
  case_id TEXT NOT NULL,
  window TEXT NOT NULL,
  base_revision INTEGER NOT NULL,
  body TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (series, case_id, window)
) STRICT;
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX literature_once ON document (id) WHERE id = '@literature' AND is_purged = 0;
CREATE TRIGGER literature_stands_alone BEFORE INSERT ON revision
WHEN NEW.series = '@literature' AND (NEW.parent IS NOT NULL OR NEW.case_id IS NOT NULL)
BEGIN SELECT raise(ABORT, 'no woman stands in the literature'); END;
