#!/bin/sh
# The tests look at the pages in Debian's Chromium: install it, or say how.
set -e
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-liberation >/dev/null
else
    echo "The tests need Chromium. Run: sudo apt-get install chromium fonts-liberation" >&2
    echo "Is it elsewhere? Run: make test CHROMIUM=/path/to/chromium" >&2
    exit 1
fi
