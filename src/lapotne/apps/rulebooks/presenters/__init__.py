"""The law in words: statements with their day and source, rules as sentences, verdicts that never stand alone."""
