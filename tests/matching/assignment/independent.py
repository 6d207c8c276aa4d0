"""The same question put to somebody else: networkx's network simplex, in whole numbers without a limit, by one price
that holds the whole rule: passing over one person costs more than passing over all who wait shorter, and that more than
everything that pairs can cost together."""

from __future__ import annotations

import networkx as nx

from vrijplaats.matching.assignment.solving import Puzzle

NOBODY = "nobody"


def best_of_another(puzzle: Puzzle) -> dict[int, int]:
    """Who goes to whom, by the numbers of wish and volunteer."""
    graph = nx.DiGraph()
    wishes = sorted(set(puzzle.pairs.wish.tolist()))
    more = 1 + sum(puzzle.prices.tolist()) + int((puzzle.another * puzzle.places**2).sum())
    graph.add_node("end", demand=len(wishes))
    graph.add_edge(NOBODY, "end", capacity=len(wishes), weight=0)
    turns = {day: turn for turn, day in enumerate(sorted({int(puzzle.waiting_days[wish]) for wish in wishes}))}
    for wish in wishes:
        graph.add_node(("wish", wish), demand=-1)
        passed_over = (len(wishes) + 1) ** (1 + turns[int(puzzle.waiting_days[wish])])
        graph.add_edge(("wish", wish), NOBODY, capacity=1, weight=more * passed_over)
    for wish, volunteer, price in zip(
        puzzle.pairs.wish.tolist(), puzzle.pairs.volunteer.tolist(), puzzle.prices.tolist(), strict=True
    ):
        graph.add_edge(("wish", wish), ("volunteer", volunteer), capacity=1, weight=price)
    for volunteer in set(puzzle.pairs.volunteer.tolist()):
        for taken in range(int(puzzle.places[volunteer])):
            place = ("place", volunteer, taken)
            graph.add_edge(("volunteer", volunteer), place, capacity=1, weight=int(puzzle.another[volunteer]) * taken)
            graph.add_edge(place, "end", capacity=1, weight=0)
    _, flow = nx.network_simplex(graph)
    return {wish: to[1] for wish in wishes for to, people in flow[("wish", wish)].items() if people and to != NOBODY}


def most_that_can_be_served(puzzle: Puzzle) -> int:
    """However long anybody waits."""
    graph = nx.DiGraph()
    graph.add_nodes_from(("begin", "end"))
    for wish, volunteer in zip(puzzle.pairs.wish.tolist(), puzzle.pairs.volunteer.tolist(), strict=True):
        graph.add_edge("begin", ("wish", wish), capacity=1)
        graph.add_edge(("wish", wish), ("volunteer", volunteer), capacity=1)
        graph.add_edge(("volunteer", volunteer), "end", capacity=int(puzzle.places[volunteer]))
    return int(nx.maximum_flow_value(graph, "begin", "end"))
