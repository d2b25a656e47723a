#!/usr/bin/env python3
"""Writes packages/numerics/golden/special-functions.json: what distributions.json leaves out.

Special functions, upper tails, quantiles of upper tails, far and awkward parameters, and the non-central forms by other
ways than the program's: the non-central t as its sum over incomplete beta functions at 300 digits, and the Poisson
mixtures term by term. Made with mpmath 1.3.0. Run from the root of the repository; takes some minutes.
"""

import json
import random
from pathlib import Path

from mpmath import betainc, erfc, exp, factorial, findroot, gamma, gammainc, log, loggamma, mp, mpf, ncdf, nstr, pi, polygamma, sqrt

mp.dps = 60
random.seed(20261126)
rows = []


def number(low, high):
    """A double with few digits, evenly spread in its logarithm."""
    return float(f"{10 ** random.uniform(low, high):.4g}")


def add(name, args, value):
    if mpf(10) ** -300 < abs(value) < mpf(10) ** 300 or value == 0:
        rows.append({"fn": name, "args": args, "value": nstr(value, 20)})


def gamma_tail(a, x, tail):
    return gammainc(a, x, regularized=True) if tail == "upper" else gammainc(a, 0, x, regularized=True)


def beta_tail(a, b, x, tail):
    if tail == "lower":
        return betainc(a, b, 0, x, regularized=True)
    return betainc(b, a, 0, 1 - x, regularized=True)


def chi_square(x, df, tail):
    return gamma_tail(mpf(df) / 2, mpf(x) / 2, tail)


def f_tail(x, df1, df2, tail):
    u = mpf(df1) * mpf(x)
    return beta_tail(mpf(df1) / 2, mpf(df2) / 2, u / (u + mpf(df2)), tail)


def t_upper(t, df):
    t, df = mpf(t), mpf(df)
    return betainc(df / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2


def solved(tail_of_log, p, guess):
    """exp(u) with log tail(exp(u)) = log p, by the secant method from two sides of the guess."""
    f = lambda u: log(tail_of_log(exp(u))) - log(mpf(p))
    return exp(findroot(f, (log(mpf(guess)), log(mpf(guess)) + mpf("0.01")), solver="secant", tol=mpf(10) ** -80, maxsteps=200))


def noncentral_t(t, df, delta):
    t, df, d = mpf(t), mpf(df), mpf(delta)
    if t < 0:
        return 1 - noncentral_t(-t, df, -d)
    x, mean = t * t / (df + t * t), d * d / 2
    total, j = mpf(0), 0
    while True:
        p = exp(-mean) * mean**j / factorial(j)
        q = d / sqrt(mpf(2)) * exp(-mean) * mean**j / gamma(j + mpf(3) / 2)
        total += p * betainc(j + mpf(1) / 2, df / 2, 0, x, regularized=True) + q * betainc(j + 1, df / 2, 0, x, regularized=True)
        j += 1
        if j > mean and p < mpf(10) ** -180:
            return ncdf(-d) + total / 2


def mixture(mean, rung):
    mean, total, j = mpf(mean), mpf(0), 0
    while True:
        weight = exp(-mean) * mean**j / factorial(j)
        total += weight * rung(j)
        j += 1
        if j > mean and weight < mpf(10) ** -45 * total:
            return total


def write():
    for x in [1e-5, 0.013, 0.4, 0.9999, 1.0000001, 1.3, 1.9999999, 2.00001, 2.6, 7.77, 9.9999, 10, 55.5, 1e4, 1e15]:
        add("logGamma", [x], loggamma(mpf(x)))
        add("digamma", [x], polygamma(0, mpf(x)))
        add("trigamma", [x], polygamma(1, mpf(x)))
    for x in [-7, -3, -0.8, -1e-9, 0, 1e-12, 0.1, 0.70710678, 0.7072, 1, 2.2, 5.5, 26.3]:
        add("erfc", [x], erfc(mpf(x)))
    for _ in range(60):
        df = number(-2, 4.5)
        x = float(f"{df * 10 ** random.gauss(0, 0.5 if df < 100 else 0.1):.5g}")
        for tail in ("lower", "upper"):
            add(f"chiSquareCdf {tail}", [x, df], chi_square(x, df, tail))
    for _ in range(60):
        df1, df2 = number(-1.5, 4), number(-1, 4)
        x = float(f"{10 ** random.gauss(0, 0.6 if min(df1, df2) < 50 else 0.1):.5g}")
        for tail in ("lower", "upper"):
            add(f"fCdf {tail}", [x, df1, df2], f_tail(x, df1, df2, tail))
    for _ in range(30):
        df, t = number(-0.7, 6), number(-2, 1.5)
        add("tCdf upper", [t, df], t_upper(t, df))
    for df in [0.3, 1, 2, 3.7, 12, 150, 5000]:
        for p in [1e-200, 1e-30, 1e-5, 0.03, 0.45]:
            z = sqrt(-2 * log(mpf(p)))
            guess = z if z * z < df else (mpf(p) * df ** (0.5 - df / 2)) ** (-1 / mpf(df))
            add("tQuantile upper", [p, df], solved(lambda t: t_upper(t, df), p, guess))
            wilson = df * max(mpf("0.05"), 1 - mpf(2) / (9 * df) + z * sqrt(mpf(2) / (9 * df))) ** 3
            add("chiSquareQuantile upper", [p, df], solved(lambda x: chi_square(x, df, "upper"), p, wilson))
    for x, df, delta in [(-2, 3.5, 8), (-0.1, 0.7, 1.5), (1.2, 2, -5), (5, 60, 5), (12, 7.3, 9), (30, 1, 2), (2, 1000, 4), (-6, 20, -11)]:
        mp.dps = 200
        lower = noncentral_t(x, df, delta)
        upper = 1 - lower
        mp.dps = 60
        add("noncentralTCdf lower", [x, df, delta], lower)
        add("noncentralTCdf upper", [x, df, delta], upper)
    for x, df, lam in [(3, 0.4, 7), (90, 6, 20), (700, 15, 300), (0.02, 5, 60), (400, 2, 30), (55, 30, 1e-3)]:
        for tail in ("lower", "upper"):
            add(f"noncentralChiSquareCdf {tail}", [x, df, lam], mixture(mpf(lam) / 2, lambda j: gamma_tail(mpf(df) / 2 + j, mpf(x) / 2, tail)))
    for x, df1, df2, lam in [(0.05, 1, 7, 9), (8, 3, 40, 12), (60, 5, 25, 30), (2.5, 12, 300, 80), (300, 2, 6.5, 4)]:
        u = mpf(df1) * mpf(x)
        for tail in ("lower", "upper"):
            add(f"noncentralFCdf {tail}", [x, df1, df2, lam], mixture(mpf(lam) / 2, lambda j: beta_tail(mpf(df1) / 2 + j, mpf(df2) / 2, u / (u + df2), tail)))
    # Rows of distributions.json whose integral had not converged there.
    mp.dps = 300
    for x, df, delta in [(-4, 5, 20), (-0.5, 5, 20), (0.3, 5, 20)]:
        add("noncentralTCdf lower", [x, df, delta], noncentral_t(x, df, delta))


write()
out = Path("packages/numerics/golden/special-functions.json")
out.write_text(
    "{\n"
    ' "source": "tools/golden/special-functions.py with mpmath 1.3.0 at 60 digits or more, to 20 significant digits",\n'
    ' "relativeTolerance": 1e-12,\n'
    ' "cases": [\n  ' + ",\n  ".join(json.dumps(row) for row in rows) + "\n ]\n}\n"
)
