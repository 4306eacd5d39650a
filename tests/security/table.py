"""What every address answers whom: the one place where it is declared. An address without a line fails."""

from dataclasses import dataclass

from tests.security.principals import ANONYMOUS, EVERYBODY, HOME, SIGNED_IN, STAFF

OK, REDIRECT, NOT_FOUND, NO_METHOD, UNREAD = (frozenset({status}) for status in (200, 302, 404, 405, 422))
TOLD = OK | {400}
"""What is missing is asked for, or told as wrong."""

TO_SIGN_IN = "/en/staff/account/login/?next="

READ, SEND, ALL = ("GET", "HEAD"), ("POST",), ("GET", "HEAD", "POST")
METHODS = (*ALL, "PUT", "PATCH", "DELETE", "OPTIONS")


@dataclass(frozen=True)
class Line:
    """Whom an address is open to, by which methods, and what those get; who isn't among them gets nothing.

    `sent`: what an empty form sent gets.
    """

    opens_to: frozenset[str] | set[str]
    methods: tuple[str, ...] = READ
    read: frozenset[int] = OK
    sent: frozenset[int] = UNREAD
    other_methods: frozenset[int] = NO_METHOD
    is_public: bool = False

    def expected(self, who: str, method: str) -> frozenset[int]:
        if method not in self.methods:
            return self.other_methods
        if who in self.opens_to:
            return self.read if method in READ else self.sent
        return REDIRECT if who == ANONYMOUS else NOT_FOUND


def public(methods: tuple[str, ...] = READ, read: frozenset[int] = OK, sent: frozenset[int] = OK) -> Line:
    return Line(EVERYBODY, methods, read, sent, is_public=True)


def account(opens_to: set[str] = EVERYBODY) -> Line:
    """One of allauth's pages, which know more methods than we use; each shows a form or leads elsewhere."""
    return Line(opens_to, METHODS, OK | REDIRECT, OK | REDIRECT | NOT_FOUND | NO_METHOD)


def nothing_yet() -> Line:
    """A page about a second factor that nobody here has: their own is not to be found, and no other's is."""
    return Line(SIGNED_IN, METHODS, NOT_FOUND, NOT_FOUND | NO_METHOD | OK)


SOCIAL_SERVICE = {"alice", "bob"}
COORDINATOR = {"alice"}
NOBODY: set[str] = set()
"""Somebody else's role, session or second factor: tests/apps/accounts has those that are one's own to change."""

MAKERS = {"alice", "charlie", "nora", "lina"}

