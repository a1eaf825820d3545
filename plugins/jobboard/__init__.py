"""An expiry-aware job board and newsroom as a Pelican plugin.

Data flows one way through six stages, each a folder:

1. `source/`   files → documents (fields with line numbers, safe HTML)
2. `model/`    documents → typed content, or problems
3. `board/`    content and an instant → everything linked, with its status
4. `outputs/`  the board → the plan: every file with all it depends on
5. `outputs/`  a planned output → bytes
6. `engine/`   the plan → only what changed, on the disk, all or nothing

`pipeline/build.py` runs them in order; `pelican_adapter/` is the only package that imports Pelican; `commands/` is the
`jobboard` command. The house rules are in docs/architecture.md and enforced by tests/test_architecture.py.
"""


def register() -> None:
    """Called by Pelican when the plugin is loaded."""
    from jobboard.pelican_adapter.plugin import register as connect  # noqa: PLC0415 (everything else works without Pelican)

    connect()
