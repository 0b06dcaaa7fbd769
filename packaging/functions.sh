#!/bin/sh
# functions.sh PROGRAM: lists the functions that the program calls, for the linker to put them beside each other: those for
# a small spec with a finding, then those for the examples, the ones that most of them need first.
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C
program=$1
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

# Without a random seed of the hash tables, the list is the same each time.
called() {
  SWIFT_DETERMINISTIC_HASHING=1 valgrind --quiet --tool=callgrind --demangle=no --compress-strings=no \
    --callgrind-out-file="$stage/calls" "$program" "$@" >"$stage/log" 2>&1 || { cat "$stage/log" >&2; exit 1; }
  # A function that calls itself has a second entry, NAME'2.
  sed -nE "s/^fn=([^']*).*/\1/p" "$stage/calls" | sort -u
}

cat >"$stage/spec.yaml" <<END
apis:
  hello:
    authorizers:
      unused: {jwt: {issuer: "https://example.com", audience: [hello]}}
    routes:
      GET /: {http: "https://example.com"}
END
called validate "$stage/spec.yaml" >"$stage/first"
for spec in examples/*.yaml; do
  called "$spec" -o "$stage/out"
done >"$stage/examples"
sort "$stage/examples" | uniq -c | sort -k 1,1nr -k 2 | sed 's/^ *[0-9]* //' | cat "$stage/first" - | awk '!listed[$0]++'
