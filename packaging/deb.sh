#!/bin/sh
# deb.sh PROGRAM FOLDER: writes the Debian package apigw-synth_VERSION_ARCHITECTURE.deb with dpkg-deb.
# The same program gives the same bytes. SOURCE_DATE_EPOCH is the time of the files in it: lintian rejects times before 1984.
set -eu
program=$1 folder=$2
version=$("$program" --version)
architecture=$(dpkg --print-architecture)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
umask 022
export LC_ALL=C SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-1767225600}"

"$(dirname "$0")/install.sh" "$program" "$stage/usr"
mv "$stage/usr/share/zsh/site-functions" "$stage/usr/share/zsh/vendor-completions"
gzip -9 --no-name "$stage/usr/share/man/man1/apigw-synth.1"

documents=$stage/usr/share/doc/apigw-synth
mkdir -p "$documents" "$stage/usr/share/lintian/overrides" "$stage/DEBIAN"
cp "$(dirname "$0")/copyright" "$documents/copyright"
printf 'apigw-synth (%s) unstable; urgency=medium\n\n  * Release %s; CHANGELOG.md has the changes.\n\n -- %s  %s\n' \
  "$version" "$version" "apigw-synth developers <apigw-synth@example.com>" "$(date --utc --rfc-email --date="@$SOURCE_DATE_EPOCH")" \
  | gzip -9 --no-name >"$documents/changelog.gz"
# A static program runs on every distribution; its libraries are listed in the file about copyright.
cat >"$stage/usr/share/lintian/overrides/apigw-synth" <<END
apigw-synth: statically-linked-binary [usr/bin/apigw-synth]
apigw-synth: embedded-library libyaml [usr/bin/apigw-synth]
apigw-synth: initial-upload-closes-no-bugs [usr/share/doc/apigw-synth/changelog.gz:1]
END
cat >"$stage/DEBIAN/control" <<END
Package: apigw-synth
Version: $version
Architecture: $architecture
Maintainer: apigw-synth developers <apigw-synth@example.com>
Installed-Size: $(find "$stage/usr" -type f -printf '%s\n' | awk '{ sum += int(($1 + 1023) / 1024) } END { print sum }')
Section: devel
Priority: optional
Description: generator of CloudFormation templates for Amazon API Gateway
 apigw-synth reads YAML specs of HTTP and WebSocket APIs, checks them, and
 writes CloudFormation templates in JSON. It needs no network and no account.
END
(cd "$stage" && find usr -type f -exec md5sum {} + | sort --key=2 >DEBIAN/md5sums)
# dpkg-deb changes only times after SOURCE_DATE_EPOCH.
find "$stage" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$folder"
package=$folder/apigw-synth_${version}_$architecture.deb
dpkg-deb --root-owner-group --build "$stage" "$package" >/dev/null
echo "$package"
