"""Stages 4 and 5, plan and express: the board in; every file of the site out, first as a plan, then as bytes.

`plan.py` is the list of everything a site consists of. Each planned output names all its inputs, makes
a view of them (plain, frozen data), and expresses the view in its format. Nothing here reads or writes.
"""
