#!/usr/bin/env python3
"""Writes ruifrok.json beside this script: stain separation with fixed vectors, computed from the definitions.

    python3 make_ruifrok.py

Nothing but the standard library is used, and nothing of the program: an independent second opinion.
Definitions: Ruifrok and Johnston 2001 for the vectors; optical density max(-ln(max(I, 1)/255), 1e-6); amounts by
min 1/2|x - aB|^2 + 0.01 (a0 + a1), a >= 0, here by trying every set of stains that may be present; 99th percentiles, linear
between the closest ranks; scaled to the published H&E reference; 255 exp(-aB), truncated.
"""

import json
import math
import os

LAMBDA = 0.01
HEMATOXYLIN = (0.65, 0.70, 0.29)
EOSIN = (0.07, 0.99, 0.11)
REFERENCE = ((0.5626, 0.7201, 0.4062), (0.2159, 0.8012, 0.5581))
REFERENCE_MAXIMUM = (1.9705, 1.0308)


def unit(vector):
    length = math.sqrt(sum(v * v for v in vector))
    return tuple(v / length for v in vector)


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def density(color):
    return tuple(max(-math.log(max(level, 1) / 255.0), 1e-6) for level in color)


def objective(x, stains, amounts):
    rest = [xc - sum(a * row[c] for a, row in zip(amounts, stains)) for c, xc in enumerate(x)]
    return 0.5 * dot(rest, rest) + LAMBDA * sum(amounts)


def lasso(x, stains):
    """The best of: no stain, one of the two, both with the gradient zero. One of them is the minimum."""
    right = [dot(x, row) - LAMBDA for row in stains]
    candidates = [(0.0, 0.0)]
    for k in range(2):
        amount = right[k] / dot(stains[k], stains[k])
        if amount > 0:
            candidates.append((amount, 0.0) if k == 0 else (0.0, amount))
    g00, g01, g11 = dot(stains[0], stains[0]), dot(stains[0], stains[1]), dot(stains[1], stains[1])
    determinant = g00 * g11 - g01 * g01
    both = ((g11 * right[0] - g01 * right[1]) / determinant, (g00 * right[1] - g01 * right[0]) / determinant)
    if min(both) >= 0:
        candidates.append(both)
    return min(candidates, key=lambda amounts: objective(x, stains, amounts))


def percentile(values, q):
    ordered = sorted(values)
    rank = (len(ordered) - 1) * q / 100.0
    low = int(math.floor(rank))
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (rank - low) * (ordered[high] - ordered[low])


def generated_colors(stains, count):
    """Pixels with both stains, one of them, none, and colors that no stain gives; by a small generator of our own."""
    state = 20010823
    def draw():
        nonlocal state
        state = (1103515245 * state + 12345) % 2**31
        return state / 2**31
    colors = []
    for i in range(count):
        if i % 10 == 9:
            colors.append(tuple(int(256 * draw()) for _ in range(3)))
            continue
        amounts = [2.0 * draw() if i % 5 != 1 else 0.0, 1.5 * draw() if i % 5 != 2 else 0.0]
        levels = []
        for c in range(3):
            d = sum(a * row[c] for a, row in zip(amounts, stains))
            levels.append(min(255, max(0, int(round(245 * math.exp(-d) + 6 * (draw() - 0.5))))))
        colors.append(tuple(levels))
    return colors


def main():
    stains = (unit(HEMATOXYLIN), unit(EOSIN))
    target = tuple(unit(row) for row in REFERENCE)
    colors = generated_colors(stains, 2000) + [(0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255)]
    amounts = [lasso(density(color), stains) for color in colors]
    maximum = [percentile([a[k] for a in amounts], 99) for k in range(2)]
    scale = [REFERENCE_MAXIMUM[k] / maximum[k] for k in range(2)]
    result = []
    for a in amounts:
        scaled = [a[k] * scale[k] for k in range(2)]
        result.append([min(255, max(0, int(255 * math.exp(-sum(s * row[c] for s, row in zip(scaled, target))))))
                       for c in range(3)])
    written = {"stains": stains, "maximum": maximum,
               "source": ["%02x%02x%02x" % color for color in colors],
               "target": ["%02x%02x%02x" % tuple(color) for color in result]}
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ruifrok.json")
    with open(path, "w", encoding="ascii", newline="\n") as file:
        json.dump(written, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
