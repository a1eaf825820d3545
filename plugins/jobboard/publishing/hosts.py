"""Which host a target is: one module for each kind, loaded when it is asked for."""

from __future__ import annotations

from pathlib import Path

from jobboard.engine.folder import Waiting
from jobboard.publishing.host import Host, NotPublishedError
from jobboard.publishing.target import SSH, TOKEN, Target


def host_of(target: Target, key: bytes, secret: str, waiting: Waiting) -> Host:
    """The host of a target. `key` seals lists kept there, `secret` is what lets us in. Raises NotPublishedError."""
    if target.kind == "folder":
        from jobboard.publishing.folder_host import FolderHost  # noqa: PLC0415 (each kind loads its own)

        return FolderHost(Path(target.path), target.keep, waiting)
    if target.kind in SSH:
        from jobboard.publishing.ssh_host import SshHost  # noqa: PLC0415

        return SshHost(target, key)
    if target.kind == "netlify":
        from jobboard.publishing.netlify import API, NetlifyHost  # noqa: PLC0415

        if not secret:
            raise NotPublishedError(f"Netlify asks for a token: put one into the environment variable {TOKEN}")
        return NetlifyHost(target.host, secret, target.endpoint.rstrip("/") or API)
    if target.kind == "pack":
        from jobboard.publishing.pack_host import PackHost  # noqa: PLC0415

        return PackHost(Path(target.path))
    raise NotPublishedError(f"{target.kind}: no such kind of host")
