"""Stage 2, model: documents in, typed and frozen content out, or problems (all of them, not the first).

Each kind of content is declared once, as a dataclass whose fields carry their type, meaning and an
example (`field.py`). The validator (`record.py`), the JSON Schema (`schema.py`) and the author's
reference (`reference.py`) are all read from that declaration.
"""
