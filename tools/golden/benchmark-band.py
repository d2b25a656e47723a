#!/usr/bin/env python3
"""Prints the spine's band of packages/evidence/src/benchmark/benchmark.test.ts: expected percent and both ends by month.

The values that the benchmark fits, from the literature: gain and sampling variance by months since weaning. Percent =
asymptote x (1 - exp(-months / pace)); the pace by the likelihood with the asymptote and tau² profiled out, the variance of both
parameters linearised (delta method) with k - 2 degrees of freedom, one woman's SD on top, and degrees of freedom of the sum by
Satterthwaite. Made with numpy 2.4 and scipy 1.17.
"""

import numpy as np
from scipy import optimize, stats

# Women without a bone drug: SD 7.1 of 5 (Hong 2018) and 4.8 of 8 (Lampropoulou-Adamidou 2021) pooled, percentage points.
WOMEN_DF = 4 + 7
WOMEN = (4 * 7.1**2 + 7 * 4.8**2) / WOMEN_DF
# Kalkwarf 1997, both groups; Kalkwarf and Specker 1995; Hong 2018; Lampropoulou-Adamidou 2021; Iwamoto 2012.
MONTHS = np.array([6, 6, 12, 24, 60.0])
PERCENT = np.array([(5.9 + 4.4) / 2, 5.5, 7.5, 12.2, 21.4])
VI = np.array([WOMEN / 95, WOMEN / 40, 7.1**2 / 5, 4.2**2 / 6, WOMEN])


def reached(months, pace):
    return -np.expm1(-months / pace)


def asymptote_and_likelihood(pace, tau2):
    weight = 1 / (VI + tau2)
    share = reached(MONTHS, pace)
    asymptote = np.sum(weight * share * PERCENT) / np.sum(weight * share**2)
    residual = PERCENT - asymptote * share
    return asymptote, np.sum(np.log(weight) - weight * residual**2) / 2


def profile(pace):
    """Full log likelihood at its best tau² of 0 or more."""
    inside = optimize.minimize_scalar(lambda t: -asymptote_and_likelihood(pace, t)[1], bounds=(0, 100), method="bounded")
    return max(-inside.fun, asymptote_and_likelihood(pace, 0)[1])


def restricted(tau2):
    share = reached(MONTHS, pace)
    return asymptote_and_likelihood(pace, tau2)[1] - np.log(np.sum(share**2 / (VI + tau2))) / 2


paces = np.linspace(2, 60, 581)
near = paces[np.argmax([profile(one) for one in paces])]
pace = optimize.minimize_scalar(lambda one: -profile(one), bounds=(near - 0.2, near + 0.2), method="bounded", options={"xatol": 1e-9}).x
inside = optimize.minimize_scalar(lambda t: -restricted(t), bounds=(0, 100), method="bounded")
tau2 = inside.x if -inside.fun > restricted(0) else 0.0
asymptote, _ = asymptote_and_likelihood(pace, tau2)


def gradient(months):
    return np.column_stack([reached(months, pace), -asymptote * months * np.exp(-months / pace) / pace**2])


weight = 1 / (VI + tau2)
at = gradient(MONTHS)
df = len(MONTHS) - 2
factor = max(1, np.sum(weight * (PERCENT - asymptote * reached(MONTHS, pace)) ** 2) / df)
covariance = factor * np.linalg.inv(at.T @ (weight[:, None] * at))
print(f"asymptote {asymptote:.6f}, pace {pace:.6f} months, tau² {tau2:.6g}")
for month in (6, 12, 24, 36, 60):
    [slope] = gradient(np.array([float(month)]))
    mean = slope @ covariance @ slope + tau2
    dfs = (mean + WOMEN) ** 2 / (mean**2 / df + WOMEN**2 / WOMEN_DF)
    reach = stats.t.ppf(0.975, dfs) * np.sqrt(mean + WOMEN)
    expected = asymptote * reached(month, pace)
    print(f"[{month}, {expected:.4f}, {expected - reach:.4f}, {expected + reach:.4f}], degrees of freedom {dfs:.4f}")
