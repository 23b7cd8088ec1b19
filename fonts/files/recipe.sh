#!/usr/bin/env bash
# Builds every font file of this folder from pinned packages.
#
#     bash fonts/files/recipe.sh        (from the root of the repository)
#
# Wants: npm, go, apt-get and dpkg-deb (Debian 12), tar, zstd 1.5.4,
# python3-fonttools 4.38.0. Downloads go to $FONT_CACHE and are used only when
# their SHA-256 is the one written here. The result is the same bytes each time:
# if SHA256SUMS exists, the new files must match it; delete it to change the set.
set -euo pipefail
export LC_ALL=C.UTF-8 TZ=UTC

here=$(cd "$(dirname "$0")" && pwd)
cache=${FONT_CACHE:-${TMPDIR:-/tmp}/safety365-fonts}
python=${FONT_PYTHON:-/usr/bin/python3}
mkdir -p "$cache"

die() { echo "recipe: $*" >&2; exit 1; }

# verify FILE SHA256
verify() { echo "$2  $1" | sha256sum --check --quiet - || die "$1 is not the file this recipe was written for"; }

# npm NAME VERSION SHA256: unpacks an npm package into $cache/NAME
npm_get() {
	local file=expo-google-fonts-$1-$2.tgz
	[ -f "$cache/$file" ] || (cd "$cache" && npm pack --silent "@expo-google-fonts/$1@$2" >/dev/null)
	verify "$cache/$file" "$3"
	rm -rf "${cache:?}/$1" && mkdir "$cache/$1"
	tar -xzf "$cache/$file" -C "$cache/$1" --strip-components=1
}

# deb NAME VERSION SHA256: unpacks a Debian package into $cache/debian
deb_get() {
	local file=$1_${2/:/%3a}_all.deb
	[ -f "$cache/$file" ] || (cd "$cache" && apt-get download -qq "$1=$2") ||
		die "$1 $2 is no longer in the archive; take it from snapshot.debian.org and put it into $cache"
	verify "$cache/$file" "$3"
	dpkg-deb -x "$cache/$file" "$cache/debian"
}

[ "$("$python" -c 'import fontTools; print(fontTools.version)')" = 4.38.0 ] || die "wants fontTools 4.38.0 (apt-get install python3-fonttools)"
zstd --version | grep -q 'v1\.5\.4' || die "wants zstd 1.5.4 (apt-get install zstd)"

rm -rf "$cache/debian"
npm_get noto-serif-sc 0.4.3 ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e
npm_get noto-sans-sc  0.4.3 0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59
npm_get noto-serif-tc 0.4.4 3ea15781c2997b4a0ff40b1f4d15f6bd2b7e2e41128ba6c9b9ebcd129a076b68
npm_get noto-sans-tc  0.4.3 e7532a3a43a6c660ee0351a167b99fe0da52f20b4940fb3fc067ed7c5bd594bf
npm_get noto-emoji    0.4.7 6a25fd5a4da5bb34bbc2d300531bbf32de86afd866e119314d7e358f61a6104d
deb_get fonts-hanazono       20170904-2.1    a6943366b4f5a6cec34221f8b4eb22555a628f0ee6ef4e3d3401cabe9363aeae
deb_get fonts-lxgw-wenkai    1.250+repack-1  6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318
deb_get texlive-lang-chinese 2022.20230122-1 9cfa07bd44e7b9098e26f0ecac1b5ad210d2249d474c8074d53de92d650b0ec0
deb_get unicode-data         15.0.0-1        5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc

# Liberation: the files themselves, as the Go module carries them.
module=$(cd "$cache" && GOFLAGS=-mod=mod GOWORK=off go mod download -json codeberg.org/go-fonts/liberation@v0.6.0 |
	sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
mkdir -p "$cache/liberation"
while read -r sum file; do
	install -m 644 "$module/$file" "$cache/liberation/"
	verify "$cache/liberation/${file##*/}" "$sum"
done <<'SUMS'
f45cc618951fffe1470140692086f7ca8a46ba81fe147cf8416bd63fb4849c61 LICENSE-SIL
a82e5f4350d6b66d44d1c77f718d7c658a23ae6097c115748f5ab58c0723af59 liberationserifregular/LiberationSerif-Regular.ttf
1226cecb60336d5ab5401c8ecb608cd93fe2576df85ec1f2410eac524878323c liberationserifbold/LiberationSerif-Bold.ttf
9bfb44ebfa0723273129484a6d860bbac2c9ec135aac2a09f5e5bb60ca85898c liberationserifitalic/LiberationSerif-Italic.ttf
cb3a04cde5ddde7bd3b82ba0781a41249b24151a4c2a4f47eebb1e3199f3dd5b liberationserifbolditalic/LiberationSerif-BoldItalic.ttf
597589a852868f782c68e25112bab7785b34bc726f6160dca1519198c6e8c762 liberationsansregular/LiberationSans-Regular.ttf
cf445da2ab82045d7c8a00a5d9c29a6e90b0579705e28b1f3e02d5b3a0a91ab8 liberationsansbold/LiberationSans-Bold.ttf
505289efd5caa319d7e178cbf395186798c7470fc39e47df1de5f6406a5bf5cb liberationsansitalic/LiberationSans-Italic.ttf
60ba7f56d3d5909f69163c6434556b0ce04fd4c1f3e10682dcdbd518588d4760 liberationsansbolditalic/LiberationSans-BoldItalic.ttf
d63be47c3362b5867b054971c15923bf2e0a865fa7a31c51572b910fb76f7232 liberationmonoregular/LiberationMono-Regular.ttf
111f3f8a3369628b9b5a6176d0a96d90fabd90dbdcba940c1a6610f68b1a0b25 liberationmonobold/LiberationMono-Bold.ttf
SUMS

out=$cache/out
rm -rf "$out" && mkdir "$out"
nice -n 10 "$python" "$here/recipe.py" "$cache" "$out"

cd "$out"
for file in *.ttf; do
	nice -n 10 "$python" "$here/pack.py" "$file" "$file.zst"
done
rm -f "$here"/*.ttf.zst
install -m 644 -- *.ttf.zst *.txt "$here/"

cd "$here"
if [ -f SHA256SUMS ]; then
	sha256sum --check --quiet SHA256SUMS || die "the result differs from SHA256SUMS"
	[ "$(ls ./*.ttf.zst | wc -l)" = "$(wc -l <SHA256SUMS)" ] || die "SHA256SUMS does not list every font file"
	echo "recipe: all files match SHA256SUMS"
else
	sha256sum -- *.ttf.zst >SHA256SUMS
	echo "recipe: SHA256SUMS written"
fi
