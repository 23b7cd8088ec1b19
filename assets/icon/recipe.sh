#!/bin/sh
# Makes icon.png (the window's, and of Linux packages) and icon.ico (of the Windows
# program) of icon.svg. Wants rsvg-convert and convert: the Debian packages
# librsvg2-bin and imagemagick.
set -eu
cd "$(dirname "$0")"
rsvg-convert --width 512 --height 512 icon.svg --output icon.png
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
set --
for size in 16 20 24 32 40 48 64 128 256; do
	rsvg-convert --width $size --height $size icon.svg --output "$temporary/$size.png"
	set -- "$@" "$temporary/$size.png"
done
convert "$@" icon.ico
