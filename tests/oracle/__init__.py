"""A second program for docs/coverage.md, slow and obvious; the engine must agree with it to the minute."""
