"""What editors uploaded: pictures as they were made from it, documents to keep, nothing that runs in a browser."""

import re
from mimetypes import guess_type

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve

PICTURE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*\.(?:avif|jpe?g|png|webp)")
FOLDER = "images"
ONE_YEAR = 365 * 24 * 60 * 60


@require_safe
@cache_control(max_age=ONE_YEAR, immutable=True)
def image(request: HttpRequest, name: str) -> HttpResponseBase:  # noqa: ARG001 -- every view is given it
    """A made picture never changes: another size or crop has another name."""
    kept = f"{FOLDER}/{name}"
    if not PICTURE.fullmatch(name) or not default_storage.exists(kept):
        raise Http404
    return FileResponse(default_storage.open(kept), content_type=guess_type(name)[0])


@require_safe
def document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """Wagtail's own view answers with an attachment and forbids everything in it; ours is which methods it takes."""
    return serve(request, document_id, document_filename)
