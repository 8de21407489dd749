package spoken

import (
	"strconv"
	"strings"
)

// The words of English numbers.
var (
	onesWords = [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
	tensWords  = [...]string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	scaleWords = [...]string{"", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion", "sextillion", "septillion",
		"octillion", "nonillion", "decillion"}
	irregularOrdinals = map[string]string{"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
		"twelve": "twelfth"}
)

// maxCardinal is the number of digits up to which a number has a name; longer ones are said digit by digit.
const maxCardinal = 3 * len(scaleWords)

// cardinal says a string of digits as a whole number: "1013" is "one thousand thirteen", with and "one thousand and
// thirteen". What has too many digits is said digit by digit.
func cardinal(digits string, and bool) string {
	digits = strings.TrimLeft(digits, "0")
	if digits == "" {
		return "zero"
	}
	if len(digits) > maxCardinal {
		return spellDigits(digits)
	}
	if len(digits) < 4 {
		return below1000(atoi(digits), and, false)
	}
	var words []string
	for len(digits) > 0 {
		scale := (len(digits) - 1) / 3
		n := len(digits) - 3*scale
		group := digits[:n]
		digits = digits[n:]
		if v := atoi(group); v > 0 {
			words = append(words, below1000(v, and, and && scale == 0 && len(words) > 0))
			if scale > 0 {
				words = append(words, scaleWords[scale])
			}
		}
	}
	return strings.Join(words, " ")
}

// below1000 says 1 to 999; lead puts "and" before what is below a hundred.
func below1000(v int, and, lead bool) string {
	if v < 100 {
		if lead {
			return "and " + below100(v)
		}
		return below100(v)
	}
	said := onesWords[v/100] + " hundred"
	switch {
	case v%100 == 0:
		return said
	case and:
		return said + " and " + below100(v%100)
	}
	return said + " " + below100(v%100)
}

// below100 says 0 to 99.
func below100(v int) string {
	switch {
	case v < 20:
		return onesWords[v]
	case v%10 == 0:
		return tensWords[v/10]
	}
	return tensWords[v/10] + "-" + onesWords[v%10]
}

// ordinalOf turns the words of a cardinal into those of its ordinal: "twenty-one" is "twenty-first".
func ordinalOf(words string) string {
	cut := strings.LastIndexAny(words, " -") + 1
	head, last := words[:cut], words[cut:]
	switch {
	case irregularOrdinals[last] != "":
		last = irregularOrdinals[last]
	case strings.HasSuffix(last, "y"):
		last = last[:len(last)-1] + "ieth"
	default:
		last += "th"
	}
	return head + last
}

// spellDigits says digits one by one.
func spellDigits(digits string) string {
	words := make([]string, 0, len(digits))
	for i := range len(digits) {
		words = append(words, onesWords[digits[i]-'0'])
	}
	return strings.Join(words, " ")
}

// year says 1 to 4 digits as a year: 1066 is "ten sixty-six", 1905 "nineteen oh five", 2009 "two thousand nine".
func year(digits string, and bool) string {
	v := atoi(digits)
	hi, lo := v/100, v%100
	switch {
	case v < 100 || v >= 10000 || v%1000 < 10:
		return cardinal(digits, and)
	case lo == 0:
		return below100(hi) + " hundred"
	case lo < 10:
		return below100(hi) + " oh " + onesWords[lo]
	}
	return below100(hi) + " " + below100(lo)
}

// pairs says a number of three or four digits as people say flights, streets and models: 555 is "five fifty-five", 1428
// "fourteen twenty-eight", 500 "five hundred".
func pairs(digits string, and bool) string {
	v := atoi(digits)
	switch {
	case len(digits) < 3 || len(digits) > 4 || digits[0] == '0':
		return cardinal(digits, and)
	case len(digits) == 3 && v%100 < 10 && v%100 > 0, v%1000 == 0:
		if v%1000 == 0 {
			return cardinal(digits, and)
		}
		return below100(v/100) + " oh " + onesWords[v%100]
	}
	return year(digits, and)
}

// pluralWord makes the plural of the last word of a number: "nineties", "sixes", "thousands".
func pluralWord(words string) string {
	switch {
	case strings.HasSuffix(words, "y"):
		return words[:len(words)-1] + "ies"
	case strings.HasSuffix(words, "x"):
		return words + "es"
	}
	return words + "s"
}

// atoi reads up to nine digits; longer strings are cut, as no caller needs them.
func atoi(digits string) int {
	v := 0
	for i := 0; i < len(digits) && i < 9; i++ {
		v = v*10 + int(digits[i]-'0')
	}
	return v
}

// itoa writes a small number in digits.
func itoa(n int) string { return strconv.Itoa(n) }
