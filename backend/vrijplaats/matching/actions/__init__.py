"""Verbs of this feature: offer, accept, decline, end."""

from vrijplaats.matching.actions.answering import accept_offer, decline_offer
from vrijplaats.matching.actions.ending import end_match
from vrijplaats.matching.actions.offering import offer_request

__all__ = ["accept_offer", "decline_offer", "end_match", "offer_request"]
