#!/bin/sh
# install.sh PROGRAM ROOT: copies the program to ROOT, with what it prints about itself: completions, manual page, schema.
set -eu
program=$1 root=$2

# print TARGET ARGUMENT…: the output of the program as a file.
print() {
  target=$root/$1
  shift
  mkdir -p "$(dirname "$target")"
  "$program" "$@" >"$target"
  chmod 644 "$target"
}

mkdir -p "$root/bin"
install -m 755 "$program" "$root/bin/apigw-synth"
print share/man/man1/apigw-synth.1 manual
print share/bash-completion/completions/apigw-synth completions bash
print share/zsh/site-functions/_apigw-synth completions zsh
print share/fish/vendor_completions.d/apigw-synth.fish completions fish
print share/apigw-synth/schema.json schema
