package segment

import (
	"slices"
	"strings"
)

// The form of a menu on one line: at least so many items, each of at most so many words.
const (
	minMenuItems     = 4
	maxMenuItemWords = 4
)

// menuDividers stand between the items of a menu. A slash without spaces stands between words of a sentence too.
var menuDividers = []string{" / ", "|", "•", "·"}

// findMenus drops the menus above and below the article: inside it a row of words may be its own.
func (b *builder) findMenus(lines []lineRole) {
	first, last := len(lines), -1
	for i, l := range lines {
		text := l.role == RoleBody || l.role == RoleList || l.role == RoleBlockquote
		if l.rule == "" && text && countWords(b.doc.Blocks[i].Text) >= minSection && !isMenu(b.doc.Blocks[i].Text) {
			first, last = min(first, i), i
		}
	}
	for i := range lines {
		if edge := i < first || i > last; last < 0 || !edge || lines[i].rule != "" {
			continue
		}
		switch lines[i].role {
		case RoleBody, RoleHeading, RoleList, RoleSubtitle:
			if isMenu(b.doc.Blocks[i].Text) {
				lines[i].rule = "widget/menu"
			}
		}
	}
}

// menuWords are items of menus that are no labels of the table of furniture.
var menuWords = lowerSet(`home,homepage,news,latest news,sport,sports,search,careers,imprint,login,
	startseite,nachrichten,über uns,kontakt,suche,hilfe,karriere,werben,accueil,actualités,à propos,qui sommes nous,contactez nous,recherche,aide,emploi,
	inicio,portada,noticias,deportes,contacto,quiénes somos,acerca de,buscar,ayuda,empleo`)

// isMenuWord reports whether an item of a row is one that menus have.
func isMenuWord(item string) bool {
	words := wordsOnly(item)
	if row := furnitureTable().exact[words]; row != nil && (strings.HasPrefix(row.rule, "boilerplate/") || row.rule == "newsletter/signup" || row.rule == "widget/login") {
		return true
	}
	return menuWords[words]
}

// isMenu reports whether a text is a row of short labels, one of which is known: "About / Advertise / Contact us / Imprint". In a row
// of names, each has two words or more; a row of towns or of what a dish needs has no label.
func isMenu(text string) bool {
	if len(text) > maxFurniture || strings.ContainsAny(text, "0123456789.!?:;,\"“”\n\t") {
		return false
	}
	for _, divider := range menuDividers {
		items := strings.Split(text, divider)
		if len(items) < minMenuItems {
			continue
		}
		short := false
		return !slices.ContainsFunc(items, func(item string) bool {
			n := countFields(item)
			short = short || n == 1
			return n == 0 || n > maxMenuItemWords
		}) && short && slices.ContainsFunc(items, isMenuWord)
	}
	return false
}
