package pdf

// filterRows returns the rows of a picture with the PNG filter in front of each
// that leaves the smallest differences (predictor 15).
func filterRows(width, height, channels int, read func(row []byte, y int)) []byte {
	n := width * channels
	out := make([]byte, 0, (n+1)*height)
	above, row := make([]byte, n), make([]byte, n)
	var tried [5][]byte
	for i := range tried {
		tried[i] = make([]byte, n)
	}
	for y := range height {
		read(row, y)
		best, least := 0, -1
		for kind := range tried {
			if sum := filterRow(tried[kind], row, above, channels, kind); least < 0 || sum < least {
				best, least = kind, sum
			}
		}
		out = append(append(out, byte(best)), tried[best]...)
		above, row = row, above
	}
	return out
}

// filterRow writes the differences of a filter and returns their sum.
func filterRow(out, row, above []byte, channels, kind int) (sum int) {
	for i, v := range row {
		var left, corner byte
		if i >= channels {
			left, corner = row[i-channels], above[i-channels]
		}
		switch kind {
		case 1:
			v -= left
		case 2:
			v -= above[i]
		case 3:
			v -= byte((int(left) + int(above[i])) / 2)
		case 4:
			v -= paeth(left, above[i], corner)
		}
		out[i] = v
		sum += min(int(v), 256-int(v))
	}
	return sum
}

func paeth(left, above, corner byte) byte {
	p := int(left) + int(above) - int(corner)
	a, b, c := distance(p, left), distance(p, above), distance(p, corner)
	switch {
	case a <= b && a <= c:
		return left
	case b <= c:
		return above
	}
	return corner
}

func distance(p int, v byte) int {
	if d := p - int(v); d >= 0 {
		return d
	}
	return int(v) - p
}
