# An image with nothing but the static program:
#   docker build -t apigw-synth . && docker run --rm -v "$PWD:/work" apigw-synth spec.yaml -o out
FROM swift:6.3-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends libyaml-dev pkg-config make valgrind
WORKDIR /source
COPY Package.swift Makefile ./
COPY Sources Sources
COPY Tests Tests
COPY packaging packaging
COPY examples examples
RUN make build

FROM scratch
COPY --from=build /source/.build/release/apigw-synth /bin/apigw-synth
WORKDIR /work
ENTRYPOINT ["/bin/apigw-synth"]
