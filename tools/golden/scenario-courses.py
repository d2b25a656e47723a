"""
Courses of the reference model under scenarios that no published trajectory has: packages/circuit/golden/scenarios.json.

The second implementation of the equations in calcium_bone.py, with the forcing of each scenario put down by hand in hours and the
units of the model, integrated by LSODA at rtol 1e-11. Parameters and nothing else are read from packages/circuit/knowledge/calcium-bone.json.

    python3 tools/golden/scenario-courses.py          (numpy, scipy)
"""

import json
from math import exp, floor
from pathlib import Path

import numpy as np
from calcium_bone import IDX, INPUTS, NAMES, build, initial
from scipy.integrate import solve_ivp

CIRCUIT = Path(__file__).resolve().parents[2] / "packages" / "circuit"
PAR = {
    q["name"]: float(q["value"]) for q in json.loads((CIRCUIT / "knowledge" / "calcium-bone.json").read_text())["parameters"]
}


def simulate(events, times, start=0.0, p0=None, inp0=None, rest=False, values=None, after=False, rtol=1e-11):
    """Rows of every state and output at `times`, h; an event at the time of a row acts after it, or before it with `after`.

    events: (time, kind, name, value[, slope]) of kind "p" (parameter), "i" (input, with its slope per hour) or "d" (dose in
    the unit of what it fills; of denosumab, "den", in mg). p0, inp0: parameters and inputs in force from before the start.
    """
    p = dict(PAR)
    p.update(p0 or {})
    inp = {k: (0.0, 0.0) for k in INPUTS}
    for k, v in (inp0 or {}).items():
        inp[k] = (v, 0.0)
    order = {"p": 0, "i": 1, "d": 2}
    ev = sorted(events, key=lambda e: (e[0], order[e[1]]))
    abp = 0.0
    abpt = start
    segt = start
    rhs, outs = build(p)
    y = initial(p)
    for k, v in (values or {}).items():
        y[IDX[k]] = v
    if rest:
        y = findrest(rhs, y, {k: v[0] for k, v in inp.items()}, start)
    atol = np.maximum(np.abs(initial(p)), 1e-3) * 1e-14
    rows = []
    k = 0
    ti = 0
    t = start
    times = sorted(times)

    def cur(tt):
        return {n: a + b * (tt - segt) for n, (a, b) in inp.items()}

    def rec(tt, yy):
        v = p["KDbp"] * abp * exp(-p["KDbp"] * (tt - abpt))
        I = cur(tt)
        r = dict(zip(NAMES, yy))
        r.update(outs(tt, yy, I, v))
        r["ABP"] = v / p["KDbp"]
        r.update(I)
        r["t"] = tt
        rows.append(r)

    while True:
        if ti < len(times) and times[ti] == t and not after:
            rec(t, y)
            ti += 1
        while k < len(ev) and ev[k][0] <= t:
            e = ev[k]
            k += 1
            abp = abp * exp(-p["KDbp"] * (t - abpt))
            abpt = t
            inp = {n: (a + b * (t - segt), b) for n, (a, b) in inp.items()}
            segt = t
            if e[1] == "p":
                p[e[2]] = e[3]
                rhs, outs = build(p)
            elif e[1] == "i":
                inp[e[2]] = (e[3], e[4] if len(e) > 4 else 0.0)
            elif e[2] == "ABP":
                abp += e[3]
            elif e[2] == "den":
                y[IDX["DENSC"]] += e[3] * 1e6 * p["DENF"]
            else:
                y[IDX[e[2]]] += e[3]
        if ti < len(times) and times[ti] == t and after:
            rec(t, y)
            ti += 1
        if t >= times[-1]:
            break
        t1 = min([e[0] for e in ev[k : k + 1]] + [times[-1]])
        te = [x for x in times[ti:] if x <= t1]
        if not te or te[-1] != t1:
            te = te + [t1]
        f = lambda tt, yy: rhs(tt, yy, cur(tt), p["KDbp"] * abp * exp(-p["KDbp"] * (tt - abpt)))
        sol = solve_ivp(f, (t, t1), y, method="LSODA", t_eval=te, rtol=rtol, atol=atol)
        if not sol.success:
            raise RuntimeError(sol.message)
        for j, tt in enumerate(te):
            if tt < t1:
                rec(tt, sol.y[:, j])
                ti += 1
        y = sol.y[:, -1].copy()
        t = t1
    return rows


