# prestatie-extract with OCR, for machines without Python. docs/ci.md says how to build and run it.
# The base image is named by its tag; pin its digest (python:3.13-slim-bookworm@sha256:...) where you build for others.
FROM python:3.13-slim-bookworm AS build

WORKDIR /build
COPY requirements-ocr.lock ./
RUN python -m venv /opt/prestatie && \
    /opt/prestatie/bin/pip install --no-cache-dir --require-hashes --requirement requirements-ocr.lock

# The package without its dependencies, with the locked hatchling: nothing is fetched that has no hash.
COPY pyproject.toml README.md CHANGELOG.md GLOSSARY.md ./
COPY src src
COPY models/nl_prestatie models/nl_prestatie
RUN /opt/prestatie/bin/pip install --no-cache-dir --no-deps --no-build-isolation . && \
    /opt/prestatie/bin/pip uninstall --yes hatchling pathspec tomlkit trove-classifiers pip

FROM python:3.13-slim-bookworm

LABEL org.opencontainers.image.title="prestatie-extract" \
      org.opencontainers.image.description="Dutch housing performance agreements as data"

# Not pinned: Debian keeps only the newest of a stable release, with its security fixes.
# hadolint ignore=DL3008
RUN apt-get update && \
    apt-get install --yes --no-install-recommends tesseract-ocr tesseract-ocr-nld && \
    rm -rf /var/lib/apt/lists/*

COPY --from=build /opt/prestatie /opt/prestatie

# Nothing is written but the output folder and /tmp, so that --read-only --tmpfs /tmp is enough.
ENV PATH=/opt/prestatie/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    HOME=/tmp
USER 10001:10001
WORKDIR /work
ENTRYPOINT ["prestatie-extract"]
CMD ["--help"]
