#!/usr/bin/env python3
"""Prints the coefficients in packages/numerics/src/special, made with mpmath 1.3.0 at 60 digits.

- scaled normal tail: rational function of degree 10 over 11 that agrees with exp(z^2/2) Q(z) at 21 Chebyshev points of
  t = (z - 3.8) / (z + 3.8), in powers of z; all coefficients are positive.
- central normal: polynomial in z^2 for (Phi(z) - 1/2) / z on [0, 1].
- log gamma: polynomial in z for logGamma(2 + z) / z on [-1/2, 1/2].
- Stirling error at 0, 1/2, 1, ... 15.
- Temme's d(k, n), DLMF 8.12.9-8.12.14.
"""

from mpmath import bernoulli, chebyfit, cos, erf, erfc, euler, exp, log, loggamma, lu_solve, matrix, mp, mpf, nstr, pi, polyval, sqrt

mp.dps = 60


def show(name, values):
    print(f"{name} = [")
    for value in values:
        print(f"  {float(value)!r},")
    print("]")


def scaled_normal_tail(m, k):
    def f(z):
        return exp(z * z / 2) * erfc(z / sqrt(mpf(2))) / 2

    n = 2 * m + 1
    a, b = matrix(n, n), matrix(n, 1)
    for i in range(n):
        t = cos(pi * (2 * i + 1) / (2 * n))
        z = k * (1 + t) / (1 - t)
        g = f(z) * (z + k)
        for j in range(m + 1):
            a[i, j] = t**j
        for j in range(1, m + 1):
            a[i, m + j] = -g * t**j
        b[i] = g
    s = lu_solve(a, b)

    def in_powers_of_z(c):
        out = [mpf(0)] * (m + 1)
        for j, cj in enumerate(c):
            p = [mpf(1)]
            for sign in [-1] * j + [1] * (m - j):
                p = times(p, sign * k)
            for i in range(m + 1):
                out[i] += cj * p[i]
        return out

    numerator = in_powers_of_z([s[j] for j in range(m + 1)])
    denominator = times(in_powers_of_z([mpf(1)] + [s[m + j] for j in range(1, m + 1)]), k)
    scale = denominator[0]
    return [x / scale for x in numerator], [x / scale for x in denominator]


def times(p, shift):
    """p(z) (z + shift)"""
    return [(p[i - 1] if i > 0 else 0) + shift * (p[i] if i < len(p) else 0) for i in range(len(p) + 1)]


def temme(k_max, n_max):
    top = n_max + 2 * k_max + 4
    alpha = [None, mpf(1)]
    # DLMF 8.12.14 through alpha_1 = 1 and lambda - 1 - log(lambda) = eta^2 / 2.
    for n in range(2, top + 2):
        s = sum(j * alpha[j] * alpha[n - j + 1] for j in range(2, n))
        alpha.append((alpha[n - 1] - s) / (n + 1))
    # g_k are the coefficients of the Stirling series of Gamma*.
    order = k_max + 1
    series = [mpf(0)] * (order + 1)
    for i in range(1, order // 2 + 2):
        if 2 * i - 1 <= order:
            series[2 * i - 1] = bernoulli(2 * i) / (2 * i * (2 * i - 1))
    star = [mpf(1)] + [mpf(0)] * order
    for n in range(1, order + 1):
        star[n] = sum(j * series[j] * star[n - j] for j in range(1, n + 1)) / n
    rows = []
    d0 = [-mpf(1) / 3] + [(n + 2) * alpha[n + 2] for n in range(1, top - 1)]
    rows.append(d0)
    for k in range(1, k_max + 1):
        previous = rows[-1]
        rows.append([(-1) ** k * star[k] * d0[n] + (n + 2) * previous[n + 2] for n in range(len(previous) - 2)])
    return [row[: n_max + 1] for row in rows]


if __name__ == "__main__":
    numerator, denominator = scaled_normal_tail(10, mpf("3.8"))
    show("NUMERATOR", numerator)
    show("DENOMINATOR", denominator)
    c, e = chebyfit(lambda u: erf(sqrt(u / 2)) / 2 / sqrt(u) if u > 0 else 1 / sqrt(2 * pi), [mpf(10) ** -30, 1], 11, error=True)
    show(f"CENTRAL (error {nstr(e, 3)})", c[::-1])
    c, e = chebyfit(lambda z: loggamma(2 + z) / z if abs(z) > mpf(10) ** -25 else 1 - euler, [-mpf(1) / 2, mpf(1) / 2], 18, error=True)
    show(f"LOG_GAMMA (error {nstr(e, 3)})", c[::-1])
    show("STIRLING_ERROR", [mpf(0)] + [loggamma(1 + mpf(i) / 2) - (mpf(i) / 2 + mpf(1) / 2) * log(mpf(i) / 2) + mpf(i) / 2 - log(2 * pi) / 2 for i in range(1, 31)])
    for k, row in enumerate(temme(6, 14)):
        show(f"TEMME {k}", row)
