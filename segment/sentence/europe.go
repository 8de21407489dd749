package sentence

// german is the table of German. Nouns have capitals, so that a capital says less than elsewhere: what may end a sentence
// does so before a starter alone.
var german = &language{
	abbreviations: abbreviationTable(
		row{classTitle, `Hr Hrn Fr Frl Fa Dr Prof Dipl Ing Mag Dres Hptm Lt Gen Oberst St Sankt Ing Pfr Nr`},
		row{classReference, `z.b z d.h d i.d.r i.a u.a u s.o s.u o.g s v vgl bzw ca evtl ggf inkl exkl zzgl abzgl max min sog
			gem lt bzgl bspw allg insb jew mind höchst rd abs art bd hrsg hg kap s S ders ebd Str str
			Tel tel Abb abb Tab Anm Aufl Ausg Jg Jh Jhd v.chr n.chr p.a a.d a.m i.v z.t z.zt o.ä u.u v.a z.hd österr dt engl
			franz amerik russ ital span Mio Mrd Tsd Std min sek`},
		row{classMonth, `Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Mo Di Mi Do Fr Sa So`},
		row{className, `usw etc usf co corp inc ltd e.v a.g k.g u.ä o.ä u.dgl jr sr jun sen f ff geb gest gegr verh`},
	),
	starters: wordSet(
		`der die das den dem des ein eine einer einem einen eines er sie es wir ihr ich du man und aber oder denn doch sondern`,
		`dieser diese dieses diesem diesen jener jene jenes jeder jede jedes alle viele einige manche mehr beide kein keine`,
		`in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter für durch gegen ohne um bis seit während wegen`,
		`wenn weil als da ob dass obwohl nachdem bevor damit so auch nur noch schon dann danach dort hier heute gestern morgen`,
		`was wer wie wo wann warum welche welcher jetzt nun trotzdem deshalb daher dabei dazu dagegen außerdem zudem allerdings`,
		`sein seine seiner ihre ihren ihrer unser mein nicht ist sind war waren hat haben wird werden kann können soll sollte`,
		`siehe vgl dazu daran darauf darin zwei drei vier fünf anders andere erst erstmals inzwischen immer nie vielleicht laut trotz`,
	),
	cues:         wordSet(`sagte sagt fragte fragt rief meinte erklärte antwortete schrieb betonte fügte flüsterte dachte`),
	conjunctions: wordSet(`und aber oder denn sondern weil dass ob wenn als während obwohl nachdem bevor damit sowie der die das welche welcher`),
	frames:       wordSet(`um gegen ab seit vor nach`),
	compound:     "str",
	ordinals:     true,
}

// french is the table of French.
var french = &language{
	abbreviations: abbreviationTable(
		row{classTitle, `M MM Mme Mmes Mlle Mlles Dr Pr Prof Me Mgr St Ste Gén Col Cdt Lt Cap`},
		row{classReference, `p.ex ex cf c.-à-d c.à.d env vol chap p pp art fig n réf éd éds trad v av apr tél approx resp dir coll al`},
		row{classNumber, `no n°`},
		row{classMonth, `janv févr avr juil sept oct nov déc lun mar mer jeu ven sam dim`},
		row{className, `bd boul jr sr inc`},
		row{classClosing, `etc cie ltée j.-c`},
	),
	starters: wordSet(
		`le la les l un une des du de au aux ce cet cette ces il elle ils elles on nous vous je tu c'est et mais ou donc or ni car`,
		`dans en à sur sous par pour avec sans chez vers depuis pendant après avant entre selon malgré comme si quand lorsque que qui`,
		`son sa ses leur leurs notre nos votre mon ma mes tout toute tous toutes plusieurs quelques aucun chaque autre certains`,
		`pourquoi comment où aujourd'hui hier demain ainsi alors aussi cependant pourtant toutefois enfin puis ensuite ici là`,
		`deux trois quatre cinq plus moins très déjà encore parce puisque dès lors c j s d n qu quel quelle celui celle ceux`,
	),
	cues:         wordSet(`dit demande demanda répond répondit ajoute ajouta s'exclame lance lança affirme explique écrit`),
	conjunctions: wordSet(`et mais ou donc car ni que qui quand lorsque si comme puisque parce dont où tandis alors afin avec sans`),
	frames:       wordSet(`à vers dès avant après depuis`),
}

