"""The eight promises of the product (DOMAIN), each with tests that fail when it is broken.

1. No plan: `test_no_plan.py` over every name in the database and the schema; the screening of texts in
   `tests/requests/test_screening.py`; the text that stays in the form in `tests/journeys/test_in_the_browser.py`.
2. No conversation: `test_no_conversation.py`.
3. Names are sealed: `tests/requests/test_identity.py`, `tests/core/test_sealing.py`, `tests/core/test_logs.py`, and the
   search of every table and log line at the end of `tests/journeys/test_request_to_report.py`.
4. One winner: `tests/matching/test_races.py`, the races of `tests/visits`, the constraints in `test_one_winner.py`.
5. Nothing acknowledged is lost or done twice: `tests/faults`, `tests/core/test_idempotency.py`,
   `tests/core/test_valkey_gone.py`, and the killed process in `tests/journeys/test_request_to_report.py`.
6. Tenants are walls: `tests/security/test_walls.py`.
7. Every figure can be recomputed and betrays nobody: `tests/reports`.
8. Blame-free: `test_blame_free.py`.
"""
