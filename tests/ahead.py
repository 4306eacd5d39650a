"""Makes the database that workers copy while they are still collecting; `./dev test` starts it before its checks."""

import gc

import django


def main() -> None:
    # It ends soon, and what it makes ends with it.
    gc.disable()
    django.setup()
    # It knows models, which are there only now.
    from tests.database import with_migrated  # noqa: PLC0415

    with with_migrated():
        pass


if __name__ == "__main__":
    main()
