#!/usr/bin/env python3
"""Prints the expected values of packages/evidence/src/model-file/robust-joint.test.ts.

Common-effect meta-regression with CR2 by study: the joint test of both slopes by Hotelling's T² with the degrees of freedom of
Tipton and Pustejovsky (2015), as HTZ of clubSandwich, over all pairs of clusters. Made with numpy 2.4 and scipy 1.17.
"""

import numpy as np
from scipy import stats

STUDY = list("AABBBCCCDDEEEFFFF")
YI = np.array([0.3, 0.5, 0.1, 0.2, 0.4, 0.9, 0.7, 0.8, 0.2, 0.1, 0.6, 0.5, 0.3, 0.4, 0.8, 0.2, 0.5])
VI = np.array([0.05, 0.04, 0.06, 0.05, 0.03, 0.08, 0.04, 0.05, 0.02, 0.06, 0.05, 0.07, 0.03, 0.05, 0.04, 0.06, 0.05])
X = [1, 2, 1, 3, 2, 4, 3, 5, 1, 2, 2, 3, 1, 2, 4, 1, 3]
Z = [0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 1, 1]

k = len(YI)
x = np.column_stack([np.ones(k), X, Z])
v = np.diag(VI)
w = np.linalg.inv(v)
phi = np.linalg.inv(x.T @ w @ x)
beta = phi @ x.T @ w @ YI
residual = np.eye(k) - x @ phi @ x.T @ w


def of_cluster(study):
    """The matrix that takes the effects to the score of one cluster, adjusted so that its variance is unbiased."""
    rows = [i for i, one in enumerate(STUDY) if one == study]
    root = np.linalg.cholesky(v[np.ix_(rows, rows)])
    inner = root.T @ (residual @ v @ residual.T)[np.ix_(rows, rows)] @ root
    values, vectors = np.linalg.eigh(inner)
    inverse = np.where(values > 1e-12 * values.max(), values, np.inf) ** -0.5
    adjustment = root @ (vectors * inverse) @ vectors.T @ root.T
    return phi @ x[rows].T @ w[np.ix_(rows, rows)] @ adjustment @ residual[rows]


scores = [of_cluster(study) for study in sorted(set(STUDY))]
rows = np.eye(3)[1:]
q = len(rows)
covariance = rows @ sum(np.outer(s @ YI, s @ YI) for s in scores) @ rows.T
hotelling = (rows @ beta) @ np.linalg.solve(covariance, rows @ beta)
mean = rows @ sum(s @ v @ s.T for s in scores) @ rows.T
values, vectors = np.linalg.eigh(mean)
standard = [(vectors / np.sqrt(values)) @ vectors.T @ rows @ s for s in scores]
total = 0.0
for left in standard:
    for right in standard:
        shared = left @ v @ right.T
        for s in range(q):
            for t in range(q):
                total += shared[s, s] * shared[t, t] + shared[s, t] * shared[t, s]
wishart = q * (q + 1) / total
df = wishart - q + 1
f = df / (wishart * q) * hotelling
print(f"F {f:.13g}, degrees of freedom {df:.13g}, p {stats.f.sf(f, q, df):.13g}")
