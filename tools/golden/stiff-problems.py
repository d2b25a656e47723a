#!/usr/bin/env python3
"""Writes packages/numerics/golden/stiff-problems.json: states of four published stiff problems.

Final states are those printed in the Test Set for Initial Value Problem Solvers (Mazzia & Magherini, release 2.4, 2008; made
there with PSIDE, RADAU5 or GAMD at quadruple precision or tolerances down to 1e-30); the program refuses to write one that
its own solution does not confirm. States on the way are that solution: implicit Runge-Kutta of order 5 (Radau, scipy 1.17) at a
relative tolerance of 1e-13. Run from the root of the repository; takes some minutes.
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy.integrate import solve_ivp


def robertson(_, y):
    a, b, c = 0.04 * y[0], 1e4 * y[1] * y[2], 3e7 * y[1] ** 2
    return [-a + b, a - b - c, c]


def hires(_, y):
    r = 280 * y[5] * y[7]
    return [
        -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007,
        1.71 * y[0] - 8.75 * y[1],
        -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4],
        8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3],
        -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6],
        -r + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6],
        r - 1.81 * y[6],
        -r + 1.81 * y[6],
    ]


def van_der_pol(_, y):
    return [y[1], ((1 - y[0] ** 2) * y[1] - y[0]) / 1e-6]


def oregonator(_, y):
    s, q, w = 77.27, 8.375e-6, 0.161
    return [s * (y[1] + y[0] * (1 - q * y[0] - y[1])), (y[2] - (1 + y[0]) * y[1]) / s, w * (y[0] - y[2])]


# name, right-hand side, start, absolute tolerance, times, digits, final state as printed there
PROBLEMS = [
    ("robertson", robertson, [1, 0, 0], [1e-15, 1e-21, 1e-15], [0.4, 4e2, 4e5, 1e11],
     [0.2083340149701255e-07, 0.8333360770334713e-13, 0.9999999791665050]),
    ("hires", hires, [1, 0, 0, 0, 0, 0, 0, 0.0057], 1e-16, [1, 10, 100, 321.8122],
     [0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2,
      0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2]),
    ("vanDerPol", van_der_pol, [2, 0], 1e-12, [0.5, 1, 1.5, 2],
     [0.1706167732170483e1, -0.8928097010247975e0]),
    ("oregonator", oregonator, [1, 2, 3], 1e-11, [10, 100, 250, 360],
     [0.1000814870318523e1, 0.1228178521549917e4, 0.1320554942846706e3]),
]

rows = []
for name, f, start, atol, times, final in PROBLEMS:
    solution = solve_ivp(f, (0, times[-1]), start, method="Radau", rtol=1e-13, atol=atol, t_eval=times)
    worst = np.max(np.abs(solution.y[:, -1] / final - 1))
    print(name, solution.status, solution.nfev, f"{worst:.1e}")
    if solution.status != 0 or worst > 2e-8:
        raise SystemExit(f"{name}: the printed final state is not confirmed")
    for k, t in enumerate(times):
        state = final if k == len(times) - 1 else [float(f"{v:.12g}") for v in solution.y[:, k]]
        rows.append({"problem": name, "start": start, "time": t, "state": state})

Path("packages/numerics/golden/stiff-problems.json").write_text(
    '{\n "source": "final states: Test Set for Initial Value Problem Solvers, release 2.4 (2008); others: '
    f'tools/golden/stiff-problems.py with Radau of scipy {scipy.__version__} at 1e-13",\n "relativeTolerance": 2e-8,\n "rows": [\n  '
    + ",\n  ".join(json.dumps(row) for row in rows)
    + "\n ]\n}\n"
)
