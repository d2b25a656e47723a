"""Values and derivatives of small expressions of the model language, to 40 digits of mpmath.

python3 tools/golden/compiled-derivatives.py > packages/circuit/golden/compiled-derivatives.json
"""

import json

import mpmath
from mpmath import mp, mpf

mp.dps = 40


def hill(x, half, g):
    return x**g / (x**g + half**g)


EXPRESSIONS = [
    ("x^g", lambda x, g: x**g, [(0.7, 1.7), (3.0, -0.4), (1e-9, 0.15)]),
    ("hill(x, 2, g)", lambda x, g: hill(x, mpf(2), g), [(0.3, 8.53), (1.9, 0.4583), (5.0, 3.1)]),
    ("hill(g, x, 2.5)", lambda x, g: hill(g, x, mpf(2.5)), [(0.7, 1.1)]),
    ("tanh(g*x)", lambda x, g: mp.tanh(g * x), [(0.4, 1.3), (-2.0, 0.7)]),
    ("sqrt(x)*x^2/(1+x)", lambda x, g: mp.sqrt(x) * x**2 / (1 + x), [(1.3, 1.0)]),
    ("exp(-g*x)*log(x)", lambda x, g: mp.exp(-g * x) * mp.log(x), [(2.2, 0.6)]),
    ("x^2.5/(g - x)", lambda x, g: x ** mpf(2.5) / (g - x), [(1.25, 3.0)]),
    ("x^g*hill(x, g, x)^2/x^3", lambda x, g: x**g * hill(x, g, x) ** 2 / x**3, [(1.5, 0.8)]),
    ("(x*g)^-3 - (x/g)^-0.5", lambda x, g: (x * g) ** -3 - (x / g) ** mpf(-0.5), [(1.5, 0.8)]),
]


def row(text, f, x, g):
    x, g = mpf(x), mpf(g)
    return {
        "expression": text,
        "x": float(x),
        "g": float(g),
        "value": float(f(x, g)),
        "byX": float(mp.diff(lambda a: f(a, g), x)),
        "byG": float(mp.diff(lambda b: f(x, b), g)),
    }


print(
    json.dumps(
        {
            "source": f"tools/golden/compiled-derivatives.py, mpmath {mpmath.__version__}, 40 digits",
            "relativeTolerance": 2e-14,
            "rows": [row(text, f, x, g) for text, f, points in EXPRESSIONS for x, g in points],
        },
        indent=2,
    )
)
