"""Packs a word list: make.py JIEBA-DICTIONARY TSCHARACTERS OUTPUT

The output is a row of parts, each a uint32 (little-endian) with its size in bytes
and then the bytes. All characters are of the BMP, as UTF-16 code units, words in the
order of their units:

    0  one byte a word: how many units it shares with the word before
    1  one byte a word: how many units follow
    2  those units, high bytes          3  those units, low bytes
    4  one byte a word: 8 * log2(sum of all counts / its count), rounded
    5  one byte a word: its class (0-7, see CLASSES), 8: has no parts
    6  Traditional characters, high     7  low bytes, in order
    8  their Simplified ones, high      9  low bytes
"""
import math
import struct
import sys

HAN = range(0x3400, 0xA000)
NUMERALS = set("〇零一二三四五六七八九十百千万亿两几数第")
CLASSES = {"other": 0, "noun": 1, "verb": 2, "adverb": 3, "place": 4, "adjective": 5, "name": 6}


def read_map(path):
    table = {}
    for line in open(path, encoding="utf-8"):
        if line.startswith("#") or "\t" not in line:
            continue
        key, values = line.rstrip("\n").split("\t")
        value = values.split(" ")[0]
        if len(key) == len(value) == 1 and key != value and ord(key) < 0x10000 and ord(value) < 0x10000:
            table[key] = value
    # The classical forms of TSCharacters name one step only; go to the end.
    for key in table:
        while table[key] in table and table[table[key]] != key:
            table[key] = table[table[key]]
    return table


def classify(tag):
    if tag in ("ns",):
        return "place"
    if tag in ("nr", "nrt", "nrfg"):
        return "name"
    if tag in ("vn", "an", "s", "t", "tg", "j") or tag.startswith("n"):
        return "noun"
    if tag.startswith("v"):
        return "verb"
    if tag in ("d", "ad", "dg", "df"):
        return "adverb"
    if tag in ("a", "ag", "b", "z"):
        return "adjective"
    return "other"


def kept(word, count, tag):
    n = len(word)
    if n > 8 or any(ord(c) not in HAN for c in word):
        return False
    if n == 1:
        return True
    if all(c in NUMERALS for c in word) or tag in ("m", "mq"):
        return count >= 50  # 第三十, 两百 …: the numbers have rules of their own
    if tag in ("nr", "nrt", "nrfg"):
        return count >= 50
    if tag == "ns":
        return True
    if n > 5:
        return count >= 10
    return count >= 5


def whole(word, tag):
    """Words without parts: sayings, names."""
    if len(word) < 4:
        return True
    if tag == "i" or tag in ("nr", "nrt", "nrfg"):
        return True
    return len(word) == 4 and tag in ("l", "ns", "z", "a")


def split(text):
    units = text.encode("utf-16-be")
    return units[0::2], units[1::2]


def main(dictionary, characters, output):
    table = read_map(characters)
    words, total = {}, 0
    for line in open(dictionary, encoding="utf-8"):
        word, count, tag = line.split()
        count = int(count)
        total += count
        if not kept(word, count, tag):
            continue
        word = "".join(table.get(c, c) for c in word)
        old = words.get(word)
        if old is None or old[0] < count:
            flags = CLASSES[classify(tag)] | (8 if whole(word, tag) else 0)
            words[word] = [count + (old[0] if old else 0), flags]
        else:
            old[0] += count
    shared, lengths, units, costs, flags = bytearray(), bytearray(), [], bytearray(), bytearray()
    before = ""
    for word in sorted(words):
        n = 0
        while n < min(len(word), len(before)) and word[n] == before[n]:
            n += 1
        shared.append(n)
        lengths.append(len(word) - n)
        units.append(word[n:])
        count, flag = words[word]
        costs.append(min(255, round(8 * math.log2(total / max(count, 1)))))
        flags.append(flag)
        before = word
    keys = sorted(table)
    parts = [shared, lengths, *split("".join(units)), costs, flags,
             *split("".join(keys)), *split("".join(table[k] for k in keys))]
    with open(output, "wb") as out:
        for part in parts:
            out.write(struct.pack("<I", len(part)) + part)
    print(len(words), "words,", len(keys), "characters")


main(*sys.argv[1:])
