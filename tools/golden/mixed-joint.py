#!/usr/bin/env python3
"""Prints the expected values of packages/evidence/src/model-file/mixed-joint.test.ts for women with irregular visits.

REML of `bmd ~ years + drug + (1 | id)` by scoring, then Newton steps, on dense matrices, then F, denominator degrees of freedom and p of
two sums of coefficients at once: Fai and Cornelius (1996) with the observed information, as lmerTest's contestMD, and
Kenward and Roger (1997) with the expected information, as pbkrtest. Made with numpy 2.4 and scipy 1.17.
"""

import numpy as np
from scipy import stats

WOMEN = list("AAABBBBCCCDDDDEEEFF")
YEARS = np.array([0, 1, 2.5, 0, 0.5, 1, 3, 0, 2, 4, 0, 1, 2, 3, 0, 1.5, 2, 0, 3])
BMD = np.array([0.81, 0.84, 0.9, 0.72, 0.75, 0.74, 0.8, 0.88, 0.91, 0.99, 0.69, 0.7, 0.76, 0.77, 0.79, 0.86, 0.85, 0.93, 1.02])
DRUG = ["abc"["ABCDEF".index(woman) % 3] for woman in WOMEN]

n = len(BMD)
x = np.column_stack([np.ones(n), YEARS, [d == "b" for d in DRUG], [d == "c" for d in DRUG]]).astype(float)
parts = [np.array([[float(a == b) for b in WOMEN] for a in WOMEN]), np.eye(n)]

variances = np.array([0.006, 0.0004])
for step in range(40):
    w = np.linalg.inv(sum(s * part for s, part in zip(variances, parts)))
    phi = np.linalg.inv(x.T @ w @ x)
    p = w - w @ x @ phi @ x.T @ w
    py = p @ BMD
    score = np.array([(py @ d @ py - np.trace(p @ d)) / 2 for d in parts])
    observed = np.array([[py @ d @ p @ e @ py - np.trace(p @ d @ p @ e) / 2 for e in parts] for d in parts])
    expected = np.array([[np.trace(p @ d @ p @ e) / 2 for e in parts] for d in parts])
    information = expected if step < 30 else observed
    variances = variances + np.linalg.solve(information, score)

beta = phi @ x.T @ w @ BMD


def satterthwaite(rows):
    values, vectors = np.linalg.eigh(rows @ phi @ rows.T)
    spread = np.linalg.inv(observed)
    dfs = []
    for value, row in zip(values, vectors.T @ rows):
        slope = x @ phi @ row
        gradient = np.array([slope @ w @ d @ w @ slope for d in parts])
        dfs.append(2 * value**2 / (gradient @ spread @ gradient))
    mean = sum(df / (df - 2) for df in dfs)
    sums = rows @ beta
    return sums @ np.linalg.solve(rows @ phi @ rows.T, sums) / len(rows), 2 * mean / (mean - len(rows))


def kenward_roger(rows):
    q = len(rows)
    spread = np.linalg.inv(expected)
    first = [-x.T @ w @ d @ w @ x for d in parts]
    second = [[x.T @ w @ d @ w @ e @ w @ x for e in parts] for d in parts]
    pairs = [(i, j) for i in range(2) for j in range(2)]
    inner = sum(spread[i, j] * (second[i][j] - first[i] @ phi @ first[j]) for i, j in pairs)
    adjusted = phi + 2 * phi @ inner @ phi
    theta = rows.T @ np.linalg.solve(rows @ phi @ rows.T, rows)
    shares = [theta @ phi @ part @ phi for part in first]
    a1 = sum(spread[i, j] * np.trace(shares[i]) * np.trace(shares[j]) for i, j in pairs)
    a2 = sum(spread[i, j] * np.trace(shares[i] @ shares[j]) for i, j in pairs)
    b = (a1 + 6 * a2) / (2 * q)
    g = ((q + 1) * a1 - (q + 4) * a2) / ((q + 2) * a2)
    c = np.array([g, q - g, q + 2 - g]) / (3 * q + 2 * (1 - g))
    mean = 1 / (1 - a2 / q)
    variance = 2 / q * (1 + c[0] * b) / ((1 - c[1] * b) ** 2 * (1 - c[2] * b))
    df = 4 + (q + 2) / (q * variance / (2 * mean**2) - 1)
    sums = rows @ beta
    return df / (mean * (df - 2)) * (sums @ np.linalg.solve(rows @ adjusted @ rows.T, sums)) / q, df


print("gradient", np.abs(score).max())
for name, rows in [("drug", [[0, 0, 1, 0], [0, 0, 0, 1]]), ("drug b, two years plus drug c", [[0, 0, 1, 0], [0, 2, 0, 1]])]:
    for test in (satterthwaite, kenward_roger):
        f, df = test(np.array(rows, dtype=float))
        print(f"{name}, {test.__name__}: {f:.15g}, {df:.15g}, {stats.f.sf(f, 2, df):.15g}")