// spanish is the table of Spanish.
var spanish = &language{
	abbreviations: abbreviationTable(
		row{classTitle, `sr sra srta sres sras dr dra d dña ing lic arq prof profa gral cnel cap tte mons fr sto sta st excmo excma`},
		row{classReference, `p.ej ej cf cfr vol cap p pp pág págs art arts fig núm n tel tfno aprox av avda c ctra depto dpto ed
			eds trad v vs a.c d.c máx mín ud uds vd vds ptas pts`},
		row{classMonth, `ene feb mar abr jun jul ago sept set oct nov dic`},
		row{className, `ee.uu ee uu jr s.a s.l cía inc corp ltd`},
		row{classClosing, `etc`},
		row{classTime, `a.m p.m`},
	),
	starters: wordSet(
		`el la los las un una unos unas lo al del de en a por para con sin sobre entre desde hasta según tras durante ante bajo`,
		`y e o u pero sino aunque si cuando como porque que quien donde mientras pues ya no ni este esta estos estas ese esa eso`,
		`esto aquel aquella él ella ellos ellas nosotros yo tú usted ustedes se su sus mi mis tu nuestro también además sin embargo`,
		`hoy ayer mañana ahora entonces después antes luego así muchos muchas todos todas cada otro otra otros algunos varios`,
		`dos tres cuatro cinco más menos muy es son fue era hay ha han está están qué quién cómo dónde cuándo`,
	),
	cues:         wordSet(`dijo dice preguntó pregunta respondió responde afirmó añadió agregó explicó exclamó escribió señaló`),
	conjunctions: wordSet(`y e o u pero sino aunque si cuando como porque que quien quienes donde mientras pues cuyo cuya`),
	frames:       wordSet(`a desde hasta hacia sobre antes`),
}

// italian is the table of Italian.
var italian = &language{
	abbreviations: abbreviationTable(
		row{classTitle, `sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa ing avv arch geom rag on sen gen col cap ten mons
			don s ss st`},
		row{classReference, `p.es es cfr cf vol cap p pp pag pagg art artt fig n nn tel ca circa ed trad v vs a.c d.c max min ecc.le`},
		row{classMonth, `gen feb mar apr mag giu lug ago set sett ott nov dic`},
		row{className, `s.p.a s.r.l spa srl f.lli jr inc corp ltd c.so p.za v.le`},
		row{classClosing, `ecc etc`},
	),
	starters: wordSet(
		`il lo la i gli le l un uno una di del della dei delle a al alla da dal in nel nella con su sul per tra fra e ed o ma però`,
		`se quando come perché che chi dove mentre anche non questo questa questi queste quello quella egli ella lui lei noi voi`,
		`loro io tu si suo sua suoi sue mio tutti tutte ogni molti molte alcuni altri altro dopo prima durante secondo senza`,
		`oggi ieri domani ora allora poi così infine inoltre tuttavia quindi dunque due tre quattro cinque più è sono era ha hanno`,
	),
	cues:         wordSet(`disse dice chiese chiede rispose risponde aggiunse spiega spiegò scrisse esclamò ha`),
	conjunctions: wordSet(`e ed o ma però se quando come perché che chi dove mentre anche poiché cui`),
	frames:       wordSet(`alle dalle verso dopo prima`),
}

