#!/bin/sh
# Installs Safety 365 for the user who runs it; no administrator is needed.
#
#   sh install.sh              into ~/.local
#   sh install.sh --uninstall  takes it away again; documents and settings stay
#
# XDG_DATA_HOME is minded; PREFIX is another place than ~/.local.
set -eu

id=org.safety365.app
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=${PREFIX:-$HOME/.local}
if [ -n "${PREFIX:-}" ]; then data=$PREFIX/share; else data=${XDG_DATA_HOME:-$prefix/share}; fi
folder=$data/safety365
entry=$data/applications/$id.desktop
picture=$data/icons/hicolor/512x512/apps/$id.png
drawing=$data/icons/hicolor/scalable/apps/$id.svg
command=$prefix/bin/safety365

# tell LANGUAGE-dependent words: Chinese, traditional Chinese, Indonesian, English.
tell() {
	case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
	zh_TW* | zh_HK* | zh_MO*) echo "$2" ;;
	zh*) echo "$1" ;;
	id* | in_*) echo "$3" ;;
	*) echo "$4" ;;
	esac
}

# announce lets the desktop look again; where there is none, that is all right.
announce() {
	update-desktop-database "$data/applications" 2>/dev/null || true
	gtk-update-icon-cache -q -t -f "$data/icons/hicolor" 2>/dev/null || true
}

if [ "${1:-}" = --uninstall ]; then
	if [ -L "$command" ]; then rm -f "$command"; fi
	rm -f "$entry" "$picture" "$drawing"
	rm -rf "$folder"
	announce
	tell "安全365已卸载，文稿和设置都还在。" "安全365已解除安裝，文稿和設定都還在。" \
		"Safety 365 telah dihapus; dokumen dan setelan tetap ada." "Safety 365 has been removed; documents and settings are where they were."
	exit 0
fi

mkdir -p "$folder" "$prefix/bin" "$(dirname "$entry")" "$(dirname "$picture")" "$(dirname "$drawing")"
# A running program cannot be written over, but its name can go to another file.
cp "$here/safety365" "$folder/safety365.new"
chmod 755 "$folder/safety365.new"
mv -f "$folder/safety365.new" "$folder/safety365"
cp "$here/README.txt" "$here/LICENSE" "$here/install.sh" "$folder/"
cp "$here/safety365.png" "$picture"
cp "$here/safety365.svg" "$drawing"
if [ -L "$command" ] || [ ! -e "$command" ]; then ln -sf "$folder/safety365" "$command"; fi

# The command of a desktop entry is quoted: a home may have a space in its name.
program=$(printf '%s' "$folder/safety365" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g' -e 's/[&|\\]/\\&/g')
sed "s|@PROGRAM@|\"$program\"|" "$here/$id.desktop" >"$entry.new"
mv -f "$entry.new" "$entry"
announce
tell "安全365已安装。请在应用程序菜单里打开，或运行：$command" \
	"安全365已安裝。請在應用程式選單中開啟，或執行：$command" \
	"Safety 365 telah terpasang. Buka dari menu aplikasi, atau jalankan: $command" \
	"Safety 365 is installed. Open it from the menu of applications, or run: $command"
