#!/bin/sh
# The manual shows a workbook as LibreOffice prints it, in letters as wide as Excel's: install them, or say how.
set -e
packages="libreoffice-calc fonts-crosextra-carlito fontconfig"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
else
    echo "The picture of a workbook needs LibreOffice. Run: sudo apt-get install $packages" >&2
    exit 1
fi