LINES = {
    "api:openapi-json": public(METHODS),
    "api:list_municipalities": public(("GET",)),
    "api:list_needs": public(("GET",)),
    "api:who_can_help": public(("GET", "POST"), sent=UNREAD),
    "api:who_can_help_a_person": public(("GET", "POST"), UNREAD, sent=UNREAD),
    "api:elsewhere": public(("GET", "POST"), NOT_FOUND, NOT_FOUND),
    "api:api-root": public(METHODS, NOT_FOUND, NOT_FOUND),
    "api:list_countries": public(("GET",)),
    "api:describe_facts": public(("GET",)),
    "api:show_law": public(("GET",)),
    "api:check_offer": public(SEND, sent=UNREAD),
    "api:judge_in_a_country": public(SEND, sent=UNREAD),
    "api:judge_in_each_country": public(SEND, sent=UNREAD),
    "website:home": public(),
    "website:leave": public(),
    "website:leave_on": public(read=REDIRECT),
    "website:removed": public(),
    "website:worker": public(),
    "website:kept": public(),
    "website:help": public(),
    "website:help_in_town": public(),
    "website:card": public(),
    "website:answer": public(ALL),
    "website:offer": public(ALL, sent=TOLD),
    "website:offer_questions": public(ALL),
    "website:offer_sheet": public(),
    "website:protocol": public(),
    "website:news": public(),
    "website:news_page": public(),
    "website:news_of_year": public(read=NOT_FOUND),
    "website:news_of_year_page": public(read=NOT_FOUND),
    "website:feed": public(),
    "website:events": public(),
    "website:events_past": public(),
    "website:events_month": public(read=NOT_FOUND),
    "website:events_in_town": public(),
    "website:calendar": public(),
    "website:calendar_of_town": public(),
    "website:calendar_of_one": public(read=NOT_FOUND),
    "website:directory": public(),
    "website:institutions": public(),
    **{f"website:{name}": public() for name in ("publications", "practices", "campaigns", "galleries")},
    "website:practices_in_town": public(),
    "website:search": public(ALL),
    "website:sitemap": public(),
    "website:page": public(read=NOT_FOUND),
    "robots": public(),
    "sitemaps": public(),
    "image": public(read=NOT_FOUND),
    "wagtaildocs_serve": public(read=NOT_FOUND),
    "rulebooks:law": public(),
    "rulebooks:compare": public(ALL, sent=TOLD),
    "rulebooks:country": public(),
    "rulebooks:ask": public(ALL, sent=TOLD),
    "rulebooks:course": public(ALL, sent=TOLD),
    "rulebooks:print": public(),
    "account_login": account(),
    "account_logout": account(),
    "account_inactive": account(),
    "account_signup": account(),
    "account_reset_password": account(),
    "account_reset_password_done": account(),
    "account_reset_password_from_key": account(),
    "account_reset_password_from_key_done": account(),
    "account_reauthenticate": account(SIGNED_IN),
    "account_change_password": account(SIGNED_IN),
    "account_set_password": account(SIGNED_IN),
    "openid_connect_login": Line(EVERYBODY, METHODS, NOT_FOUND, NOT_FOUND),
    "openid_connect_callback": Line(EVERYBODY, METHODS, NOT_FOUND, NOT_FOUND),
    "accounts:unlink_town_account": Line(SIGNED_IN, SEND, sent=REDIRECT),
    "mfa_index": account(SIGNED_IN),
    "mfa_authenticate": account(),
    "mfa_reauthenticate": account(SIGNED_IN),
    "mfa_activate_totp": account(SIGNED_IN),
    "mfa_deactivate_totp": nothing_yet(),
    "mfa_view_recovery_codes": nothing_yet(),
    "mfa_generate_recovery_codes": account(SIGNED_IN),
    "mfa_download_recovery_codes": nothing_yet(),
    "mfa_list_webauthn": account(SIGNED_IN),
    "mfa_add_webauthn": account(SIGNED_IN),
    "mfa_reauthenticate_webauthn": account(SIGNED_IN),
    "mfa_remove_webauthn": nothing_yet(),
    "mfa_edit_webauthn": nothing_yet(),
    "mfa_login_webauthn": account(),
    "accounts:app_picture": Line(SIGNED_IN, read=NOT_FOUND),
    "accounts:my_access": Line(SIGNED_IN),
    "accounts:my_sessions": Line(SIGNED_IN),
    "accounts:end_session": Line(NOBODY, SEND),
    "accounts:end_other_sessions": Line(SIGNED_IN, SEND, sent=REDIRECT),
    "accounts:town_people": Line({"alice", "nora"}, ALL),
    "accounts:country_people": Line({"nora"}, ALL),
    "accounts:town_record": Line({"alice", "nora"}),
    "accounts:town_record_csv": Line({"alice", "nora"}),
    "accounts:country_record": Line({"nora"}),
    "accounts:country_record_csv": Line({"nora"}),
    "accounts:take_role": Line(NOBODY, SEND),
    "accounts:reset_second_factor": Line(NOBODY, ALL),
    "console:start": Line(SIGNED_IN),
    "library:board": Line(STAFF),
    "library:text": Line(STAFF, ALL, NOT_FOUND, NOT_FOUND),
    "mechanism:country": Line(STAFF),
    "mechanism:country_csv": Line(STAFF),
    "mechanism:country_compare": Line(STAFF),
    "mechanism:country_svg": Line(STAFF),
    "mechanism:canopy": Line(STAFF),
    "mechanism:canopy_svg": Line(STAFF),
    "mechanism:canopy_csv": Line(STAFF),
    "mechanism:canopy_gaps_csv": Line(STAFF),
    "mechanism:hole": Line(STAFF),
    "mechanism:institutions": Line(STAFF),
    "mechanism:institution": Line(STAFF),
    "mechanism:versions": Line(STAFF),
    "mechanism:version": Line(HOME),
    "mechanism:compare_versions": Line(HOME),
    "mechanism:protocol": Line(STAFF),
    "mechanism:protocol_now": Line(STAFF),
    "mechanism:protocol_sheet": Line(STAFF),
    "mechanism:files": Line(STAFF),
    "mechanism:file_yaml": Line(HOME),
    "mechanism:file_hsds": Line(STAFF),
    "mechanism:file_offers": Line(STAFF),
    "mechanism:file_gaps": Line(STAFF),
    "mechanism:file_closures": Line(STAFF),
    "mechanism:try_mend": Line(SOCIAL_SERVICE),
    "mechanism:new_town": Line(MAKERS, ALL, sent=OK),
    "mechanism:new_institution": Line(COORDINATOR, ALL),
    "mechanism:edit_institution": Line(SOCIAL_SERVICE, ALL),
    "mechanism:new_service": Line(SOCIAL_SERVICE, ALL),
    "mechanism:new_competence": Line(SOCIAL_SERVICE, ALL),
    "mechanism:edit_offer": Line(SOCIAL_SERVICE, ALL),
    "mechanism:still_right": Line(SOCIAL_SERVICE, SEND, sent=REDIRECT),
    "mechanism:remove_offer": Line(SOCIAL_SERVICE, SEND, sent=REDIRECT),
    "mechanism:remove_institution": Line(COORDINATOR, SEND, sent=REDIRECT),
    "mechanism:bring_offer_back": Line(COORDINATOR, SEND, sent=REDIRECT),
    "mechanism:bring_institution_back": Line(COORDINATOR, SEND, sent=REDIRECT),
    "mechanism:restore_version": Line(COORDINATOR, SEND, sent=REDIRECT),
    "mechanism:adopt_version": Line(COORDINATOR, ALL, sent=OK),
    "mechanism:protocol_step": Line(COORDINATOR, ALL),
    "mechanism:files_upload": Line(COORDINATOR, ALL),
    "confirmations:board": Line(COORDINATOR),
    "confirmations:ask": Line(COORDINATOR, SEND, sent=OK),
    "confirmations:withdraw": Line(COORDINATOR, SEND, sent=REDIRECT),
    "confirmations:decide": Line(NOBODY, SEND),
    "by_link:entries": public(ALL, NOT_FOUND, NOT_FOUND),
}
