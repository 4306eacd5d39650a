"""What a country's law gives a person on a day, who decides and for how long: rulebooks as dated data, judged."""
