"""A cache that is never stale: whatever changes, what is read is what the files say."""

from lapotne.adapters.rulebook_yaml import cache, read_law
from tests.adapters.rulebook_yaml.files import written

LENGTH = "xa/parameters/length.yaml"


def read(tmp_path):
    return read_law(tmp_path / "rules", cache_in=tmp_path / "cache")


def number(law) -> int:
    return law.rulebooks.by_country["xa"].parameters["length"].values[0].content.number


def _never(_folder):
    raise AssertionError("the files were checked again")


def kept(tmp_path) -> list[str]:
    return [file.name for file in (tmp_path / "cache").glob("*")]


def test_what_comes_from_the_cache_is_what_the_files_say(tmp_path):
    written(tmp_path / "rules")
    first, second = read(tmp_path), read(tmp_path)
    assert first.rulebooks == second.rulebooks == read_law(tmp_path / "rules").rulebooks
    assert len(kept(tmp_path)) == 1


def test_the_second_time_no_file_is_checked_again(tmp_path, monkeypatch):
    written(tmp_path / "rules")
    read(tmp_path)
    monkeypatch.setattr("lapotne.adapters.rulebook_yaml.reading.check", _never)
    assert number(read(tmp_path)) == 30


def test_a_change_of_the_same_length_in_the_same_second_is_seen(tmp_path):
    written(tmp_path / "rules")
    read(tmp_path)
    written(tmp_path / "rules", LENGTH, "value: 30", "value: 31")
    assert number(read(tmp_path)) == 31
    assert len(kept(tmp_path)) == 1


def test_a_file_that_is_gone_is_missed(tmp_path):
    (written(tmp_path / "rules") / "xa" / "parameters" / "extra.yaml").write_text(
        (tmp_path / "rules" / LENGTH).read_text("utf-8"), "utf-8"
    )
    assert "extra" in read(tmp_path).rulebooks.by_country["xa"].parameters
    (tmp_path / "rules" / "xa" / "parameters" / "extra.yaml").unlink()
    assert "extra" not in read(tmp_path).rulebooks.by_country["xa"].parameters


def test_a_file_that_nobody_reads_is_told_of_all_the_same(tmp_path):
    written(tmp_path / "rules")
    read(tmp_path)
    (tmp_path / "rules" / "xa" / "stray.yaml").write_text("a: 1", "utf-8")
    assert read(tmp_path).left_out == ("xa",)


def test_another_program_reads_the_files_anew(tmp_path, monkeypatch):
    written(tmp_path / "rules")
    key = cache.key_of(tmp_path / "rules")
    monkeypatch.setattr(cache, "_program", lambda: "another")
    assert cache.key_of(tmp_path / "rules") != key


def test_a_broken_cache_is_read_past(tmp_path):
    written(tmp_path / "rules")
    read(tmp_path)
    for file in (tmp_path / "cache").glob("*"):
        file.write_bytes(b"{broken")
    assert number(read(tmp_path)) == 30


def test_errors_are_never_kept(tmp_path):
    written(tmp_path / "rules", LENGTH, "unit: day", "unit: days")
    assert read(tmp_path).left_out == ("xa",)
    assert not (tmp_path / "cache").exists()


def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path):
    written(tmp_path / "rules")
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    assert number(read(tmp_path)) == 30
