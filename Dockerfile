# syntax=docker/dockerfile:1
#
# The program with its engine and voices inside, as a user without rights. Nothing is fetched when it runs:
#
#   docker build -t articast .
#   docker run --rm --network none -v "$PWD:/work" articast article.txt

FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /articast ./cmd/articast

# The engine is linked against glibc and libstdc++, which a static image lacks.
FROM debian:bookworm-slim
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin articast \
 && mkdir /cache /work && chown articast:articast /cache /work
COPY --from=build /articast /usr/local/bin/articast
COPY LICENSE NOTICE /usr/share/doc/articast/
USER articast
ENV ARTICAST_CACHE_DIR=/cache
# Keeps finished segments and the unpacked engine between runs, when a volume is mounted here.
VOLUME /cache
WORKDIR /work
ENTRYPOINT ["articast"]
CMD ["--help"]
