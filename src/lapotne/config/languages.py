"""The twelve languages, each by its own name, and which of them must be complete."""

LANGUAGES = [
    ("lv", "Latviešu"),
    ("en", "English"),
    ("et", "Eesti"),
    ("lt", "Lietuvių"),
    ("fi", "Suomi"),
    ("sv", "Svenska"),
    ("nb", "Norsk bokmål"),
    ("da", "Dansk"),
    ("pl", "Polski"),
    ("de", "Deutsch"),
    ("ru", "Русский"),
    ("uk", "Українська"),
]
COMPLETE = tuple(code for code, _name in LANGUAGES)
# In which also what only staff read is complete; in the others it may be shown in English.
STAFFS = ("lv", "en")
# Languages in which every page of content/ has to be that isn't about one place or day.
WRITTEN = tuple(code for code, _name in LANGUAGES)
# A missing text shows its English source; a visitor who states no preference gets Latvian.
SOURCE_LANGUAGE = "en"
VISITORS_LANGUAGE = "lv"
