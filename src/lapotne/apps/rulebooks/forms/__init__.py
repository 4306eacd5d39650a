"""What a reader writes: days, and facts about a person; every fact may be left unknown."""
