"""The protocol: the steps from suspicion to aftercare, who takes them at a moment, and where nobody can."""
