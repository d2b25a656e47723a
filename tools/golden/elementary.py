#!/usr/bin/env python3
"""Writes packages/numerics/golden/elementary.json: exp, log and tanh.

Of each argument: the nearest double of the exact value, with mpmath 1.3.0 at 60 digits, and what is missing to it in units in
the last place; and what CPython's own doubles give from the same tables and formulas, which every engine has to give too.
"""

import json
import math
import random
import re
import struct
from pathlib import Path

from mpmath import exp, log, mp, mpf, tanh

mp.dps = 60
SOURCES = Path("packages/numerics/src/elementary")


def table(name):
    body = (SOURCES / name).read_text().split("Float64Array([")[1].replace("Math.SQRT2", "1.4142135623730951")
    return [float(x) for x in re.findall(r"-?[0-9][0-9.e+-]*", body)]


EXP, LOG, TANH = table("exp-table.ts"), table("log-table.ts"), table("tanh-table.ts")


def own_exp(x):
    if x > 709.782712893384:
        return math.inf
    if x < -745.1332191019411:
        return 0.0
    if x >= 709:
        return shifted_exp(x, -1) * 2
    return shifted_exp(x, 0) if x > -708 else shifted_exp(x, 64) * 2.0**-64


def shifted_exp(x, shift):
    k = x * 184.6649652337873 + 6755399441055744.0 - 6755399441055744.0
    r = x - k * 0.0054152123482253955 - k * -1.0082281460997769e-13
    r2 = r * r
    twos, i = divmod(int(k), 128)
    rest = EXP[2 * i] + r + r2 * (1 / 2 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120)))
    return (EXP[2 * i + 1] + EXP[2 * i + 1] * rest) * 2.0 ** (twos + shift)


def own_log(x, shift=0):
    if x < 2.0**-1022:
        return own_log(x * 2.0**54, -54)
    steps = (struct.unpack("<q", struct.pack("<d", x))[0] >> 32) - 0x3FE60000
    exponent, i = steps >> 20, ((steps >> 13) & 127) * 4
    k = exponent + shift
    r = (math.ldexp(x, -exponent) - LOG[i]) * LOG[i + 1]
    large = k * 0.6931471805598903 + LOG[i + 2]
    total = large + r
    r2 = r * r
    small = large - total + r + (k * 5.497923018708371e-14 + LOG[i + 3])
    series = 0.3333333333332803 + r * -0.25000000000615186 + r2 * (0.2000000219341323 + r * -0.16666727708145243 + r2 * 0.14164748182074638)
    return total + (small + r2 * (-0.5 + r * series))


def own_tanh(x):
    size = abs(x)
    s = x * x
    s2 = s * s
    if size < 0.25:
        inner = -0.008863226966121487 + s * 0.0035918341339896886 + s2 * (-0.001450223471408297 + s * 0.0005336803019398782)
        return x + x * s * (-0.3333333333333333 + s * 0.1333333333333302 + s2 * (-0.053968253967195144 + s * 0.021869488400359672 + s2 * inner))
    if size >= 19.07:
        return math.copysign(1.0, x)
    step = int(size * 8 + 0.5)
    rest = size - step * 0.125
    s = rest * rest
    s2 = s * s
    t = rest + rest * s * (
        -0.3333333333333333 + s * 0.13333333333325198 + s2 * (-0.05396825380160962 + s * 0.02186936904166473 + s2 * -0.008828246199730936)
    )
    near, low, slope = TANH[3 * step : 3 * step + 3]
    return math.copysign(near + (low + slope * t / (1 + near * t)), x)


def rows(name, exact, own, arguments):
    for x in arguments:
        value = exact(mpf(x))
        near = float(value)
        rest = float((value - mpf(near)) / mpf(math.ulp(near)))
        yield {"fn": name, "x": x, "value": near, "rest": round(rest, 6), "own": own(x)}


random.seed(2026)
uniform = random.uniform
signs = lambda: random.choice((-1, 1))
exps = [uniform(-1, 1) for _ in range(80)] + [uniform(-708, 709) for _ in range(80)] + [uniform(-745.13, -708) for _ in range(40)]
exps += [uniform(709, 709.78) for _ in range(10)] + [signs() * 2.0 ** uniform(-60, 0) for _ in range(40)]
exps += [-745.1332191019411, -708.0, math.nextafter(-708, 0), 709.0, math.nextafter(709, 0), 709.782712893384, 0.647118193884126, 623.0661500641968, -708.6369411282343]
logs = [math.exp(uniform(-708, 709)) for _ in range(80)] + [uniform(0.5, 2) for _ in range(80)] + [1 + uniform(-0.02, 0.02) for _ in range(80)]
logs += [1 + signs() * 2.0 ** uniform(-52, -5) for _ in range(40)] + [2.0 ** uniform(-1074, -1022) for _ in range(20)]
logs += [5e-324, 2.0**-1022, math.nextafter(2.0**-1022, 0), math.nextafter(1, 0), math.nextafter(1, 2), 0.6875, 1.375, 1.7976931348623157e308, 0.9960859672826773, 1.007823483159382]
tanhs = [uniform(-1, 1) for _ in range(100)] + [uniform(-20, 20) for _ in range(80)] + [signs() * 2.0 ** uniform(-60, 0) for _ in range(40)]
tanhs += [0.25, math.nextafter(0.25, 0), 19.07, math.nextafter(19.07, 0), 0.0625, 0.4343946972865711, 0.3061974678177802, 5e-324, 300.0]
cases = [*rows("exp", exp, own_exp, exps), *rows("log", log, own_log, logs), *rows("tanh", tanh, own_tanh, tanhs)]
Path("packages/numerics/golden/elementary.json").write_text(
    "{\n"
    ' "source": "tools/golden/elementary.py with mpmath 1.3.0 at 60 digits; own: CPython doubles",\n'
    ' "cases": [\n' + ",\n".join("  " + json.dumps(case) for case in cases) + "\n ]\n}\n"
)
for name in ("exp", "log", "tanh"):
    print(name, max(abs((c["own"] - c["value"]) / math.ulp(c["value"]) - c["rest"]) for c in cases if c["fn"] == name))
