"""The shape of a document, told once: the checker's messages and the JSON Schema come from the same words."""
