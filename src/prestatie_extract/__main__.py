"""`python -m prestatie_extract`."""

from prestatie_extract.cli import main

if __name__ == "__main__":
    main()
