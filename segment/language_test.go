package segment

import "testing"

func TestGuessLang(t *testing.T) {
	for text, want := range map[string]string{
		"The bridge is closed, and the town has waited for the news that it was to be opened.":          "en",
		"Die Brücke ist geschlossen, und der Rat hat das nicht mit den Leuten von der Stadt beraten.":   "de",
		"El puente sigue cerrado según el consejo, pero los vecinos y las escuelas lo piden para hoy.":  "es",
		"Мост через реку останется закрытым до весны.":                                                  "ru",
		"Міст через річку залишиться закритим до весни.":                                                "uk",
		"河上的旧桥将关闭到春天。":                                                                                  "zh",
		"川にかかる古い橋は春まで閉鎖される。":                                                                            "ja",
		"오래된 다리는 봄까지 닫혀 있다.":                                                                            "ko",
		"سيبقى الجسر القديم مغلقا حتى الربيع.":                                                          "ar",
		"Η παλιά γέφυρα θα μείνει κλειστή.":                                                             "el",
		"The minister met 习近平 in Beijing, and they spoke for an hour with the envoys of the two.":       "en",
		"پل قدیمی رودخانه تا بهار بسته می\u200cماند، چون در آن ترک پیدا شد.":                            "fa",
		"پرانا پل بہار تک بند رہے گا کیونکہ اس میں دراڑیں ہیں۔":                                         "ur",
		"Ескі көпір көктемге дейін жабық тұрады, өйткені оның қабырғасы жарылған.":                      "kk",
		"Стари мост ће бити затворен до пролећа.":                                                       "sr",
		"பழைய பாலம் வசந்த காலம் வரை மூடப்பட்டிருக்கும்.":                                                "ta",
		"ძველი ხიდი გაზაფხულამდე დაკეტილი იქნება.":                                                      "ka",
		"སྐད་ཡིག་འདི་ནི་གལ་ཆེན་པོ་ཞིག་རེད།":                                                             "bo",
		"Starý most je zavřený, protože se v něm našly trhliny, které však podle města nejsou velké.":   "cs",
		"Den gamle bro er lukket, og det er ikke klart, hvor længe det varer, siger borgmesteren.":      "da",
		"Silta on suljettu, ja kaupungin mukaan se ei ole auki ennen kevättä, mutta työ on jo alkanut.": "fi",
		"Az öreg híd már zárva van, és a város szerint nem is lesz nyitva, csak tavasszal, ez a terv.":  "hu",
		"Jembatan tua itu ditutup, dan tidak akan dibuka sampai bulan Mei, kata wali kota.":             "id",
		"Podul vechi este închis și nu va fi deschis mai devreme, pentru că are fisuri după iarnă.":     "ro",
		"Eski köprü kapatıldı ve bahara kadar açılmayacak, çünkü bu köprü için daha çok para gerek.":    "tr",
		"Cây cầu cũ đã bị đóng và không được mở cho đến tháng năm, vì có những vết nứt.":                "vi",
		"Мэр города Ровно, который по-украински пишется Рівне, сообщил, что старый мост через реку закрыт до весны, потому что в нём нашли трещины.": "ru",
		"": "en",
	} {
		if got := guessLang(text); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}
