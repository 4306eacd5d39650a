"""Ten countries' law as dated data: shown, compared, asked."""
