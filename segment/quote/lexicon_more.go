package quote

// Tables of languages that have the basics, as those of lexicon_other.go.

var russian = table{
	verbs: []verbRow{
		{clsSay, `говорить говорит говорил говорила говорили; сказать скажет сказал сказала сказали; заявить заявляет заявил заявила заявили; заявлять заявляют заявлял; сообщить сообщает сообщил сообщила сообщили;
			отметить отмечает отметил отметила отметили; подчеркнуть подчёркивает подчеркнул подчеркнула подчеркнули; добавить добавляет добавил добавила добавили; пояснить поясняет пояснил пояснила пояснили;
			объяснить объясняет объяснил объяснила объяснили; ответить отвечает ответил ответила ответили; спросить спрашивает спросил спросила спросили; написать пишет написал написала написали; писать пишут писал писала;
			рассказать рассказывает рассказал рассказала рассказали; признать признаёт признал признала признали; признаться признаётся признался призналась; утверждать утверждает утверждал утверждала утверждали;
			считать считает считал считала считают; предупредить предупреждает предупредил предупредила предупредили; напомнить напоминает напомнил напомнила напомнили; уточнить уточняет уточнил уточнила уточнили;
			указать указывает указал указала указали; уверить уверяет уверил уверяла; воскликнуть восклицает воскликнул воскликнула; крикнуть кричит крикнул крикнула; прошептать шепчет прошептал прошептала;
			передать передаёт передал передала передали; цитировать цитирует цитировал процитировал; обещать обещает обещал пообещал пообещала; потребовать требует потребовал потребовала; заметить замечает заметил заметила;
			повторить повторяет повторил повторила; резюмировать резюмирует резюмировал резюмировала; констатировать констатирует констатировал`},
		{clsName, `назвать называет назвал назвала назвали; называть называют называл; описать описывает описал описала; обвинить обвиняет обвинил обвинила; раскритиковать критикует раскритиковал; осудить осуждает осудил осудила`},
	},
	rows: []wordRow{
		{clsPronoun | clsMan, `он`}, {clsPronoun | clsWoman, `она`}, {clsPronoun | clsPlural, `они`}, {clsPronoun | clsThing, `оно`}, {clsPronoun | clsFirst, `я мы`}, {clsPronoun, `вы ты ему ей им его её`},
		{clsGiven | clsWoman, `анна мария елена ольга татьяна наталья наталия ирина светлана екатерина юлия людмила валентина галина нина вера надежда любовь марина оксана виктория дарья полина алина анастасия ксения
			алла лариса лидия тамара раиса евгения александра софья софия елизавета маргарита жанна эльвира`},
		{clsGiven | clsMan, `иван александр сергей владимир дмитрий андрей алексей николай михаил евгений юрий виктор олег павел борис константин игорь антон максим роман денис вячеслав анатолий валерий василий
			георгий григорий леонид станислав кирилл илья артём артем никита руслан тимур рамзан пётр петр лев глеб вадим эдуард геннадий виталий ярослав джо дональд барак эммануэль олаф реджеп`},
		{clsTitle | clsRole, `президент премьер-министр премьер министр губернатор мэр депутат сенатор глава директор председатель секретарь пресс-секретарь представитель посол генерал полковник адвокат судья прокурор
			профессор эксперт аналитик экономист политолог писатель писательница журналист тренер капитан врач учитель руководитель лидер спикер замминистра вице-премьер уполномоченный актёр актриса режиссёр представительница`},
		{clsRole, `человек мужчина женщина отец мать брат сестра сын дочь друг подруга сосед соседка свидетель житель жительница очевидец`}, {clsWoman, `представительница женщина мать сестра дочь писательница актриса`},
		{clsMan, `мужчина отец брат сын`},
		{clsOrg, `правительство министерство ведомство агентство компания партия суд газета издание журнал полиция банк университет совет парламент союз кремль мид минобороны`},
		{clsWho, `который которая которые кто`}, {clsThat, `что чтобы как`}, {clsDet, `этот эта это эти тот та те весь вся все один одна`}, {clsPossess, `его её их мой моя наш наша свой своя`},
		{clsPrep, `в во на о об с со к ко по за из у от до для при без через между после перед под над про против`}, {clsAux, `был была было были будет будут есть может могут должен должна`},
		{clsAdverb, `также ещё уже не потом затем тоже сегодня вчера завтра снова позже ранее тогда теперь там здесь только`}, {clsConj, `и а но или да`}, {clsSub, `когда если потому хотя пока`},
		{clsSource, `словам согласно мнению данным`}, {clsBe, `был была было были будет`}, {clsVenue, `в на для`}, {clsFor, `для`}, {clsWith, `с со`}, {clsFrom, `из от`}, {clsAs, `как`},
		{clsTime, `понедельник вторник среду четверг пятницу субботу воскресенье января февраля марта апреля мая июня июля августа сентября октября ноября декабря`},
		{clsLabel, `называемый называемая называемые так-называемый термин слово лозунг прозвище`}, {clsWork, `книга роман фильм песня газета журнал спектакль сериал программа передача газете журнале книге романе фильме песне`},
		{clsAbbrev, `г. гг. тыс. млн. т. ул. им. руб.`},
	},
}

