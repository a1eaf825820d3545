"""The `jobboard` command, one module for each of its subcommands that is more than a call."""
