#!/bin/sh
# Finds Chromium for the browser tests, or installs Debian's where that is allowed (as root, with apt-get).
# Without one the browser tests are skipped, except in CI, where they fail.
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests ..."
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 && exit 0
fi
echo "No Chromium on this machine: browser tests are skipped." >&2