var italian = table{
	adverb: "mente", inverts: true, drops: true, plurals: "a ano e ono",
	gerund: true,
	verbs: []verbRow{
		{clsSay, `dire dice disse detto dicendo; affermare afferma affermava affermato affermando; dichiarare dichiara dichiarava dichiarato dichiarando; spiegare spiega spiegava spiegato spiegando;
			aggiungere aggiunge aggiunse aggiunto aggiungendo; scrivere scrive scrisse scritto scrivendo; rispondere risponde rispose risposto rispondendo; chiedere chiede chiese chiesto chiedendo;
			sottolineare sottolinea sottolineava sottolineato sottolineando; raccontare racconta raccontava raccontato raccontando; assicurare assicura assicurava assicurato assicurando;
			ammettere ammette ammise ammesso ammettendo; commentare commenta commentava commentato commentando; concludere conclude concluse concluso concludendo; osservare osserva osservava osservato osservando;
			avvertire avverte avvertiva avvertito avvertendo; sostenere sostiene sosteneva sostenuto sostenendo; annunciare annuncia annunciava annunciato annunciando; ribadire ribadisce ribadiva ribadito ribadendo;
			gridare grida gridava gridato gridando; precisare precisa precisava precisato precisando; ricordare ricorda ricordava ricordato ricordando; twittare twitta twittava twittato twittando; replicare replica replicava replicato replicando; ribattere ribatte ribatté ribattuto ribattendo;
			esclamare esclama esclamò esclamato esclamando; sussurrare sussurra sussurrò sussurrato sussurrando; mormorare mormora mormorò mormorato mormorando; confessare confessa confessò confessato confessando;
			promettere promette promise promesso promettendo; denunciare denuncia denunciò denunciato denunciando; riferire riferisce riferì riferito riferendo; chiarire chiarisce chiarì chiarito chiarendo; confermare conferma confermò confermato confermando;
			proseguire prosegue proseguì proseguito proseguendo; continuare continua continuò continuato continuando; attaccare attacca attaccò attaccato attaccando; lamentare lamenta lamentò lamentato lamentando; scherzare scherza scherzò scherzato scherzando;
			ironizzare ironizza ironizzò ironizzato ironizzando; protestare protesta protestò protestato protestando; domandare domanda domandò domandato domandando; esultare esulta esultò esultato esultando; accusare accusa accusò accusato accusando; ripetere ripete ripeté ripetuto ripetendo;
			ringraziare ringrazia ringraziò ringraziato ringraziando; garantire garantisce garantì garantito garantendo; postare posta postò postato postando; evidenziare evidenzia evidenziò evidenziato evidenziando`},
		{clsName, `chiamare chiama chiamava chiamato chiamando; definire definisce definiva definito definendo; descrivere descrive descriveva descritto descrivendo; accusare accusa accusava accusato accusando; parlare parla parlava parlato parlando`},
	},
	rows: []wordRow{
		{clsPronoun | clsMan, `lui egli`}, {clsPronoun | clsWoman, `lei ella`}, {clsPronoun | clsPlural, `loro essi`}, {clsPronoun | clsFirst, `io noi`}, {clsPronoun, `voi`},
		{clsMan, `signor ministro presidente sindaco direttore`}, {clsWoman, `signora ministra presidentessa sindaca direttrice`}, {clsTitle, `sig. sig.ra dott. dott.ssa signor signora onorevole`}, {clsAbbrev, `sig. dott. ing. avv. ecc. on.`},
		{clsTitle | clsRole, `ministro ministra presidente sindaco sindaca direttore direttrice portavoce senatore senatrice deputato deputata capo segretario segretaria professore professoressa avvocato avvocata giudice
			procuratore allenatore allenatrice scrittore scrittrice autore autrice leader premier cancelliere cancelliera generale commissario responsabile candidato candidata vescovo papa capitano capitana allenatrice medico dottoressa infermiere infermiera assessore assessora consigliere consigliera ricercatore ricercatrice storico storica
			cantante attore attrice regista giornalista sociologo sociologa economista sindacalista agricoltore pompiere poliziotto prefetto parroco romanziere romanziera pm gip`},
		{clsRole, `uomo donna figlio figlia padre madre amico amica testimone vicino vicina fratello sorella marito moglie collega turista cliente alunno alunna vittima imputato imputata fonte`}, {clsMan, `uomo padre figlio fratello marito vicino`}, {clsWoman, `donna madre figlia sorella moglie vicina`}, {clsOrg, `governo ministero polizia partito azienda società tribunale giornale rapporto studio agenzia università banca sindacato associazione`},
		{clsWho, `che cui`}, {clsThat, `che come`}, {clsDet, `il lo la i gli le un uno una l' questo questa questi queste`}, {clsPossess, `suo sua suoi sue nostro nostra`},
		{clsPrep, `di del della dei delle dello d' dell' all' nell' dall' sull' a al alla ai da dal dalla in nel nella con su sul sulla per tra fra secondo durante dopo prima contro`}, {clsAux, `è sono era erano ha hanno aveva avevano sarà può possono deve va si`},
		{clsAdverb, `anche poi non già ancora oggi ieri domani sempre solo inoltre infine`}, {clsOf | clsFrom, `di del della dei delle`}, {clsBy, `da dal dalla`}, {clsTo, `a`}, {clsFor, `per`}, {clsAs, `come`}, {clsWith, `con`}, {clsSource, `secondo detta parere`},
		{clsIndefinite, `un uno una`}, {clsBe, `è sono era erano stato stata`}, {clsVenue, `in a su`}, {clsConj, `e ed o ma`}, {clsSub, `quando se perché mentre`},
		{clsTime, `lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre`}, {clsParticle, `di de della dei la lo`},
		{clsLabel, `intitolato intitolata chiamato chiamata detto detta cosiddetto cosiddetta cosiddetti parola termine slogan`}, {clsWork, `libro romanzo film canzone album serie opera articolo programma`},
	},
	prefixes: `l d dell all dall nell sull un quest c`,
}

