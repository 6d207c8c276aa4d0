"""Reporting that somebody leaves, carrying it out on the day, and choosing how a match goes on."""

from vrijplaats.matching.continuity.actions.choosing import (
    hand_back_match,
    hand_over_match,
    keep_match,
    note_meeting,
    say_wish,
    taper_match,
)
from vrijplaats.matching.continuity.actions.reporting import report_departure, undo_departure
from vrijplaats.matching.continuity.actions.taking_over import answer_take_over, ask_to_take_over

__all__ = [
    "answer_take_over",
    "ask_to_take_over",
    "hand_back_match",
    "hand_over_match",
    "keep_match",
    "note_meeting",
    "report_departure",
    "say_wish",
    "taper_match",
    "undo_departure",
]
