package word

import (
	"bytes"
	"image"
	"image/gif"
	"image/png"
	"path"
	"regexp"
	"strings"
)

// pictureName takes a picture out of the file; "" if it is none that we show.
func (s *scribe) pictureName(part string) string {
	if name, ok := s.named[part]; ok {
		return name
	}
	s.named[part] = ""
	ext := strings.ToLower(path.Ext(part))
	switch ext {
	case ".jpg", ".jfif", ".jpe":
		ext = ".jpeg"
	case ".png", ".jpeg", ".webp", ".bmp", ".gif":
	case ".emf", ".wmf":
		s.lost(loss{"word-picture-drawn", []string{"name", path.Base(part), "format", strings.ToUpper(ext[1:])}})
		return ""
	default:
		s.lost(loss{"word-picture-format", []string{"name", path.Base(part), "format", strings.ToUpper(strings.TrimPrefix(ext, "."))}})
		return ""
	}
	data, bad := s.read(part, maxPicture)
	if bad == nil && ext == ".gif" {
		data, ext = firstFrame(data), ".png"
	}
	if bad != nil || data == nil {
		s.lost(loss{"word-picture-broken", []string{"name", path.Base(part)}})
		return ""
	}
	name := s.prefix + "-" + itoa(len(s.pictures)+1) + ext
	s.pictures = append(s.pictures, Picture{name, data})
	s.named[part] = name
	return name
}

// maxGIF is how many dots a GIF may have.
const maxGIF = 50_000_000

// firstFrame makes a PNG of the first frame of a GIF; nil if it cannot be read.
func firstFrame(data []byte) []byte {
	size, err := gif.DecodeConfig(bytes.NewReader(data))
	if err != nil || size.Width*size.Height > maxGIF {
		return nil
	}
	var img image.Image
	if img, err = gif.Decode(bytes.NewReader(data)); err != nil {
		return nil
	}
	var b bytes.Buffer
	if png.Encode(&b, img) != nil {
		return nil
	}
	return b.Bytes()
}

// unwritten are descriptions that nobody wrote: names of files, and what programs guess.
var unwritten = regexp.MustCompile(`(?i)描述已自动生成|描述已自動產生|AI 生成的内容|automatically generated|AI-generated|\.(png|jpe?g|gif|bmp|tiff?|webp|emf|wmf)$|^(图片|圖片|图像|圖像|picture|image|img|pic|gambar)[ _-]*\d*$|^(微信图片|mmexport|IMG|DSC|Screenshot)[ _-]*\d|^https?://`)

// described is what a picture's description says; "" if nobody wrote it.
func described(alt string) string {
	alt = strings.TrimSpace(strings.NewReplacer("\r", "", "\n", " ").Replace(alt))
	if unwritten.MatchString(alt) {
		return ""
	}
	return alt
}
