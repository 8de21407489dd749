package segment

import "testing"

func TestGuessLang(t *testing.T) {
	for text, want := range map[string]string{
		"The bridge is closed, and the town has waited for the news that it was to be opened.":         "en",
		"Die Brücke ist geschlossen, und der Rat hat das nicht mit den Leuten von der Stadt beraten.":  "de",
		"El puente sigue cerrado según el consejo, pero los vecinos y las escuelas lo piden para hoy.": "es",
		"Мост через реку останется закрытым до весны.":                                                 "ru",
		"Міст через річку залишиться закритим до весни.":                                               "uk",
		"河上的旧桥将关闭到春天。":                                                                                 "zh",
		"川にかかる古い橋は春まで閉鎖される。":                                                                           "ja",
		"오래된 다리는 봄까지 닫혀 있다.":                                                                           "ko",
		"سيبقى الجسر القديم مغلقا حتى الربيع.":                                                         "ar",
		"Η παλιά γέφυρα θα μείνει κλειστή.":                                                            "el",
		"The minister met 习近平 in Beijing, and they spoke for an hour with the envoys of the two.":      "en",
		"": "en",
	} {
		if got := guessLang(text); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}
