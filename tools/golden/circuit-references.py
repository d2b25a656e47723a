"""Golden values of packages/circuit from a folder of reference data on physiology.

python3 tools/golden/circuit-references.py FOLDER packages/circuit/golden

FOLDER holds rhs_check.json, derived_constants.csv and trajectories/*.csv, made by an independent implementation in Python
(equations coded twice, trajectories solved by LSODA at rtol 1e-11 and by a variable-order BDF). Trajectories are thinned to
at most ROWS rows, first and last among them; no number is changed.
"""

import csv
import json
import sys
from pathlib import Path

ROWS = 60
MADE_WITH = "independent Python implementation of the stated equations, LSODA at rtol 1e-11, compared with a second BDF solver"


def thinned(rows):
    if len(rows) <= ROWS:
        return rows
    return [rows[round(i * (len(rows) - 1) / (ROWS - 1))] for i in range(ROWS)]


def trajectory(path):
    with open(path, newline="") as file:
        columns, *rows = list(csv.reader(file))
    for row in rows:
        [float(cell) for cell in row]
    lines = ",\n".join("    [" + ", ".join(row) + "]" for row in thinned(rows))
    return columns, lines


def main(source, target):
    target.mkdir(parents=True, exist_ok=True)
    checks = json.loads((source / "rhs_check.json").read_text())
    with open(source / "derived_constants.csv", newline="") as file:
        constants = {row["name"]: float(row["value"]) for row in csv.DictReader(file)}
    head = {
        "source": "derivatives per hour by an independent Python implementation of the stated equations at 24 random states; "
        "constants come from the baseline initial values",
        "relativeTolerance": 1e-10,
    }
    body = json.dumps({**head, "constants": constants, "cases": checks["cases"]}, indent=None)
    (target / "calcium-bone-rates.json").write_text(body.replace('{"t_h"', '\n{"t_h"') + "\n")
    for path in sorted((source / "trajectories").glob("*.csv")):
        columns, lines = trajectory(path)
        text = (
            "{\n"
            f'  "source": "{MADE_WITH}; {path.stem}",\n'
            f'  "columns": {json.dumps(columns)},\n'
            f'  "rows": [\n{lines}\n  ]\n'
            "}\n"
        )
        json.loads(text)
        (target / f"{path.stem.lower().replace('_', '-')}.json").write_text(text)


main(Path(sys.argv[1]), Path(sys.argv[2]))
