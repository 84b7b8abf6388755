#!/bin/sh
# The tests serve the site by Debian's nginx and Apache: install them, or say how.
set -e
packages="nginx apache2-bin"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
else
    echo "The tests need nginx and Apache. Run: sudo apt-get install --no-install-recommends $packages" >&2
    exit 1
fi
