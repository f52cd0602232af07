#!/bin/sh
# Sees to it that Debian packages are installed: installs them where that is allowed, else says which are missing.
set -eu

command -v swift >/dev/null 2>&1 || {
  echo 'loopdoctor: swift was not found; install Swift 6.3 or later from https://www.swift.org/install/ first' >&2
  exit 1
}

if ! command -v dpkg-query >/dev/null 2>&1; then
  # Not Debian: the linker will say what is missing.
  exit 0
fi

missing=
for package in "$@"; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as_root=sudo
else
  echo "loopdoctor: these packages are missing:$missing" >&2
  echo "install them with: sudo apt-get install$missing" >&2
  exit 1
fi

echo "installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086  # the words are package names
$as_root apt-get -qq install -y --no-install-recommends $missing >/dev/null 2>&1 || {
  $as_root apt-get -qq update
  $as_root apt-get -qq install -y --no-install-recommends $missing >/dev/null
}