var portuguese = table{
	adverb: "mente", plural: "s", inverts: true, drops: true, plurals: "ou aram a am e em",
	gerund: true,
	verbs: []verbRow{
		{clsSay, `dizer diz disse dito dizendo; afirmar afirma afirmou afirmado afirmando; declarar declara declarou declarado declarando; explicar explica explicou explicado explicando; acrescentar acrescenta acrescentou acrescentado acrescentando;
			escrever escreve escreveu escrito escrevendo; responder responde respondeu respondido respondendo; perguntar pergunta perguntou perguntado perguntando; contar conta contou contado contando; ressaltar ressalta ressaltou ressaltado ressaltando;
			destacar destaca destacou destacado destacando; garantir garante garantiu garantido garantindo; admitir admite admitiu admitido admitindo; comentar comenta comentou comentado comentando; alertar alerta alertou alertado alertando;
			anunciar anuncia anunciou anunciado anunciando; concluir conclui concluiu concluído concluindo; lembrar lembra lembrou lembrado lembrando; informar informa informou informado informando; gritar grita gritou gritado gritando;
			completar completa completou completado completando; avaliar avalia avaliou avaliado avaliando; reiterar reitera reiterou reiterado reiterando; lamentar lamenta lamentou lamentado lamentando; sublinhar sublinha sublinhou sublinhado sublinhando`},
		{clsName, `chamar chama chamou chamado chamando; descrever descreve descreveu descrito descrevendo; classificar classifica classificou classificado classificando; acusar acusa acusou acusado acusando; considerar considera considerou considerado considerando`},
	},
	rows: []wordRow{
		{clsPronoun | clsMan, `ele`}, {clsPronoun | clsWoman, `ela`}, {clsPronoun | clsPlural, `eles elas`}, {clsPronoun | clsFirst, `eu nós`}, {clsPronoun, `você vocês`},
		{clsMan, `sr. senhor ministro prefeito diretor`}, {clsWoman, `sra. senhora ministra prefeita diretora presidenta`}, {clsTitle, `sr. sra. dr. dra. dom dona senhor senhora`}, {clsAbbrev, `sr. sra. dr. dra. etc. av.`},
		{clsTitle | clsRole, `ministro ministra presidente presidenta prefeito prefeita diretor diretora senador senadora deputado deputada chefe professor professora advogado advogada juiz juíza procurador promotora general governador
			governadora escritor escritora autor autora pesquisador pesquisadora secretário secretária candidato candidata técnico treinador delegado vice-presidente porta-voz`},
		{clsRole, `homem mulher filho filha pai mãe amigo amiga testemunha vizinho vizinha`}, {clsOrg, `governo ministério polícia partido empresa companhia tribunal jornal relatório estudo agência universidade banco associação sindicato`},
		{clsWho, `que quem`}, {clsThat, `que se como`}, {clsDet, `o a os as um uma uns umas este esta esse essa`}, {clsPossess, `seu sua seus suas nosso nossa`},
		{clsPrep, `de do da dos das em no na nos nas por pelo pela para com sem sobre entre até desde contra segundo após durante ao à`}, {clsAux, `é são era eram tem têm tinha será foi foram está estão pode podem deve vai`},
		{clsAdverb, `também além não já ainda depois então hoje ontem sempre só`}, {clsOf | clsFrom, `de do da dos das`}, {clsBy, `por pelo pela`}, {clsFor, `para`}, {clsAs, `como`}, {clsWith, `com`}, {clsSource, `segundo`},
		{clsIndefinite, `um uma uns umas`}, {clsBe, `é são era eram foi foram está estão sido`}, {clsVenue, `em no na`}, {clsConj, `e ou mas`}, {clsSub, `quando se porque embora enquanto`},
		{clsTime, `segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro`}, {clsParticle, `de do da dos das e`},
		{clsLabel, `intitulado intitulada chamado chamada denominado apelidado palavra termo lema slogan`}, {clsWork, `livro romance filme canção música álbum série peça artigo programa`},
	},
}

