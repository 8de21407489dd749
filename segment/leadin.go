package segment

import "strings"

// leadIns are what the narrator says of his own, by language and occasion.
var leadIns = map[string]map[string]string{
	"en": {"photo": "Photo: ", "note": "Note: ", "code": "A listing of code is left out here.", "table": "A table is left out here.",
		"quote": "Quote: ", "endquote": " end quote.", "endquotemid": " end quote,", "wrote": " wrote: ", "post": "A post: ", "columns": "A table. The columns: ", "number": "Number "},
	"de": {"photo": "Foto: ", "note": "Anmerkung: ", "code": "Hier ist Programmcode ausgelassen.", "table": "Hier ist eine Tabelle ausgelassen.",
		"quote": "Zitat: ", "endquote": " Zitat Ende.", "endquotemid": " Zitat Ende,", "wrote": " schrieb: ", "post": "Ein Beitrag: ", "columns": "Eine Tabelle. Die Spalten: ", "number": "Nummer "},
	"fr": {"photo": "Photo : ", "note": "Note : ", "code": "Un extrait de code est omis ici.", "table": "Un tableau est omis ici.",
		"quote": "Je cite : ", "endquote": " Fin de citation.", "endquotemid": " fin de citation,", "wrote": " a écrit : ", "post": "Une publication : ", "columns": "Un tableau. Les colonnes : ", "number": "Numéro "},
	"es": {"photo": "Foto: ", "note": "Nota: ", "code": "Aquí se omite un fragmento de código.", "table": "Aquí se omite una tabla.",
		"quote": "Cita: ", "endquote": " Fin de la cita.", "endquotemid": " fin de la cita,", "wrote": " escribió: ", "post": "Una publicación: ", "columns": "Una tabla. Las columnas: ", "number": "Número "},
	"it": {"photo": "Foto: ", "note": "Nota: ", "code": "Qui è omesso un frammento di codice.", "table": "Qui è omessa una tabella.",
		"quote": "Cito: ", "endquote": " Fine della citazione.", "endquotemid": " fine della citazione,", "wrote": " ha scritto: ", "post": "Un post: ", "columns": "Una tabella. Le colonne: ", "number": "Numero "},
	"pt": {"photo": "Foto: ", "note": "Nota: ", "code": "Aqui foi omitido um trecho de código.", "table": "Aqui foi omitida uma tabela.",
		"quote": "Aspas: ", "endquote": " Fecha aspas.", "endquotemid": " fecha aspas,", "wrote": " escreveu: ", "post": "Uma publicação: ", "columns": "Uma tabela. As colunas: ", "number": "Número "},
	"nl": {"photo": "Foto: ", "note": "Noot: ", "code": "Hier is programmacode weggelaten.", "table": "Hier is een tabel weggelaten.",
		"quote": "Citaat: ", "endquote": " Einde citaat.", "endquotemid": " einde citaat,", "wrote": " schreef: ", "post": "Een bericht: ", "columns": "Een tabel. De kolommen: ", "number": "Nummer "},
}

// leadIn returns what the narrator says on the occasion: nothing in a language that has no table.
func leadIn(lang, occasion string) string {
	return leadIns[baseLang(lang)][occasion]
}

// baseLang returns the language without region and script.
func baseLang(lang string) string {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	base, _, _ = strings.Cut(base, "_")
	return base
}
