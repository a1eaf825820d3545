"""Publishing, tried for real: on folders of the test, and on servers on loopback."""
