// Package opencc holds OpenCC's tables for turning Traditional Chinese into Simplified
// and back, and the configurations that say which of them are used in which order.
// README.md says where they come from; the licence stands beside it.
package opencc

import "embed"

// Files are config/NAME.json and tables/NAME.txt.zst.
//
//go:embed config/*.json tables/*.txt.zst
var Files embed.FS
