"""``python -m kliping`` is ``kliping``."""

from kliping.cli import main

if __name__ == "__main__":
    main()
