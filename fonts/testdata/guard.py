#!/usr/bin/env python3
"""Records what HarfBuzz makes of sample lines in every bundled face.

    python3 fonts/testdata/guard.py        (from the root of the repository)

Wants hb-shape 6.0.0 (Debian libharfbuzz-bin) and zstd. Writes guard/<Name>.tsv;
the guard test in fonts/ shapes the same lines and must get the same rows.
"""

import json
import os
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FILES = os.path.join(HERE, "..", "files")

PUNCTUATION = [
    "，。、；：？！",
    "“国”‘安’（全）",
    "《生产》〈规程〉",
    "「安全」『第一』",
    "【通知】〔二〇二六〕",
    "——……～ー·／",
    "，", "。", "、", "；", "：", "？", "！", "（）", "—…", "～ー",
    "他说：“停！（危险）……”——《规程》。",
    "（一）「甲」、『乙』；〔三〕：【四】？！",
    "１２３ＡＢＣ％＋－＝＠＃＆",
    "〖注〗｛｝［］〝〞＂＇￥＄",
]

HANS = [
    "安全生产，人人有责。",
    "关于进一步加强安全生产工作的通知",
    "严禁烟火 当心触电 必须戴安全帽",
    "王五、李四：请于３月８日前整改完毕。",
    "一二三四五六七八九十百千万〇",
]

HANT = [
    "安全生產，人人有責。",
    "關於加強職業安全衛生管理之公告",
    "嚴禁煙火　當心觸電　必須戴安全帽",
    "王五、李四：請於３月８日前改善完畢。",
    "臺灣職業災害預防裡裏國為",
]

MIXED = [
    "使用LPG时，压力≤0.6MPa；温度−10℃～45℃。",
    "第3章 PPE（个人防护装备）AV To Wa",
    "2026年11月21日 10:30—11:45，共128人",
    "㎡㎏①②③㈠㈡ⅠⅡⅢ→←↑↓■□▲△★☆※✓☐",
    "ㄅㄆㄇㄈˊˇˋ˙アイウエオーっゃガ",
    "︐︑︒︓︔︕︖︵︶﹁﹂︽︾︱︙",
    "葛\U000E0100城 社\uFE00 ｶﾞﾊﾟ か\u3099",
]

LATIN = [
    "AV To Wa Yo LT fi ffl ff office affluent",
    "The quick brown fox jumps over the lazy dog.",
    "Keselamatan dan Kesehatan Kerja (K3) — utamakan!",
    "0123456789 1,234.56 10:30 50% #1 $5 €6 ¥7",
    "“Quoted” ‘text’ — dash – en… don’t (A/B) [C] {D}",
    "āáǎà ēéěè īíǐì ōóǒò ūúǔù ǖǘǚǜ ń ň ǹ ḿ",
    "a\u0304 e\u0301 i\u030C o\u0300 u\u0308\u0304 u\u0308\u030C n\u0300 m\u0301 m\u0300 x\u0301",
    "Á Ñ Ü ß ç Ø Å æ œ Łódź naïve façade",
    "ΑΒΓ αβγ Привет μm Ω ± × ÷ ≤ ≥ ≠ ∞ √",
    "co\u00ADoperate no\u00A0break zero\u200Bwidth a\u200Dj",
]

RARE = [
    "㐀㐁㐂㐃㑀㑊㒨㔾㗊",
    "龘靐齉爩鱻麤", "峯啓眞敎內囍喭", "國產規說險壓個護備裝",
    "臺灣職業災害預防", "桜沢浜瀬畑経絵転鉄駅", "冇畀嘢嚟乸唞", "丨丶丿亅𠂉",
    "𠀋𠂇𠃌𠮷𪚥", "豈更車賈滑", "﨎﨏﨑﨓", "葛\U000E0100國\U000E0101",
    "国，中。（）", "鎔鉄 AV 123",
]

TRADITIONAL = str.maketrans("国产规说险压个护备装时温", "國產規說險壓個護備裝時溫")


def traditional(lines):
    return [line.translate(TRADITIONAL) for line in lines]


SC = [("zh-Hans", PUNCTUATION + HANS + MIXED + LATIN[5:7] + LATIN[9:]), ("en", LATIN), ("id", LATIN[2:4])]
TC = [("zh-Hant", traditional(PUNCTUATION) + HANT + traditional(MIXED) + LATIN[5:7] + LATIN[9:]), ("en", LATIN), ("id", LATIN[2:4])]
KAI = [("zh-Hans", PUNCTUATION + HANS + MIXED + LATIN[5:7] + LATIN[9:]), ("zh-Hant", traditional(PUNCTUATION[:6]) + HANT), ("en", LATIN), ("id", LATIN[2:4])]
REST = [("zh-Hans", RARE)]
WEST = [("en", LATIN), ("id", LATIN[2:4])]


def samples(name):
    if name.endswith("-Rest"):
        return REST
    if name.startswith("Liberation"):
        return WEST
    if name.startswith("BulletinKai"):
        return KAI
    return TC if "TC-" in name else SC


HEADER = (
    "# {name}: HarfBuzz {version}, size = unitsPerEm, default features, script Hani for zh-*, Latn otherwise. "
    "A row: direction (ltr, ttb), language, text, glyphs joined by |; "
    "a glyph: id=cluster+advance@xoff,yoff, cluster = index of the rune in text, "
    "advance along the direction (x for ltr, y for ttb: negative is down), font units. "
    "Written by guard.py."
)


def shape(font, direction, language, lines):
    script = "hani" if language.startswith("zh") else "latn"
    output = subprocess.run(
        ["hb-shape", "--font-file", font, "--text-file", "-", "--direction", direction, "--script", script,
         "--language", language, "--cluster-level", "0", "--no-glyph-names", "--output-format", "json"],
        input="".join(line + "\n" for line in lines), capture_output=True, text=True, check=True).stdout
    shaped = [json.loads(row) for row in output.splitlines()]
    assert len(shaped) == len(lines), (font, len(shaped), len(lines))
    advance, across = ("ax", "ay") if direction == "ltr" else ("ay", "ax")
    for text, glyphs in zip(lines, shaped):
        assert all(g[across] == 0 for g in glyphs)
        row = "|".join(f"{g['g']}={g['cl']}+{g[advance]}@{g['dx']},{g['dy']}" for g in glyphs)
        yield f"{direction}\t{language}\t{text}\t{row}\n"


def main():
    version = subprocess.run(["hb-shape", "--version"], capture_output=True, text=True, check=True).stdout.split()[2]
    os.makedirs(os.path.join(HERE, "guard"), exist_ok=True)
    for file in sorted(os.listdir(FILES)):
        if not file.endswith(".ttf.zst"):
            continue
        name = file[: -len(".ttf.zst")]
        with tempfile.TemporaryDirectory() as folder:
            font = os.path.join(folder, name + ".ttf")
            subprocess.run(["zstd", "-dqf", os.path.join(FILES, file), "-o", font], check=True)
            rows = [row for direction in ("ltr", "ttb") for language, lines in samples(name)
                    for row in shape(font, direction, language, lines)]
        with open(os.path.join(HERE, "guard", name + ".tsv"), "w", encoding="utf-8", newline="\n") as out:
            out.write(HEADER.format(name=name, version=version) + "\n")
            out.writelines(rows)
        print(f"guard: {name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
