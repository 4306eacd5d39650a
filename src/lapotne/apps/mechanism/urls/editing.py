"""Institutions, services, hours, confirmations, versions, adoption, new towns."""

from django.urls import path

from lapotne.apps.mechanism.views.editing import (
    adoption,
    bodies,
    institutions,
    new_town,
    offers,
    removals,
    trying,
    versions,
)

TOWN = "<slug:municipality>"
BODY = f"{TOWN}/institutions/<slug:institution>"
OFFER = f"{BODY}/<slug:section>/<slug:offer>"

urlpatterns = [
    path("new-town/", new_town.new_town, name="new_town"),
    path(f"{TOWN}/try/", trying.try_mend, name="try_mend"),
    path(f"{TOWN}/institutions/", institutions.institutions, name="institutions"),
    path(f"{TOWN}/institutions/new/", bodies.new_institution, name="new_institution"),
    path(f"{BODY}/", institutions.institution, name="institution"),
    path(f"{BODY}/remove/", removals.remove_institution, name="remove_institution"),
    path(f"{BODY}/bring-back/", removals.bring_institution_back, name="bring_institution_back"),
    path(f"{BODY}/edit/", bodies.edit_institution, name="edit_institution"),
    path(f"{BODY}/services/new/", offers.new_service, name="new_service"),
    path(f"{BODY}/competences/new/<slug:offer>/", offers.new_competence, name="new_competence"),
    path(f"{OFFER}/", offers.edit_offer, name="edit_offer"),
    path(f"{OFFER}/still-right/", offers.still_right, name="still_right"),
    path(f"{OFFER}/remove/", removals.remove_offer, name="remove_offer"),
    path(f"{OFFER}/bring-back/", removals.bring_offer_back, name="bring_offer_back"),
    path(f"{TOWN}/versions/", versions.versions, name="versions"),
    path(f"{TOWN}/versions/compare/", versions.compare_versions, name="compare_versions"),
    path(f"{TOWN}/versions/<int:number>/", versions.version, name="version"),
    path(f"{TOWN}/versions/<int:number>/restore/", versions.restore_version, name="restore_version"),
    path(f"{TOWN}/versions/<int:number>/adopt/", adoption.adopt_version, name="adopt_version"),
]