def findrest(rhs, y, I, t):
    # A long course to rest; what only adds up stays: urinary calcium and the calcium of bone, which nothing depends on.
    s = solve_ivp(
        lambda tt, yy: rhs(t, yy, I, 0.0), (0, 3e6), y, method="LSODA", rtol=1e-10, atol=np.maximum(np.abs(y), 1e-3) * 1e-13
    )
    u = {n: y[IDX[n]] for n in ("UCA", "Q", "Qbone")}
    y = s.y[:, -1].copy()
    for n in u:
        y[IDX[n]] = u[n]
    return y


# Hours of a month and a year.
M = 730.5
Y = 8766.0
COLUMNS = "PTH_pM Ca_mM calcitriol_pM PO4_mM OC_pct OB_pct DEN_ng_per_mL dBMDls_pct dBMDlsDEN_pct dBMDfn_pct urinaryCa_mmol_per_d ABP EST GFR UCA".split()
CASES = []


def case(title, scenario, times, **truth):
    CASES.append((title, scenario, times, truth))


def grid(a, b, h):
    return [a + i * h for i in range(floor((b - a) / h + 1e-9) + 1)]


case(
    "milk that tapers, PTHrP that rises, zoledronate at the end of nursing",
    {
        "inputs": {
            "MILK": [{"at": "0 h", "value": "0.21 g/d"}, {"from": "4 month", "to": "8 month", "value": 0}],
            "PRPT": [{"from": "0 d", "to": "30 d", "value": "1000 fM"}, {"at": "6 month", "value": 0}],
        },
        "doses": [{"agent": "zoledronate", "amount": "5 mg", "at": "8 month"}],
        "outputs": {"times": [{"from": "0 month", "to": "36 month", "every": "3 month"}]},
    },
    grid(0, 36 * M, 3 * M),
    events=[
        (0, "i", "MILK", 210 / 40.078 / 24),
        (4 * M, "i", "MILK", 210 / 40.078 / 24, -210 / 40.078 / 24 / (4 * M)),
        (8 * M, "i", "MILK", 0),
        (0, "i", "PRPT", 0, 1 / 720.0),
        (720, "i", "PRPT", 1.0),
        (6 * M, "i", "PRPT", 0),
        (8 * M, "d", "ABP", 5.0),
    ],
)
case(
    "decline of GFR, first denosumab after three years",
    {
        "parameters": {"kGFR": "0.15 1/year", "GFRinf": "30 mL/min"},
        "doses": [{"agent": "denosumab", "amount": "60 mg", "at": "3 year"}],
        "outputs": {"times": [{"from": "0 year", "to": "6 year", "every": "0.5 year"}]},
    },
    grid(0, 6 * Y, 0.5 * Y),
    p0=dict(kGFR=0.15 / 8766, GFRinf=1.8),
    events=[(3 * Y, "d", "den", 60)],
)
case(
    "calcium to the fetus before time 0",
    {
        "start": {"at": "-1 year"},
        "inputs": {"FETAL": [{"from": "-9 month", "to": "0 month", "value": "300 mg/d"}, {"at": "0 month", "value": 0}]},
        "outputs": {"times": [{"from": "-12 month", "to": "12 month", "every": "2 month"}]},
    },
    grid(-12 * M, 12 * M, 2 * M),
    start=-Y,
    events=[(-9 * M, "i", "FETAL", 0, 300 / 40.078 / 24 / (9 * M)), (0, "i", "FETAL", 0)],
)
case(
    "rest under a shift of the set point, and a later step",
    {
        "start": {"from": "rest"},
        "parameters": {"casr": [{"value": "-0.1 mM"}, {"at": "6 month", "value": "0.05 mM"}]},
        "outputs": {"times": [{"from": "0 month", "to": "36 month", "every": "3 month"}]},
    },
    grid(0, 36 * M, 3 * M),
    rest=True,
    p0=dict(casr=-0.1),
    events=[(6 * M, "p", "casr", 0.05)],
)
case(
    "two boluses into plasma at one moment, rows after it",
    {
        "doses": [{"into": "P", "amount": "2 mmol", "at": "2 d"}, {"into": "PTH", "amount": "1 nmol", "at": "2 d"}],
        "outputs": {"times": [{"from": "0 h", "to": "96 h", "every": "3 h"}], "atEvents": "after"},
    },
    grid(0, 96, 3),
    events=[(48, "d", "P", 2.0), (48, "d", "PTH", 1000.0)],
    after=True,
)
case(
    "lactation on little calcium, zoledronate while milk tapers",
    {
        "parameters": {"OralCa": "0.48 g/d"},
        "inputs": {
            "ETGT": [{"at": "0 d", "value": -0.7}, {"from": "6 month", "to": "9 month", "value": 0}],
            "PRPT": [{"at": 0, "value": "1 pM"}, {"from": "6 month", "to": "9 month", "value": 0}],
            "MILK": [{"at": 0, "value": "210 mg/d"}, {"from": "6 month", "to": "9 month", "value": 0}],
        },
        "doses": [{"agent": "zoledronate", "amount": "5 mg", "at": "8 month"}],
        "outputs": {"times": [{"from": "0 month", "to": "36 month", "every": "3 month"}]},
    },
    grid(0, 36 * M, 3 * M),
    p0=dict(OralCa=480 / 40.078 / 24),
    events=[
        (0, "i", "ETGT", -0.7),
        (6 * M, "i", "ETGT", -0.7, 0.7 / 3 / M),
        (9 * M, "i", "ETGT", 0),
        (0, "i", "PRPT", 1.0),
        (6 * M, "i", "PRPT", 1.0, -1 / 3 / M),
        (9 * M, "i", "PRPT", 0),
        (0, "i", "MILK", 210 / 40.078 / 24),
        (6 * M, "i", "MILK", 210 / 40.078 / 24, -210 / 40.078 / 24 / 3 / M),
        (9 * M, "i", "MILK", 0),
        (8 * M, "d", "ABP", 5.0),
    ],
)
case(
    "two steps and two doses at one moment",
    {
        "parameters": {"OralCa": [{"at": "100 d", "times": 2}]},
        "inputs": {"MILK": [{"at": "100 d", "value": "3 mmol/d"}]},
        "doses": [
            {"agent": "zoledronate", "amount": "5 mg", "at": "100 d"},
            {"agent": "denosumab", "amount": "60 mg", "at": "100 d"},
        ],
        "outputs": {"times": [{"from": "0 d", "to": "400 d", "every": "25 d"}], "timeUnit": "d"},
    },
    grid(0, 9600, 600),
    events=[
        (2400, "p", "OralCa", 2 * PAR["OralCa"]),
        (2400, "i", "MILK", 3 / 24),
        (2400, "d", "ABP", 5.0),
        (2400, "d", "den", 60),
    ],
)


def main():
    scenarios = []
    for title, scenario, times, truth in CASES:
        rows = simulate(truth.pop("events", []), times, **truth)
        scenarios.append(
            {"title": title, "scenario": scenario, "rows": [[float(f"{row[c]:.10g}") for c in ["t", *COLUMNS]] for row in rows]}
        )
    golden = {
        "source": "tools/golden/scenario-courses.py: second implementation of the published equations, LSODA at rtol 1e-11",
        "relativeTolerance": 1e-5,
        "columns": ["time_h", *COLUMNS],
        "scenarios": scenarios,
    }
    text = json.dumps(golden, ensure_ascii=False)
    text = text.replace('"rows": [[', '"rows": [\n[').replace("], [", "],\n[").replace('{"title"', '\n{"title"')
    (CIRCUIT / "golden" / "scenarios.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
