"""How Django writes days where a language's own way isn't the region's."""
