#!/bin/sh
# functions.sh PROGRAM: lists the functions that the program calls for small specs, of which one has a finding, for the examples
# and for a large spec, so that the linker puts them beside each other: first those of the first run, and of these first those
# of the second one too, and so on.
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C
program=$1
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
run=10

# Without a random seed of the hash tables, the list is the same each time.
call() {
  SWIFT_DETERMINISTIC_HASHING=1 valgrind --quiet --tool=callgrind --demangle=no --compress-strings=no \
    --callgrind-out-file="$stage/calls" "$program" "$@" >"$stage/log" 2>&1 || { cat "$stage/log" >&2; exit 1; }
  # A function that calls itself has a second entry, NAME'2.
  sed -nE "s/^fn=([^']*).*/$run \1/p" "$stage/calls" | sort -u >>"$stage/called"
  run=$((run + 1))
}

cat >"$stage/spec.yaml" <<END
apis:
  hello:
    authorizers:
      unused: {jwt: {issuer: "https://example.com", audience: [hello]}}
    routes:
      GET /: {http: "https://example.com"}
END
call validate "$stage/spec.yaml"
# Code in a bucket and settings of CORS, which are in none of the examples.
cat >"$stage/bucket.yaml" <<END
functions:
  hello: {runtime: nodejs24.x, handler: index.handler, code: {s3: {bucket: code, key: hello.zip}}}
apis:
  hello:
    cors: {allowOrigins: ["https://example.com"], allowMethods: [GET, POST], allowHeaders: [authorization]}
    routes:
      GET /: hello
END
call validate "$stage/bucket.yaml"
for spec in examples/*.yaml; do call "$spec" -o "$stage/out"; done
{
  echo "apis: {large: {routes: {"
  seq 300 | sed 's#.*#GET /&: "https://example.com/&",#'
  echo "}}}"
} >"$stage/large.yaml"
call "$stage/large.yaml" -o "$stage/out"
# The runs of each function, such as `1013~`; a tilde is behind all digits.
awk '{ runs[$2] = runs[$2] $1 } END { for (name in runs) print runs[name] "~ " name }' "$stage/called" | sort |
  sed 's/.* //'
