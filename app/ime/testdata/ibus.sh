#!/bin/bash
# Writes Chinese into PROGRAM (see window/) with a real ibus and its libpinyin.
#
#   ibus.sh PROGRAM OUT
#
# Needs ibus ibus-libpinyin dbus xvfb xdotool openbox imagemagick.
program=$1 out=$2 method=ibus
. "$(dirname "$0")/stage.sh"

is_pinyin() {
	ibus engine libpinyin || true # it says that it failed when it did not
	[ "$(ibus engine)" = libpinyin ]
} >/dev/null 2>&1
serve() {
	ibus-daemon --replace --config=/usr/libexec/ibus-memconf >"$out/ibus.log" 2>&1 &
	ibus=$!
	jobs+=("$ibus")
	until_so is_pinyin
}

serve
open
click 300 50
expect 'board focused'
sleep 1.5 # the program looks for the service once a second
is_pinyin

# A client that draws what is composed.
write anquan
expect 'text="" preedit="安全" caret=6'
expect 'preedit="安全"' # it guesses twice
sleep .7
shot ibus-board
key BackSpace
expect 'text="" preedit="安'
write n
expect 'preedit="安全"'
key space
expect 'board commit text="安全" preedit=""'
write sheng
key Escape
expect 'preedit=""'
never 'board Escape'
key BackSpace
expect 'board backspace text="安"'
write ,
expect '，" preedit=""'
key Shift_L
write 'ok'
expect '，ok" preedit=""'
key Shift_L
xdotool type --delay 1 'nihao shijie 1'
expect '你好世界1" preedit=""'

# An entry: ibus shows what is composed.
click 300 130
expect 'board left'
write anquan
sleep .7
shot ibus-entry
never 'entry text'
key space
expect 'entry text="安全"'
key BackSpace
expect 'entry text="安"'

# The service comes and goes.
click 300 50
expect 'board focused'
kill "$ibus"
sleep 1
write gone
expect 'gone" preedit=""'
serve
sleep 3
is_pinyin
write anquan
expect 'preedit="安全"'
key space
expect '安全" preedit=""'
echo "all steps done"
