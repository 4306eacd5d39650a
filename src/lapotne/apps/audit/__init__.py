"""The record of acts: who changed what, and when."""
