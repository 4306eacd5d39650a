"""Addresses of the public site."""

from django.urls import path, register_converter

from lapotne.apps.website.views import (
    adverts,
    answering,
    choosing,
    collection,
    content,
    directory,
    events,
    kept,
    leaving,
    machines,
    news,
    printing,
    protocol,
    search,
    start,
)


class ContentPath:
    """Addresses that content may have; what begins as another's doesn't lead here by a redirect to a language."""

    regex = r"(?!(?:staff|api|static|files)/)[a-z0-9-]+(?:/[a-z0-9-]+)*"

    def to_python(self, value: str) -> str:
        return value

    to_url = to_python


register_converter(ContentPath, "content")

COLLECTIONS = {
    "publication": "publications",
    "practice": "practices",
    "campaign": "campaigns",
    "gallery": "galleries",
}

app_name = "website"
urlpatterns = [
    path("", start.home, name="home"),
    path("leave/", leaving.leave, name="leave"),
    path("leave/on/", leaving.leave_on, name="leave_on"),
    path("kept/removed/", kept.removed, name="removed"),
    path("kept/worker.js", kept.worker, name="worker"),
    path("kept/<slug:municipality>/", kept.kept, name="kept"),
    path("help/", choosing.towns, name="help"),
    path("help/<slug:municipality>/", choosing.needs, name="help_in_town"),
    path("help/<slug:municipality>/card-<slug:size>.pdf", printing.card, name="card"),
    path("help/<slug:municipality>/<slug:need>/", answering.answer, name="answer"),
    path("advert/", adverts.offer, name="offer"),
    path("advert/questions/", adverts.questions, name="offer_questions"),
    path("advert/sheet/", adverts.sheet, name="offer_sheet"),
    path("protocol/<slug:municipality>/", protocol.protocol, name="protocol"),
    path("news/", news.listing, name="news"),
    path("news/page/<int:number>/", news.listing, name="news_page"),
    path("news/<int:year>/", news.listing, name="news_of_year"),
    path("news/<int:year>/page/<int:number>/", news.listing, name="news_of_year_page"),
    path("news/<slug:kind>.xml", news.feed, name="feed"),
    path("events/", events.listing, name="events"),
    path("events/past/<int:number>/", events.listing, name="events_past"),
    path("events/<int:year>/<int:month>/", events.of_month, name="events_month"),
    path("events/in/<slug:municipality>/", events.in_town, name="events_in_town"),
    path("events/all.ics", events.calendar, name="calendar"),
    path("events/in/<slug:municipality>.ics", events.calendar_of_town, name="calendar_of_town"),
    path("events/of/<content:path>.ics", events.calendar_of_one, name="calendar_of_one"),
    path("directory/", directory.municipalities, name="directory"),
    path("directory/<slug:municipality>/", directory.institutions, name="institutions"),
    *(
        path(f"{name}/", collection.collection, {"kind": kind, "view": f"website:{name}"}, name=name)
        for kind, name in COLLECTIONS.items()
    ),
    path("practices/in/<slug:municipality>/", collection.adopted_in, name="practices_in_town"),
    path("search/", search.search, name="search"),
    path("sitemap.xml", machines.of_language, name="sitemap"),
    # Last, for it takes what no other address is.
    path("<content:path>/", content.page, name="page"),
]
