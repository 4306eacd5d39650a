"""An edit put into a text: what didn't change keeps its place, its quotes and its comments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lapotne.adapters.yaml_text.writing import Order, laid_out


class LostTrackError(ValueError):
    """The text's own values don't correspond to those that were read from it, so that no edit can be put in."""


def edit(node: Any, before: Any, after: Any, order: Order) -> Any:
    """The library's value for `after`, made from the one for `before` by changing as little as can be."""
    if before == after and type(before) is type(after):
        return node
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return _edit_mapping(node, before, after, order)
    if isinstance(before, list) and isinstance(after, list) and before:
        return _edit_list(node, before, after, order)
    return laid_out(after, order)


def _edit_mapping(node: Any, before: Mapping[str, Any], after: Mapping[str, Any], order: Order) -> Any:
    names = {str(key): key for key in node}
    if not names.keys() >= before.keys():
        raise LostTrackError
    for key in [key for key in before if key not in after]:
        del node[names[key]]
    for key in order(after):
        if key in before:
            changed = edit(node[names[key]], before[key], after[key], order)
            if changed is not node[names[key]]:
                node[names[key]] = changed
        else:
            node[key] = laid_out(after[key], order)
    return node


def _edit_list(node: Any, before: list[Any], after: list[Any], order: Order) -> Any:
    kept = min(len(before), len(after))
    for index in range(kept):
        node[index] = edit(node[index], before[index], after[index], order)
    for index in range(len(before) - 1, kept - 1, -1):
        del node[index]
    node.extend(laid_out(item, order) for item in after[kept:])
    return node
