#!/bin/sh
# dist.sh PROGRAM FOLDER: writes the tarball apigw-synth-VERSION-linux-MACHINE.tar.gz. The same program gives the same bytes.
set -eu
program=$1 folder=$2
name=apigw-synth-$("$program" --version)-linux-$(uname -m)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

"$(dirname "$0")/install.sh" "$program" "$stage/$name"
mkdir -p "$folder"
tar --create --directory "$stage" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner "$name" \
  | gzip -9 --no-name >"$folder/$name.tar.gz"
echo "$folder/$name.tar.gz"
