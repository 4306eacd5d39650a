"""What acts on saving and what waits for the group or the council."""

from __future__ import annotations

from typing import Any

from lapotne.domain.mechanism.adoption import awaits_adoption, in_force

OLD_HOURS, NEW_HOURS = [{"hours": "Mo-Fr 08:00-17:00"}], [{"hours": "24/7"}]


def document(what: str = "Decides.", hours: list[dict[str, str]] | None = None, **more: Any) -> dict[str, Any]:
    decide = {"what": {"en": what}, "availabilities": hours or OLD_HOURS}
    return {
        "key": "xa",
        "institutions": {"social-service": {"type": "social_service", "competences": {"decide": decide}}},
        **more,
    }


def decide(acting: Any) -> Any:
    return acting["institutions"]["social-service"]["competences"]["decide"]


def test_the_latest_saved_acts_while_nothing_was_ever_adopted() -> None:
    assert in_force(document(), None) == document()


def test_hours_of_an_adopted_competence_act_on_saving() -> None:
    assert decide(in_force(document(hours=NEW_HOURS), document()))["availabilities"] == NEW_HOURS
    assert not awaits_adoption(document(hours=NEW_HOURS), document())


def test_what_a_competence_is_waits_for_adoption() -> None:
    saved = document(what="Decides alone.")
    assert decide(in_force(saved, document()))["what"] == {"en": "Decides."}
    assert awaits_adoption(saved, document())


def test_a_new_competence_waits_and_a_removed_one_stays() -> None:
    bare = {"key": "xa", "institutions": {"social-service": {"type": "social_service"}}}
    assert "competences" not in in_force(document(), bare)["institutions"]["social-service"]
    assert decide(in_force(bare, document()))["availabilities"] == OLD_HOURS
    assert awaits_adoption(document(), bare)


def test_a_body_removed_before_the_council_agrees_keeps_its_mandate() -> None:
    acting = in_force({"key": "xa", "institutions": {}}, document())
    assert decide(acting)["what"] == {"en": "Decides."}


def test_services_act_on_saving() -> None:
    saved = document()
    saved["institutions"]["shelter"] = {"services": {"bed": {"meets": ["bed"]}}}
    assert "bed" in in_force(saved, document())["institutions"]["shelter"]["services"]


def test_the_protocol_waits_for_adoption() -> None:
    saved, adopted = document(protocol={"steps": {"notify": {"within": 1}}}), document(protocol={"steps": {}})
    assert in_force(saved, adopted)["protocol"] == {"steps": {}}
    assert "protocol" not in in_force(saved, document())
    assert awaits_adoption(saved, adopted)
