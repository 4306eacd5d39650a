"""The shapes of rulebook files, told once: messages and JSON Schema come from the same words."""
