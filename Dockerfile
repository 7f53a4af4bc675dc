# The base is an argument, so that a digest, a mirror or a stand-in can be given.
ARG BASE_IMAGE=python:3.13-slim-bookworm


FROM ${BASE_IMAGE} AS build
# A certificate for a pip that does not read the system's own (before 24.2). Given to this stage
# alone, and an ARG is not kept in an image.
ARG PIP_CERT
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /src
COPY requirements-build.lock requirements.lock ./
# The tools stay in /tools; /app holds what runs, and no pip. Without a wheel for this platform the
# build fails rather than compile.
RUN python -m venv /tools \
    && python -m venv --without-pip /app \
    && /tools/bin/pip install --require-hashes --only-binary :all: -r requirements-build.lock \
    && /tools/bin/pip --python /app/bin/python install --require-hashes --only-binary :all: \
        --no-compile -r requirements.lock
COPY LICENSE README.md pyproject.toml ./
COPY element_classifier element_classifier
COPY schemas schemas
COPY seeds seeds
COPY service service
# No isolation: hatchling is the pinned one, and nothing else is fetched.
RUN /tools/bin/pip wheel --no-index --no-build-isolation --no-deps --wheel-dir /wheel . \
    && /tools/bin/pip --python /app/bin/python install --no-index --no-deps --no-compile /wheel/*.whl


FROM ${BASE_IMAGE}
RUN groupadd --system --gid 10001 app \
    && useradd --system --uid 10001 --gid app --no-create-home --home-dir /nonexistent \
        --shell /usr/sbin/nologin app
COPY --from=build /app /app
# Inside a container the service must listen on the container's own interface, or no published port
# would reach it. Who may is decided by what is published.
# Blocks of 32 KiB and more go back to the system when they are freed, and large answers with them.
# Docstrings, nobody's reading here, would take three megabytes.
ENV PATH=/app/bin:$PATH HOST=0.0.0.0 PORT=8000 PYTHONUNBUFFERED=1 PYTHONOPTIMIZE=2 \
    MALLOC_MMAP_THRESHOLD_=32768 MALLOC_TRIM_THRESHOLD_=32768
WORKDIR /
# What a start makes of the seeds, and byte code of what it imports, the standard library's with it,
# written while there is a user who may: a read-only start then makes and compiles nothing.
# service.wsgi is a whole start, so one that would fail fails here.
RUN python -m service compile \
    && python -c "import service.__main__, service.server.healthcheck, service.wsgi, \
service.server.gunicorn_conf, gunicorn.__main__, gunicorn.app.wsgiapp, gunicorn.arbiter, service.worker, \
prometheus_client.multiprocess"
ENV PYTHONDONTWRITEBYTECODE=1
USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
    CMD ["python", "-m", "service.server.healthcheck"]
CMD ["python", "-m", "service"]
# Last, for they change with every commit.
ARG VERSION=unknown
ARG REVISION=unknown
# The seeds as they are installed, checked by the user who will read them. It stands between the arguments and their use, for buildah keys a cached RUN by the values
# of the arguments, but a cached ENV or LABEL only by its text.
RUN python -m service check
ENV ELEMENTS_REVISION=${REVISION}
LABEL org.opencontainers.image.title="element-classifier" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
