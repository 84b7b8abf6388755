#!/bin/sh
# A pdf needs Pango and the typefaces of the monitor: install them, or say how.
set -e
packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-liberation"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    # Newer Debian keeps the narrow typeface in a package of its own.
    narrow=$(apt-cache search --names-only '^fonts-liberation-sans-narrow$' | cut -d' ' -f1)
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $packages $narrow >/dev/null
else
    echo "A pdf needs Pango. Run: sudo apt-get install $packages" >&2
    exit 1
fi
