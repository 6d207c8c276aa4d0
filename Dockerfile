# One image for web, worker, relay and migrate; which one it is, the command says.
FROM node:24-slim AS pwa
WORKDIR /build/pwa
COPY pwa/package.json pwa/package-lock.json pwa/.npmrc ./
RUN npm ci --ignore-scripts
COPY schema.graphql /build/schema.graphql
COPY pwa ./
RUN npm run sync && npm run build

FROM python:3.13-slim AS packages
COPY deploy/requirements.lock /requirements.lock
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r /requirements.lock

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /app vrijplaats && mkdir /app /var/lib/vrijplaats \
    && chown vrijplaats /var/lib/vrijplaats
COPY --from=packages /venv /venv
COPY backend /app/backend
# The manifest of known documents and the built PWA lie where the checkout has them.
COPY --from=pwa /build/pwa/src/lib/gql/persisted-documents.json /app/pwa/src/lib/gql/persisted-documents.json
COPY --from=pwa /build/pwa/build /app/pwa/build
WORKDIR /app
USER vrijplaats
ENV PATH=/venv/bin:$PATH PYTHONPATH=/app/backend PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 VRIJPLAATS_VAR=/var/lib/vrijplaats
EXPOSE 8000
STOPSIGNAL SIGTERM
ENTRYPOINT ["python", "-m", "vrijplaats"]
CMD ["web", "--host", "0.0.0.0"]
