#!/bin/sh
# empty-root.sh PROGRAM: runs a static program in a folder that has only itself and a spec, as in a container without
# /proc, /dev, /etc and libraries.
set -eu
program=$1
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

cp "$program" "$root/apigw-synth"
printf 'apis: {hello: {routes: {GET /: https://example.com}}}\n' >"$root/spec.yaml"
# A user namespace allows chroot without root.
if [ "$(id -u)" = 0 ]; then enter=chroot; else enter="unshare --map-root-user chroot"; fi
$enter "$root" /apigw-synth --version
$enter "$root" /apigw-synth validate /spec.yaml
$enter "$root" /apigw-synth /spec.yaml -o /out --quiet
test -s "$root/out/spec.template.json"
