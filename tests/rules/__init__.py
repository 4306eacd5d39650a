"""The rulebooks that ship: their situations, and what is promised of every country."""
