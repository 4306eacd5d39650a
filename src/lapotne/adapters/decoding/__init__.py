"""Values that several documents share, from their checked writing to the domain's words."""
