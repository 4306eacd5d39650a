"""The outline of a leaf, whole or filled from its foot up to a share."""

from __future__ import annotations

STEPS = 12
TO_THE_LEFT = ((0.0, 0.0), (-0.62, -0.3), (-0.58, -0.74), (0.1, -1.0))
TO_THE_RIGHT = ((0.0, 0.0), (0.52, -0.22), (0.62, -0.62), (0.1, -1.0))
"""Bézier points of its two sides, foot at the origin, height 1."""

type Point = tuple[float, float]


def leaf_path(height: float, width: float) -> str:
    """The whole leaf as an SVG path."""
    left, right = _scaled(TO_THE_LEFT, height, width), _scaled(TO_THE_RIGHT, height, width)
    return f"M0 0C{_pairs(left[1:])}C{_pairs(list(reversed(right[:-1])))}Z"


def filled_path(height: float, width: float, share: float) -> str:
    """The part of the leaf from its foot to a share of its height."""
    top = -height * share
    left = _up_to(_points(_scaled(TO_THE_LEFT, height, width)), top)
    right = _up_to(_points(_scaled(TO_THE_RIGHT, height, width)), top)
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in [*left, *reversed(right)]) + "Z"


def _scaled(points: tuple[Point, ...], height: float, width: float) -> list[Point]:
    return [(x * width, y * height) for x, y in points]


def _points(curve: list[Point]) -> list[Point]:
    return [_at(curve, step / STEPS) for step in range(STEPS + 1)]


def _at(curve: list[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return (
        sum(weight * x for weight, (x, _) in zip(weights, curve, strict=True)),
        sum(weight * y for weight, (_, y) in zip(weights, curve, strict=True)),
    )


def _up_to(points: list[Point], top: float) -> list[Point]:
    kept = [points[0]]
    for x, y in points[1:]:
        before_x, before_y = kept[-1]
        if y < top:
            part = (top - before_y) / (y - before_y) if y != before_y else 0.0
            return [*kept, (before_x + (x - before_x) * part, top)]
        kept.append((x, y))
    return kept


def _pairs(points: list[Point]) -> str:
    return " ".join(f"{_number(x)} {_number(y)}" for x, y in points)


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if value else "0"
