#!/usr/bin/env python3
"""Writes the tables of packages/numerics/src/elementary, made with mpmath 1.3.0 at 60 digits.

- exp-table.ts: of 2^(i/128), i from 0 to 127, the double next to it and the relative rest.
- log-table.ts: of 128 intervals of [0.6875, 1.375), cut where the high word of a double changes by 2^13: a point c of few
  bits near the middle whose reciprocal is a double to 2^-64, the reciprocal, and log(c) in two parts, the first a multiple
  of 2^-42. The two intervals beside 1 have c = 1.
- tanh-table.ts: at i/8, i from 0 to 153, tanh in two parts and 1 - tanh^2.
- the polynomials in the three functions, printed.
"""

import struct
from pathlib import Path

from mpmath import atanh, chebyfit, floor, log, mp, mpf, nint, sqrt, tanh

mp.dps = 60
OUT = Path("packages/numerics/src/elementary")


def write(name, constant, says, values):
    text = [f"/** {says} Made by tools/golden/elementary-tables.py. */", f"export const {constant}: Float64Array = new Float64Array(["]
    line = " "
    for value in values:
        number = repr(float(value))
        number = number[:-2] if number.endswith(".0") else number
        number = {"-0": "0", "1.4142135623730951": "Math.SQRT2"}.get(number, number)
        if len(line) + len(number) + 2 > 120:
            text.append(line)
            line = " "
        line += f" {number},"
    text += [line, "]);"]
    (OUT / name).write_text("\n".join(text) + "\n")


def exp_rows():
    for i in range(128):
        exact = mpf(2) ** (mpf(i) / 128)
        near = mpf(float(exact))
        yield from ((exact - near) / exact, near)


def log_rows():
    for i in range(128):
        low, high = (struct.unpack("<d", struct.pack("<Q", (0x3FE60000 + (j << 13)) << 32))[0] for j in (i, i + 1))
        middle = (mpf(low) + high) / 2
        if low <= 1 <= high:
            c, reciprocal = mpf(1), mpf(1)
        else:
            start = nint(middle * 2**24)
            c = next(
                x
                for step in range(1 << 15)
                for x in ((start + step) / mpf(2) ** 24, (start - step) / mpf(2) ** 24)
                if abs(x * mpf(float(1 / x)) - 1) < mpf(2) ** -61
            )
            assert abs(c - middle) < mpf(2) ** -12, (i, float(c - middle))
            reciprocal = mpf(float(1 / c))
        high_part = nint(log(c) * mpf(2) ** 42) / mpf(2) ** 42
        yield from (c, reciprocal, high_part, log(c) - high_part)


def tanh_rows():
    for i in range(154):
        exact = tanh(mpf(i) / 8)
        near = mpf(float(exact))
        yield from (near, exact - near, 1 - exact**2)


def show(name, coefficients):
    print(name, ", ".join(repr(float(x)) for x in reversed(coefficients)))


write("exp-table.ts", "EXP_TABLE", "Of 2^(i/128), i from 0 to 127: relative rest and nearest double.", exp_rows())
write("log-table.ts", "LOG_TABLE", "Of each interval: c, 1/c, log(c) in two parts.", log_rows())
write("tanh-table.ts", "TANH_TABLE", "At i/8, i from 0 to 153: tanh in two parts, 1 - tanh².", tanh_rows())

ln2 = log(mpf(2))
print("128 / ln 2", repr(float(128 / ln2)))
high = nint(ln2 / 128 * mpf(2) ** 42) / mpf(2) ** 42
print("ln 2 / 128 in two parts", repr(float(high)), repr(float(ln2 / 128 - high)))
high = nint(ln2 * mpf(2) ** 42) / mpf(2) ** 42
print("ln 2 in two parts", repr(float(high)), repr(float(ln2 - high)))
show("(log(1 + r) - r + r^2/2) / r^3:", chebyfit(lambda r: (log(1 + r) - r + r * r / 2) / r**3 if r else mpf(1) / 3, [-mpf(2) ** -8, mpf(2) ** -7], 5))
show(
    "(tanh(x) - x) / x^3 in x^2, |x| <= 1/4:",
    chebyfit(lambda s: (tanh(sqrt(s)) - sqrt(s)) / sqrt(s) ** 3 if s else -mpf(1) / 3, [mpf(2) ** -30, mpf(1) / 16], 8),
)
show(
    "(tanh(x) - x) / x^3 in x^2, |x| <= 1/16:",
    chebyfit(lambda s: (tanh(sqrt(s)) - sqrt(s)) / sqrt(s) ** 3 if s else -mpf(1) / 3, [mpf(2) ** -30, mpf(1) / 256], 5),
)