var dutch = table{
	inverts: true,
	verbs: []verbRow{
		{clsSay, `zeggen zegt zei zeiden gezegd; verklaren verklaart verklaarde; schrijven schrijft schreef geschreven; vragen vraagt vroeg gevraagd; antwoorden antwoordt antwoordde geantwoord; vertellen vertelt vertelde;
			melden meldt meldde gemeld; stellen stelt stelde; benadrukken benadrukt benadrukte; waarschuwen waarschuwt waarschuwde; uitleggen legt legde; toevoegen voegt voegde; reageren reageert reageerde; vinden vindt vond;
			aldus; roepen roept riep; fluisteren fluistert fluisterde; erkennen erkent erkende; beloven belooft beloofde; concluderen concludeert concludeerde; twitteren twittert twitterde`},
		{clsName, `noemen noemt noemde genoemd; omschrijven omschrijft omschreef; beschuldigen beschuldigt beschuldigde; spreken spreekt sprak`},
	},
	rows: []wordRow{
		{clsPronoun | clsMan, `hij`}, {clsPronoun | clsWoman, `zij ze`}, {clsPronoun | clsThing, `het`}, {clsPronoun | clsFirst, `ik wij we`}, {clsMan, `dhr. meneer zijn minister`}, {clsWoman, `mevr. mevrouw haar woordvoerster`},
		{clsTitle, `dhr. mevr. dr. prof. meneer mevrouw`}, {clsAbbrev, `dhr. mevr. dr. prof. mr. bijv. enz. o.a.`},
		{clsTitle | clsRole, `minister premier president burgemeester wethouder directeur woordvoerder woordvoerster kamerlid voorzitter staatssecretaris trainer coach hoogleraar rechter advocaat officier schrijver schrijfster onderzoeker leider hoofd koning koningin`},
		{clsRole, `man vrouw vader moeder zoon dochter vriend vriendin getuige buurman buurvrouw`}, {clsOrg, `regering ministerie politie partij bedrijf rechtbank krant rapport universiteit bank gemeente bond vereniging`},
		{clsWho, `die dat wie`}, {clsThat, `dat of hoe`}, {clsDet, `de het een deze dit die`}, {clsPossess, `zijn haar hun mijn onze`}, {clsPrep, `in op aan van voor met naar uit bij tegen over door zonder om tot sinds tijdens volgens`},
		{clsAux, `is zijn was waren heeft hebben had hadden wordt werd kan moet wil zal`}, {clsAdverb, `ook dan nog niet al weer later vandaag gisteren alleen echter`}, {clsOf | clsFrom, `van`}, {clsBy, `door`}, {clsTo, `te`}, {clsFor, `voor`}, {clsAs, `als`},
		{clsWith, `met`}, {clsSource, `volgens`}, {clsIndefinite, `een`}, {clsBe, `is zijn was waren wordt werd`}, {clsVenue, `in op bij`}, {clsConj, `en maar of want`}, {clsSub, `als toen omdat hoewel terwijl`},
		{clsTime, `maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december`}, {clsParticle, `van de der den ter ten`},
		{clsLabel, `zogenoemde zogenaamde genaamd getiteld woord term leus`}, {clsWork, `boek roman film lied album serie stuk artikel programma`},
	},
}
