#!/bin/sh
# dist.sh PROGRAM FOLDER: writes the tarball apigw-synth-VERSION-linux-MACHINE.tar.gz. The same program gives the same bytes.
# SOURCE_DATE_EPOCH is the time of the files in it.
set -eu
program=$1 folder=$2
name=apigw-synth-$("$program" --version)-linux-$(uname -m)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
umask 022
export LC_ALL=C

"$(dirname "$0")/install.sh" "$program" "$stage/$name"
mkdir -p "$folder"
tar --create --directory "$stage" --sort=name --mtime="@${SOURCE_DATE_EPOCH:-0}" --format=gnu --owner=0 --group=0 --numeric-owner "$name" \
  | gzip -9 --no-name >"$folder/$name.tar.gz"
echo "$folder/$name.tar.gz"
