package segment

import "regexp"

// The words that lead to a day or to a name in a byline, in the languages of the pages that are known: a new label, or a
// language, is added here, for all the expressions below.
const (
	publishedLabels = `posted|published|original|veröffentlicht|publié|publicado|pubblicato`
	updatedLabels   = `updated|modified|revised|edited|aktualisiert|mis à jour|modifié|actualizado|aggiornato`
	otherLabels     = `publish(?:ed)? date|created|date|added|aired|stand`
	beforeLabels    = `last|first|originally`
	beforeDays      = `on|am|le|el|il`
	beforeTimes     = `at|à|às|um|a las|alle ore|alle|om|kl|o godz|в|uhr`
	beforeNames     = `by|von|par|por|di|door|av`
	daysFromNow     = `today|yesterday|heute|gestern|aujourd['’]hui|hier|hoy|ayer|oggi|ieri|vandaag|gisteren`
)

// The parts of the expressions below: what is no letter and no digit, which \W is not for letters like "é"; a label with what
// stands before it; a label that a byline may have without a day behind it.
const (
	noWord   = `[^\pL\pN]*`
	dayLabel = `(?:(?:` + beforeLabels + `)\s+)?(?:` + publishedLabels + `|` + updatedLabels + `|` + otherLabels + `)`
)

var (
	// dateLabel is what stands before a day.
	dateLabel = regexp.MustCompile(`(?i)^\W*(?:(?:` + beforeLabels + `|article|story|post|page|date|this|was|on|the|it)\s+)*` + dayLabel +
		`(?:[\s:]+(?:at|` + beforeDays + `)\b)?\W*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?)?\W*$`)
	// updatedLabel tells a day of a change of the page by its label.
	updatedLabel = regexp.MustCompile(`(?i)` + updatedLabels)
	// beforeDay is what leads from the author to the day: "Posted by Ann Lee on May 3, 2021", "By Ann Lee | Last updated ".
	beforeDay = regexp.MustCompile(`(?i)\s(?:(?:` + beforeDays + `)|(?:\W+\s)?` + dayLabel + `(?:\s+(?:at|` + beforeDays + `))?\b\W*)\s+$`)
	// dayLabelAlone is a label of a day that stands elsewhere, or is not spoken; whoLabelAlone one of an author.
	dayLabelAlone = regexp.MustCompile(`(?i)^` + noWord + `(?:` + dayLabel + noWord + `)*(?:at|` + beforeDays + `)?` + noWord + `$`)
	whoLabelAlone = regexp.MustCompile(`(?i)^` + noWord + `(?:(?:written|author|` + dayLabel + `)` + noWord + `)?(?:and|` + beforeNames + `)?` + noWord + `$`)
	// sinceThen is a time told from the reader's now, which a listener does not know; hourWord leads to a time of day.
	sinceThen = regexp.MustCompile(`(?i)^\W*(?:` + dayLabel + `\W+)?(?:(?:an?|\d+)\s*(?:sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?)\s+ago|just now|` + daysFromNow + `)\W*$`)
	hourWord  = regexp.MustCompile(`(?i)^\P{L}*(?:` + dayLabel + `\P{L}+)?(?:` + beforeTimes + `)\P{L}*$`)
	// byWord is what a byline begins with.
	byWord = regexp.MustCompile(`(?i)^\W*(?:(?:(?:written|reported|posted|text|story|words|article|analysis|opinion|guest post|published|submitted|contributed|compiled|interview|as told to|translated(?: from (?:the )?\pL+)?)\s+)?(?:` + beforeNames + `)\b:?|(?:author|authors|autor|auteur|text|writer)\s*:|text:)\s*`)
)
