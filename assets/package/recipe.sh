#!/usr/bin/env bash
# Makes the packages, in out/package:
#
#   safety365-VERSION-linux-ARCH.tar.xz    one program; install.sh puts it into a home
#   safety365-VERSION-windows-amd64.zip    the window and, as a program with a window
#                                          has no console, the command beside it
#
# Wants Go, a C compiler with the libraries of the window, for Windows mingw-w64 and
# zip. Called by "make package"; "recipe.sh linux" or "recipe.sh windows" makes one.
set -euo pipefail
cd "$(dirname "$0")/../.."

here=assets/package
out=out/package
version=$(sed -n 's/^Version = "\(.*\)"$/\1/p' FyneApp.toml)
tags=migrated_fynedo # Fyne need not look after goroutines: see FyneApp.toml
small="-s -w"
# The date of what is packed: of the last change, so that the same source gives the
# same archive.
date=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}

# stage NAME makes an empty folder for a package, with what all packages hold.
stage() {
	rm -rf "${out:?}/$1"
	mkdir -p "$out/$1"
	cp LICENSE "$out/$1/"
	licences "$out/$1/licences"
}

# licences FOLDER gathers the licences of what the programs carry with them: fonts,
# data, Go modules.
licences() {
	local path folder file
	mkdir -p "$1"
	cp fonts/files/COPYING-*.txt fonts/files/OFL-*.txt assets/profiles/LICENSE-*.txt assets/lexicon/LICENSE.* "$1/"
	go list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}' . | sort -u |
		while read -r path folder; do
			for file in "$folder"/LICEN[CS]E* "$folder"/COPYING*; do
				if [ -f "$file" ]; then
					install -m 644 "$file" "$1/${path//\//_}-$(basename "$file")"
				fi
			done
		done
}

# versioned FILE prints a text with the version in it.
versioned() { sed "s/@VERSION@/$version/" "$1"; }

linux() {
	local arch name
	arch=$(go env GOARCH)
	name=safety365-$version-linux-$arch
	stage "$name"
	CGO_ENABLED=1 nice go build -trimpath -tags "$tags" -ldflags "$small" -o "$out/$name/safety365" .
	cp "$here/linux/install.sh" "$here/linux/org.safety365.app.desktop" "$out/$name/"
	cp assets/icon/icon.png "$out/$name/safety365.png"
	cp assets/icon/icon.svg "$out/$name/safety365.svg"
	versioned "$here/linux/README.txt" >"$out/$name/README.txt"
	chmod 755 "$out/$name/safety365" "$out/$name/install.sh"
	tar --create --xz --file "$out/$name.tar.xz" --directory "$out" --sort=name \
		--owner=0 --group=0 --numeric-owner --mtime="@$date" "$name"
	rm -rf "${out:?}/$name"
	echo "$out/$name.tar.xz"
}

# program TARGET RESOURCE-OPTIONS GO-OPTIONS... makes a Windows program. Its resources
# must lie beside the package main, so that is built from a copy, in a folder that Go
# overlooks.
program() {
	local target=$1 options=$2 main=$out/_main
	shift 2
	rm -rf "$main"
	mkdir -p "$main"
	cp main.go "$main/"
	x86_64-w64-mingw32-windres -c 65001 -DVERSION="$version" -DNUMBERS="${version//./,},0" $options \
		"$here/windows/safety365.rc" -O coff -o "$main/resource_windows_amd64.syso"
	GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc nice go build -trimpath "$@" -o "$target" "./$main"
	rm -rf "$main"
}

windows() {
	local name=safety365-$version-windows-amd64
	stage "$name"
	CGO_ENABLED=0 program "$out/$name/safety365-cli.exe" -DCONSOLE -tags headless -ldflags "$small"
	CGO_ENABLED=1 program "$out/$name/safety365.exe" "" -tags "$tags" -ldflags "$small -H=windowsgui -extldflags=-static"
	mv "$out/$name/LICENSE" "$out/$name/LICENSE.txt"
	# Notepad wants a mark at the beginning and both characters at the end of a line.
	{ printf '\357\273\277'; versioned "$here/windows/README.txt" | sed 's/$/\r/'; } >"$out/$name/README.txt"
	find "$out/$name" -exec touch --date "@$date" {} +
	rm -f "$out/$name.zip"
	(cd "$out" && find "$name" -type f | LC_ALL=C sort | TZ=UTC zip -X -q "$name.zip" -@)
	rm -rf "${out:?}/$name"
	echo "$out/$name.zip"
}

mkdir -p "$out"
for what in "${@:-all}"; do
	case $what in
	linux) linux ;;
	windows) windows ;;
	all) linux; windows ;;
	*) echo "usage: recipe.sh [linux|windows]" >&2; exit 2 ;;
	esac
done
