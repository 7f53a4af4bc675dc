# An argument, so that a digest, a mirror or another base can be given.
ARG BASE_IMAGE=python:3.13-slim-bookworm


FROM ${BASE_IMAGE} AS build
# A file of certificates for pip before 24.2, which does not read the system's.
ARG PIP_CERT
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /src
COPY requirements-build.lock requirements-files.lock requirements.lock ./
# The build tools stay in /tools, and pyarrow, which writes Parquet, in /pyarrow. /app holds the
# service, without pip and without the tests of libraries.
RUN python -m venv /tools \
    && python -m venv --without-pip /app \
    && /tools/bin/pip install --require-hashes --only-binary :all: -r requirements-build.lock \
    && /tools/bin/pip --python /app/bin/python install --require-hashes --only-binary :all: \
        --no-compile -r requirements.lock \
    && find /app/lib -type d -name tests -prune -exec rm -r {} + \
    && /tools/bin/pip install --require-hashes --only-binary :all: --no-compile --target /pyarrow \
        -r requirements-files.lock
COPY LICENSE README.md pyproject.toml ./
COPY element_classifier element_classifier
COPY schemas schemas
COPY seeds seeds
COPY service service
# hatchling is pinned, so there is no build isolation and no download.
RUN /tools/bin/pip wheel --no-index --no-build-isolation --no-deps --wheel-dir /wheel . \
    && /tools/bin/pip --python /app/bin/python install --no-index --no-deps --no-compile /wheel/*.whl \
    && PYTHONPATH=/pyarrow PYTHONDONTWRITEBYTECODE=1 /app/bin/python -m service downloads /downloads


FROM ${BASE_IMAGE}
RUN groupadd --system --gid 10001 app \
    && useradd --system --uid 10001 --gid app --no-create-home --home-dir /nonexistent \
        --shell /usr/sbin/nologin app
COPY --from=build /app /app
COPY --from=build /downloads /downloads
# Published ports reach the container's own interface, not its loopback.
ENV PATH=/app/bin:$PATH HOST=0.0.0.0 PORT=8000 PYTHONUNBUFFERED=1 ELEMENTS_DOWNLOADS=/downloads
WORKDIR /
# A trial start writes byte code of what it imports, the standard library included. Byte code of
# everything installed would take 8 MB more.
RUN python -c "import service.__main__, service.wsgi, service.server.gunicorn_conf, \
service.server.healthcheck, gunicorn.app.wsgiapp, gunicorn.workers.ggevent, \
prometheus_client.multiprocess"
ENV PYTHONDONTWRITEBYTECODE=1
USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
    CMD ["python", "-m", "service.server.healthcheck"]
CMD ["python", "-m", "service"]
# Last, since they change with every commit. The check stands here because buildah rebuilds a RUN
# after changed arguments, but not an ENV or a LABEL.
ARG VERSION=unknown
ARG REVISION=unknown
RUN python -m service check
ENV ELEMENTS_REVISION=${REVISION}
LABEL org.opencontainers.image.title="element-classifier" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
