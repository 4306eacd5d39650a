"""How a town's canopy is told: its finding and numbers, the pictures and tables, the holes, who stands behind."""
