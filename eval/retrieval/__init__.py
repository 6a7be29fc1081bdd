"""How well messages are understood and records found: ours, plain ways beside, and parts left out.

Everybody is put the same messages over the same records, on the same day. Only delays depend on the
machine: the rest comes out the same from the same records and code.
"""
