#!/bin/bash
# Writes Chinese into PROGRAM (see window/) with a real fcitx5 and its pinyin.
#
#   fcitx.sh PROGRAM OUT
#
# Needs fcitx5 fcitx5-chinese-addons dbus xvfb xdotool openbox imagemagick x11-utils.
program=$1 out=$2 method=fcitx
. "$(dirname "$0")/stage.sh"

mkdir -p "$home/.config/fcitx5"
cat >"$home/.config/fcitx5/profile" <<'PROFILE'
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin
[Groups/0/Items/0]
Name=keyboard-us
Layout=
[Groups/0/Items/1]
Name=pinyin
Layout=
[GroupOrder]
0=Default
PROFILE

is_up() {
	dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
		org.freedesktop.DBus.NameHasOwner string:org.fcitx.Fcitx5 2>/dev/null | grep -q true
}
serve() {
	fcitx5 >"$out/fcitx.log" 2>&1 &
	fcitx=$!
	jobs+=("$fcitx")
	until_so is_up
}
# pinyin switches to Chinese, once the program has its input context.
is_pinyin() {
	fcitx5-remote -s pinyin && [ "$(fcitx5-remote -n)" = pinyin ]
} 2>/dev/null
pinyin() { until_so is_pinyin; }

# at_caret says that the candidates stand right under the caret that the program told
# of last, in its window.
corner() { xwininfo -id "$1" | awk '/Absolute upper-left/ { print $NF }' | xargs; }
candidates() { list=$(xdotool search --onlyvisible --class fcitx 2>/dev/null | tail -1) && [ -n "$list" ]; }
at_caret() {
	local left top x y at_x at_y
	until_so candidates
	read -r left top < <(corner "$window")
	read -r x y < <(grep -F "${1-board} caret at" "$log" | tail -1 | sed 's/.* at \([0-9]*\),\([0-9]*\)/\1 \2/')
	read -r at_x at_y < <(corner "$list")
	x=$((left + x)) y=$((top + y))
	if ((at_x < x - 4 || at_x > x + 4 || at_y < y - 2 || at_y > y + 8)); then
		echo "candidates at $at_x,$at_y, caret at $x,$y"
		exit 1
	fi
}

serve
open

# A client that draws what is composed.
click 300 50
expect 'board focused'
pinyin
write anquan
expect 'preedit="an quan"'
at_caret
shot board-composing
key space
expect 'board commit text="安全" preedit=""'
write sheng
expect 'preedit="sheng"'
key BackSpace
expect 'text="安全" preedit="shen"'
key BackSpace BackSpace BackSpace BackSpace
expect 'text="安全" preedit=""'
write shengchan
expect 'text="安全" preedit="sheng chan"'
key Left Left
sleep .3
key Escape
expect 'text="安全" preedit=""'
never 'board Escape'
key BackSpace
expect 'board backspace text="安" preedit=""'
write quan
key 1
write ,
expect '，" preedit=""'
shot board-comma

# Shift alone: English and back.
key Shift_L
write 'ab c'
expect 'ab c" preedit=""'
key BackSpace
expect 'ab " preedit=""'
key Shift_L
write ni
expect 'preedit="ni"'
key Escape
expect 'preedit=""'
key ctrl+space
write xy
expect 'xy" preedit=""'
never 'shortcut'
key ctrl+space
key ctrl+b
expect 'board shortcut'

# Faster than anybody: no key overtakes another.
xdotool type --delay 1 'nihao,shijie '
expect '你好，世界" preedit=""'
xdotool type --delay 1 'zhongguo,1'
expect '中国，1" preedit=""'

# The focus goes elsewhere while something is composed.
write anquan
expect 'preedit="an quan"'
click 300 130
expect 'board left'
sleep .3
never 'entry text'
pinyin

# An entry: the input method shows what is composed.
write anquan
sleep .6
at_caret entry
shot entry-composing
key BackSpace
sleep .2
never 'entry text'
write n
key space
expect 'entry text="安全"'
write sheng
key Escape
sleep .3
never 'entry text'
write sheng
key BackSpace BackSpace BackSpace BackSpace BackSpace BackSpace
expect 'entry text="安"'
write quan
key Return
expect 'entry text="安quan"'
key Return
expect 'entry submitted="安quan"'
key ctrl+a
write ,
expect 'entry text="，"'
key Shift_L
key shift+Left
write 'Ok'
expect 'entry text="Ok"'
key Shift_L

click 300 240
pinyin
write di1
expect 'more text='
key Return
write 'er1'
sleep .5
shot more
expect 'more text='
click 300 340
pinyin
write 'sheng'
sleep .4
shot choice
key space
expect 'choice text='

# The service comes and goes.
click 300 50
expect 'board focused'
kill -9 "$fcitx"
sleep .5
write gone
expect 'gone" preedit=""'
serve
pinyin
write anquan
expect 'preedit="an quan"'
key space
expect '安全" preedit=""'

# It hangs: the text goes on.
write a
expect 'preedit="a"'
kill -STOP "$fcitx"
xdotool type --delay 400 hang
expect 'hang" preedit=""'
kill -CONT "$fcitx"
pinyin
write anquan
expect 'preedit="an quan"'
key space
expect '安全" preedit=""'
echo "all steps done"
