"""Tests of asking institutions by a link."""
