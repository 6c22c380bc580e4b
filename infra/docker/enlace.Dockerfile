# One image for api, relay, worker, realtime and the migration; docker-compose.yml says which one it is.
FROM node:24-slim AS build
ENV CI=true ONNXRUNTIME_NODE_INSTALL=skip
RUN npm install --global pnpm@10.34.9
WORKDIR /enlace
# The lockfile alone decides what is fetched, so that a change of ours downloads nothing.
COPY pnpm-lock.yaml pnpm-workspace.yaml .npmrc ./
RUN pnpm fetch
COPY . .
RUN pnpm install --frozen-lockfile --offline && pnpm build
# Again, without tools and without the databases that npm ships for laptops.
RUN rm -rf node_modules packages/*/node_modules services/*/node_modules infra/node_modules infra/local/node_modules web/node_modules \
  && pnpm install --frozen-lockfile --offline --prod --no-optional --filter '!web'
ARG WITH_MODEL=
RUN if [ -n "$WITH_MODEL" ]; then npm ci --ignore-scripts --no-audit --no-fund --prefix infra/model; fi

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 WEB_DIR=/enlace/web/build FILES_DIR=/files
RUN mkdir /files && chown node:node /files
WORKDIR /enlace
COPY --from=build /enlace ./
USER node
CMD ["node", "--enable-source-maps", "--max-semi-space-size=64", "services/api/dist/bundle/main.js"]
