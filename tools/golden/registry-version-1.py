#!/usr/bin/env python3
"""Writes packages/registry/golden/version-1.sql and version-1.json: the log of a registry as schema 1 kept it.

The chain and the digests are computed here, by Python's hashlib and json, from the words of docs/decisions/0019, so that
the test which reads them holds the program against another implementation. Run from the root of the repository.
"""

import hashlib
import json
from pathlib import Path

OUT = Path("packages/registry/golden")
HEAD = {"schema": "materbone/series/1", "id": "old", "title": {"en": "An old series", "zh": "旧系列"}, "origin": "synthetic"}
WOMAN = {"schema": "materbone/case/1", "id": "w-1", "origin": "synthetic", "person": {"ageYears": 31}}


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def salted(what, salt, text):
    return None if text is None else sha256(f"{what}\n{salt}\n{text}")


def quoted(value):
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


# kind, document, parent, series, case, revision, minute, why, content
ACTS = [
    ("created", 1, None, "old", None, 1, 0, None, HEAD),
    ("created", 2, 1, "old", "w-1", 1, 1, None, WOMAN),
    ("changed", 2, 1, "old", "w-1", 2, 2, "标记 \"fractured\"", {**WOMAN, "tags": ["骨折"]}),
    ("deleted", 2, 1, "old", "w-1", 3, 3, "entered twice", None),
    ("restored", 2, 1, "old", "w-1", 4, 4, None, None),
]

previous = ""
lines = []
for sequence, (kind, document, parent, series, case, revision, minute, why, content) in enumerate(ACTS, start=1):
    salt = hashlib.md5(str(sequence).encode()).hexdigest()
    at, by = f"2026-01-01T08:{minute:02d}:00.000Z", "李"
    body = None if content is None else compact(content)
    why_digest, content_digest = salted("why", salt, why), salted("content", salt, body)
    link = [previous, sequence, document, parent, kind, series, case, revision, at, by, why_digest, content_digest]
    previous = sha256(compact(link))
    row = [sequence, document, parent, kind, series, case, revision, at, by, why_digest, content_digest, previous]
    lines.append(f"INSERT INTO revision VALUES ({', '.join(map(quoted, row))});")
    lines.append(f"INSERT INTO revision_content VALUES ({', '.join(map(quoted, [sequence, salt, why, body]))});")

OUT.mkdir(exist_ok=True)
(OUT / "version-1.sql").write_text("\n".join(lines) + "\n", encoding="utf-8")
source = {"source": "tools/golden/registry-version-1.py, Python hashlib and json", "head": previous}
(OUT / "version-1.json").write_text(json.dumps(source, indent=2) + "\n", encoding="utf-8")
