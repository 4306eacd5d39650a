"""How what the domain knows is said to a reader: clock and calendar, patterns, states, mends, reasons, hours."""
