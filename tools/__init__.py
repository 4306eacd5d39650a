"""The task runner behind ./dev: it works on a checkout and is no part of the product."""
