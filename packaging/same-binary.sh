#!/bin/sh
# same-binary.sh: builds the release program of the last commit in two folders, and shows that the two have the same bytes.
set -eu
cd "$(dirname "$0")/.."
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

for folder in "$stage/a" "$stage/another/folder-with-a-longer-name"; do
  mkdir -p "$folder"
  git archive HEAD | tar --extract --directory "$folder"
  make -C "$folder" build >"$stage/log" 2>&1 || { cat "$stage/log" >&2; exit 1; }
  sha256sum "$folder/.build/release/apigw-synth"
done
cmp "$stage/a/.build/release/apigw-synth" "$stage/another/folder-with-a-longer-name/.build/release/apigw-synth"
echo "Both builds have the same bytes."
