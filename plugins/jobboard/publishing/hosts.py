"""Which host a target is: one module for each kind, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jobboard.board.site import Site
from jobboard.engine.folder import Waiting
from jobboard.publishing.host import Host, NotPublishedError
from jobboard.publishing.target import SSH, TOKEN, PublishTarget


def host_for(target: PublishTarget, site: Site, key: bytes, environment: Mapping[str, str], waiting: Waiting) -> Host:
    """The host of a target. `key` seals lists kept there; what lets us in is in the environment. Raises
    NotPublishedError."""
    if target.kind == "folder":
        from jobboard.publishing.folder_host import FolderHost  # noqa: PLC0415 (each kind loads its own)

        return FolderHost(Path(target.path), target.keep, waiting)
    if target.kind in SSH:
        from jobboard.publishing.ssh_host import SshHost  # noqa: PLC0415

        return SshHost(target, key)
    if target.kind == "netlify":
        from jobboard.publishing.netlify import API, NetlifyHost  # noqa: PLC0415

        if not (token := environment.get(TOKEN, "").strip()):
            raise NotPublishedError(f"Netlify asks for a token: put one into the environment variable {TOKEN}")
        return NetlifyHost(target.host, token, target.endpoint.rstrip("/") or API)
    if target.kind == "pack":
        from jobboard.publishing.pack_host import PackHost  # noqa: PLC0415

        return PackHost(Path(target.path))
    from jobboard.publishing.store_host import StoreHost  # noqa: PLC0415

    if target.kind == "s3":
        from jobboard.publishing.s3 import S3Shelf, bucket_of  # noqa: PLC0415

        return StoreHost(S3Shelf(bucket_of(target), site), target.name, key)
    from jobboard.publishing.rclone import rclone_shelf  # noqa: PLC0415

    return StoreHost(rclone_shelf(target, environment), target.name, key)
