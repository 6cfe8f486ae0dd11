# gov-report in a container: docker run --rm --network none -v "$PWD:/reports" gov-report lint .
FROM node:20-alpine AS build
WORKDIR /build
COPY . .
RUN npm ci --no-audit --no-fund && npm pack

FROM node:20-alpine
COPY --from=build /build/gov-report-*.tgz /tmp/
RUN npm install --global --no-audit --no-fund /tmp/gov-report-*.tgz && rm /tmp/gov-report-*.tgz
USER node
WORKDIR /reports
ENTRYPOINT ["gov-report"]