// portuguese is the table of Portuguese.
var portuguese = &language{
	abbreviations: abbreviationTable(
		row{classTitle, `sr sra srta srs sras dr dra drs d prof profa eng arq gen cel cap ten mons pe fr sto sta s`},
		row{classReference, `p.ex ex cf vol cap p pp pág págs art arts fig n núm nº tel aprox av r ed eds trad v vs a.c d.c máx mín`},
		row{classMonth, `jan fev mar abr mai jun jul ago set out nov dez`},
		row{className, `ltda cia s.a jr inc corp e.u.a eua`},
		row{classClosing, `etc`},
	),
	starters: wordSet(
		`o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sobre entre desde até segundo após`,
		`e ou mas se quando como porque que quem onde enquanto pois já não nem este esta estes estas esse essa isso isto aquele`,
		`ele ela eles elas nós eu você vocês seu sua seus suas meu minha também além hoje ontem amanhã agora então depois antes`,
		`assim muitos muitas todos todas cada outro outra outros alguns vários dois três quatro cinco mais menos é são foi era há`,
	),
	cues:         wordSet(`disse diz perguntou pergunta respondeu responde afirmou acrescentou explicou exclamou escreveu`),
	conjunctions: wordSet(`e ou mas se quando como porque que quem onde enquanto pois embora cujo cuja`),
	frames:       wordSet(`às até desde por após`),
}

// dutch is the table of Dutch.
var dutch = &language{
	abbreviations: abbreviationTable(
		row{classTitle, `dhr mevr mw mej mr dr drs ir ing prof st gen kol lt kapt ds jhr bc`},
		row{classReference, `bijv bv bijz d.w.z d.m.v m.b.t m.n o.a t.a.v t.o.v t/m i.p.v i.v.m n.a.v z.g zgn nl ca circa resp vgl
			blz p pp art fig nr nrs hfst vol ed red tel max min incl excl evt ong jl vs v.chr n.chr`},
		row{classMonth, `jan feb mrt apr jun jul aug sept okt nov dec ma di wo do vr za zo`},
		row{className, `b.v n.v v.o.f co inc corp ltd jr sr`},
		row{classClosing, `enz etc e.d`},
	),
	starters: wordSet(
		`de het een dat die dit deze er hij zij ze wij we jullie ik je u men en maar of want dus in op aan bij met naar van voor`,
		`uit over onder tot door om na sinds tijdens volgens tegen zonder als toen omdat terwijl hoewel zodat nadat voordat wat`,
		`wie waar waarom hoe wanneer ook niet nog nu dan daar hier toch zo zijn haar hun ons mijn alle veel sommige enkele elke`,
		`vandaag gisteren morgen daarna daarom bovendien echter twee drie vier vijf is was waren heeft hebben`,
	),
	cues:         wordSet(`zei zegt vroeg vraagt antwoordde riep schreef voegde aldus vertelde`),
	conjunctions: wordSet(`en maar of want dus dat die als toen omdat terwijl hoewel zodat nadat voordat waar wie waarbij`),
	frames:       wordSet(`om tegen na voor vanaf`),
	elided:       wordSet(`s t n k m`),
}

// russian is the table of Russian.
var russian = &language{
	abbreviations: abbreviationTable(
		row{classTitle, `г-н г-жа гг проф акад доц канд ген полк им св тов гр`},
		row{classReference, `т.е т.к т.н т.о т е к н см ср напр рис табл стр с гл ст п пп кн изд ред ул пр просп пл пер д кв корп
			обл р-н пос дер тел ок около тыс млн млрд трлн руб коп долл экз чел мин макс`},
		row{classMonth, `янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек пн вт ср чт пт сб вс`},
		row{className, `г гг в вв н.э до.н.э`},
		row{classClosing, `др пр т.д т.п проч`},
	),
	starters: wordSet(
		`в во на с со к ко по из за от до у о об при для без под над перед между через и а но или да же не ни что чтобы как`,
		`когда если где кто он она оно они мы вы я ты это этот эта эти тот та те его её ее их мой наш ваш свой все всё весь каждый`,
		`многие некоторые другие также однако поэтому потом затем тогда теперь сейчас сегодня вчера завтра здесь там так уже ещё еще`,
		`только после во время согласно кроме хотя пока почему зачем два три четыре пять более менее был была были будет`,
	),
	cues:         wordSet(`сказал сказала спросил спросила ответил ответила добавил добавила заявил заявила написал отметил`),
	conjunctions: wordSet(`и а но или что чтобы как когда если где кто который которая которое которые потому поскольку хотя пока`),
	frames:       wordSet(`в к до после около с`),
}

// eastAsian is the table of Chinese and Japanese, whose marks need no space behind them.
var eastAsian = &language{}
