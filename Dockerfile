# Hallway as an image: `docker compose up` builds and starts it, docs/running.md tells the rest.
# Needs to write nowhere but in its volume, so the rest may be mounted read-only.
ARG NODE_IMAGE=node:26-slim

FROM ${NODE_IMAGE} AS packages
WORKDIR /opt/hallway
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

# The bundle of what .dockerignore lets through; the bundler and the sources stay behind.
FROM packages AS program
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY . .
# Readable by everybody, whatever the umask of the clone.
RUN npm run build && chmod --recursive a+rX .

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="Hallway" \
      org.opencontainers.image.description="The conference companion for community chat" \
      org.opencontainers.image.licenses="MIT"

# `hallway` is a command in the container: `docker compose exec hallway hallway trace TALK`.
RUN ln -s /opt/hallway/bin/hallway.js /usr/local/bin/hallway \
    && install --directory --owner=1000 --group=1000 /var/lib/hallway

COPY --from=packages /opt/hallway/node_modules /opt/hallway/node_modules
COPY --from=program /opt/hallway/package.json /opt/hallway/LICENSE /opt/hallway/
COPY --from=program /opt/hallway/bin /opt/hallway/bin
COPY --from=program /opt/hallway/data /opt/hallway/data
COPY --from=program /opt/hallway/dist /opt/hallway/dist

# The health is asked for from outside the container; Node keeps what it compiled for the next start.
ENV NODE_ENV=production \
    NODE_COMPILE_CACHE=/var/lib/hallway/.compiled \
    HEALTH_ADDRESS=0.0.0.0:8080

# As a number, by which Kubernetes knows that it is not root.
USER 1000:1000
# Where the SQLite file is by default, and where a `.env` or a schedule's file may be put.
VOLUME /var/lib/hallway
WORKDIR /var/lib/hallway
EXPOSE 8080 3000

HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "--eval", "fetch(`http://${process.env.HEALTH_ADDRESS}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# Through the first line of the file this is Node itself, which hears SIGTERM.
ENTRYPOINT ["hallway"]
