package editor

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
)

const sample = `---
title: 关于开展六月安全生产月活动的通知
issuer: 安全管理部
published: 2026-06-01
---

# 关于开展安全生产月活动的通知

各部门、各车间：

今年六月是第25个全国**安全生产月**，主题是“人人讲安全、个个会应急——排查身边安全隐患”。现将有关事项通知如下。

## 一、活动安排

- 六月一日：启动仪式
- 六月十六日：==咨询日==
- [x] 海报张贴
- [ ] 应急演练

| 日期 | 活动 | 责任部门 |
| --- | --- | --- |
| 6月1日 | 启动仪式 | 安全管理部 |
| 6月16日 | 宣传咨询日 | 宣传科 |

::: callout {title=要点 tone=warning}
动火作业必须办理许可证，现场须有:em[专人监护]。
:::

> 安全是最大的效益。

![演练现场](drill.webp){width=60%}
`

// TestShots draws the window in all languages to be looked at; SHOTS names a folder.
func TestShots(t *testing.T) {
	if os.Getenv("SHOTS") == "" {
		t.Skip("SHOTS names no folder")
	}
	for _, lang := range []string{"zh-Hans", "zh-Hant", "en", "id"} {
		for _, width := range []float32{640, 1280} {
			for _, dark := range []bool{false, true} {
				s := newStage(t, sample, setting{lang: lang, dark: dark, width: width, height: 620})
				name := lang
				if dark {
					name += "-dark"
				}
				if width > 1000 {
					name += "-wide"
				}
				s.shot(name + "-text")
				if dark != (lang == "zh-Hant") {
					continue
				}
				s.table["replace"].Do()
				s.finder.words.SetText("安全")
				s.shot(name + "-find")
				s.finder.close()
				s.pickBlock(nil)
				s.shot(name + "-blocks")
				s.overlay().(*popup).close()
				s.pickTable(nil)
				s.shot(name + "-grid")
				s.overlay().(*popup).close()
				s.showMenu(s.contextMenu(), fyne.NewPos(100, 100))
				s.shot(name + "-menu")
				s.window.Canvas().Overlays().Remove(s.overlay())
			}
		}
	}
}
