package quote

// Tables of languages that have the basics: their cue verbs, pronouns, articles and titles.

var german = table{
	capitals: true, inverts: true, plurals: "te ten",
	verbs: []verbRow{
		{clsSay, `sagen sagt sagte gesagt; erklären erklärt erklärte; schreiben schreibt schrieb geschrieben; fragen fragt fragte gefragt; antworten antwortet antwortete geantwortet;
			betonen betont betonte; berichten berichtet berichtete; meinen meint meinte gemeint; ergänzen ergänzt ergänzte; fügen fügt fügte; warnen warnt warnte gewarnt;
			mitteilen mitteilt mitteilte mitgeteilt; teilen teilt teilte; kritisieren kritisiert kritisierte; fordern fordert forderte gefordert; behaupten behauptet behauptete;
			rufen ruft rief gerufen; flüstern flüstert flüsterte; versprechen verspricht versprach versprochen; erzählen erzählt erzählte; erinnern erinnert erinnerte; zitieren zitiert zitierte;
			bekräftigen bekräftigt bekräftigte; kommentieren kommentiert kommentierte; twittern twittert twitterte getwittert; entgegnen entgegnet entgegnete;
			erwidern erwidert erwiderte; versichern versichert versicherte; bemerken bemerkt bemerkte; schildern schildert schilderte; bestätigen bestätigt bestätigte; gestehen gesteht gestand gestanden;
			klagen klagt klagte geklagt; jubeln jubelt jubelte; scherzen scherzt scherzte; schimpfen schimpft schimpfte; murmeln murmelt murmelte; brummen brummt brummte; seufzen seufzt seufzte; schreien schreit schrie;
			wiederholen wiederholt wiederholte; mahnen mahnt mahnte; urteilen urteilt urteilte; verkünden verkündet verkündete; wettern wettert wetterte; kontern kontert konterte; vermuten vermutet vermutete;
			argumentieren argumentiert argumentierte; resümieren resümiert resümierte; bilanzieren bilanziert bilanzierte; verlangen verlangt verlangte; drohen droht drohte; bitten bittet bat gebeten; gratulieren gratuliert gratulierte;
			unterstreichen unterstreicht unterstrich; raten rät riet; beteuern beteuert beteuerte; posten postet postete gepostet; prophezeien prophezeit prophezeite; staunen staunt staunte; zugeben zugibt zugab zugegeben`},
		{clsName, `nennen nennt nannte genannt; bezeichnen bezeichnet bezeichnete; beschreiben beschreibt beschrieb beschrieben; loben lobt lobte gelobt; sprechen spricht sprach gesprochen`},
	},
	rows: []wordRow{
		{clsPronoun | clsMan, `er`}, {clsPronoun | clsWoman, `sie`}, {clsPronoun | clsThing, `es`}, {clsPronoun | clsFirst, `ich wir`},
		{clsMan, `herr sein minister präsident kanzler sprecher mann vater bruder sohn nachbar anwalt lehrer kapitän bauer wirt förster`},
		{clsWoman, `frau ihr ministerin präsidentin kanzlerin sprecherin mutter schwester tochter nachbarin anwältin lehrerin kapitänin`},
		{clsTitle, `herr frau dr. prof.`}, {clsAbbrev, `dr. prof. nr. z.b. d.h. st. bzw. usw. jr.`},
		{clsTitle | clsRole, `minister ministerin präsident präsidentin kanzler kanzlerin sprecher sprecherin bundeskanzler bundeskanzlerin bundespräsident außenminister außenministerin innenminister innenministerin
			finanzminister verteidigungsminister chef chefin direktor direktorin professor professorin abgeordnete abgeordneter vorsitzende vorsitzender bürgermeister bürgermeisterin trainer
			autor autorin experte expertin anwalt anwältin richter richterin zeuge zeugin leiter leiterin staatsanwalt staatsanwältin verteidiger verteidigerin kapitän kapitänin
			forscher forscherin wissenschaftler wissenschaftlerin historiker historikerin lehrer lehrerin arzt ärztin pfarrer pfarrerin bischof bäcker bäckerin bauer bäuerin wirt wirtin förster senator senatorin
			ministerpräsident ministerpräsidentin staatssekretär staatssekretärin landrat landrätin geschäftsführer geschäftsführerin unternehmer unternehmerin sänger sängerin schauspieler schauspielerin regisseur regisseurin
			schriftsteller schriftstellerin journalist journalistin stürmer torwart stadtrat stadträtin gemeinderat feuerwehrmann polizeisprecher polizeisprecherin bahnsprecher`},
		{clsRole, `mann frau kind vater mutter freund freundin leute polizist polizistin beamter kollege kollegin nachbar nachbarin bruder schwester sohn tochter freunde eltern anwohner anwohnerin besucher besucherin kunde kundin angeklagter angeklagte regisseur schüler schülerin`},
		{clsOrg, `regierung ministerium polizei behörde partei firma unternehmen gericht zeitung bericht studie verband agentur universität bank`},
		{clsWho, `der die das welcher welche`}, {clsThat, `dass ob wie`}, {clsDet, `der die das den dem des ein eine einen einem einer eines dieser diese dieses kein keine`},
		{clsPossess, `sein seine seiner ihr ihre ihrer mein meine unser unsere`},
		{clsPrep, `in im an am auf aus bei beim mit nach von vom vor zu zum zur für gegen über unter durch ohne um bis seit während wegen laut gegenüber`},
		{clsAux, `ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können soll sollen muss müssen will wollen`},
		{clsAdverb, `auch dann noch nicht nur schon wieder später zudem weiter jedoch aber heute gestern hinzu mit so zuvor danach dabei damals darauf inzwischen unterdessen doch allerdings dennoch deshalb daher nun jetzt hier dort da immer oft vielleicht schließlich zuletzt zunächst erst bereits demnach dagegen trotzdem ebenso ferner vorher nachher mittlerweile sich dazu daraufhin zugleich außerdem`},
		{clsOf | clsFrom | clsBy, `von vom`}, {clsOf, `des`}, {clsTo, `zu`}, {clsFor, `für`}, {clsAs, `als`}, {clsWith, `mit`}, {clsSource, `laut zufolge so angaben worten`},
		{clsIndefinite, `ein eine einen einem einer`}, {clsBe, `ist sind war waren wurde wurden wird werden`},
		{clsConj, `und oder aber denn sondern`}, {clsSub, `wenn als weil obwohl nachdem bevor während`},
		{clsTime, `montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember`},
		{clsParticle, `von zu van der den`}, {clsLabel, `sogenannte sogenannten sogenannter sogenanntes namens titel wort begriff motto`},
		{clsWork, `buch roman film lied album serie stück artikel song`},
	},
}

var french = table{
	adverb: "ment", plural: "s", inverts: true, plurals: "e ent it isent",
	gerund: true,
	verbs: []verbRow{
		{clsSay, `dire dit disait disant; affirmer affirme affirmé affirmant; déclarer déclare déclaré déclarant; expliquer explique expliqué expliquant; ajouter ajoute ajouté ajoutant;
			écrire écrit écrivait écrivant; répondre répond répondu répondant; demander demande demandé demandant; assurer assure assuré assurant; indiquer indique indiqué indiquant;
			préciser précise précisé précisant; souligner souligne souligné soulignant; estimer estime estimé estimant; annoncer annonce annoncé annonçant; conclure conclut conclu concluant;
			raconter raconte raconté racontant; rappeler rappelle rappelé rappelant; lancer lance lancé lançant; confier confie confié confiant; regretter regrette regretté regrettant;
			insister insiste insisté insistant; poursuivre poursuit poursuivi poursuivant; crier crie crié criant; murmurer murmure murmuré murmurant; twitter tweete tweeté tweetant;
			avertir avertit averti avertissant; reconnaître reconnaît reconnu reconnaissant; juger juge jugé jugeant; martelé martèle martelé martelant; résumer résume résumé résumant;
			commenter commente commenté commentant; rapporter rapporte rapporté rapportant; soupirer soupire soupiré soupirant; témoigner témoigne témoigné témoignant; répliquer réplique répliqué répliquant; rétorquer rétorque rétorqué rétorquant;
			exclamer exclame exclamé exclamant; admettre admet admis admettant; avouer avoue avoué avouant; plaider plaide plaidé plaidant; promettre promet promis promettant; plaisanter plaisante plaisanté plaisantant;
			ironiser ironise ironisé ironisant; glisser glisse glissé glissant; constater constate constaté constatant; observer observe observé observant; analyser analyse analysé analysant; détailler détaille détaillé détaillant;
			noter note noté notant; chuchoter chuchote chuchoté chuchotant; hurler hurle hurlé hurlant; protester proteste protesté protestant; renchérir renchérit renchéri renchérissant; tempérer tempère tempéré tempérant;
			nuancer nuance nuancé nuançant; déplorer déplore déploré déplorant; argumenter argumente argumenté argumentant; justifier justifie justifié justifiant; confirmer confirme confirmé confirmant; réclamer réclame réclamé réclamant;
			exiger exige exigé exigeant; prévenir prévient prévenu prévenant; alerter alerte alerté alertant; inquiéter inquiète inquiété inquiétant; interroger interroge interrogé interrogeant; féliciter félicite félicité félicitant;
			soutenir soutient soutenu soutenant; reprendre reprend repris reprenant; répéter répète répété répétant; réagir réagit réagi réagissant; continuer continue continué continuant; demanda; répondit; murmura; cria; ajouta`},
		{clsName, `appeler appelle appelé appelant; saluer salue salué saluant; critiquer critique critiqué critiquant; fustiger fustige fustigé fustigeant; qualifier qualifie qualifié qualifiant; décrire décrit décrivait décrivant; dénoncer dénonce dénoncé dénonçant; parler parle parlé parlant; évoquer évoque évoqué évoquant`},
	},
	rows: []wordRow{
		{clsPronoun | clsMan, `il`}, {clsPronoun | clsWoman, `elle`}, {clsPronoun | clsPlural, `ils elles`}, {clsPronoun | clsFirst, `je nous`}, {clsPronoun, `on vous`},
		{clsMan, `m. monsieur ministre président directeur homme père frère fils mari voisin adjoint`}, {clsWoman, `mme mlle madame présidente directrice ministre femme mère sœur fille épouse voisine adjointe`},
		{clsTitle, `m. mm. mme mlle monsieur madame maître me docteur`}, {clsAbbrev, `m. mm. dr. etc. av. st.`},
		{clsTitle | clsRole, `ministre président présidente directeur directrice porte-parole maire sénateur sénatrice député députée chef patron professeur avocat avocate juge procureur procureure général colonel
			écrivain auteur chercheur chercheuse historien historienne responsable secrétaire candidat candidate adjoint adjointe capitaine entraîneur entraîneuse sélectionneur médecin infirmier infirmière
			enseignant enseignante commissaire préfet préfète évêque chanteur chanteuse acteur actrice réalisateur réalisatrice journaliste sociologue économiste politologue syndicaliste agriculteur agricultrice commerçant commerçante
			boulanger boulangère pompier gendarme policier policière romancier romancière`},
		{clsRole, `homme femme fils fille père mère ami amie témoin habitant habitante voisin voisine collègue frère sœur mari épouse victime accusé accusée prévenu prévenue plaignant plaignante source touriste client cliente élève`},
		{clsOrg, `gouvernement ministère police parti entreprise société tribunal journal rapport étude agence université banque association syndicat groupe`},
		{clsWho, `qui que dont`}, {clsThat, `que si`}, {clsDet, `le la les l' un une des du ce cette ces`}, {clsPossess, `son sa ses leur leurs mon ma mes notre nos`},
		{clsPrep, `de d' à au aux en dans sur sous par pour avec sans chez vers contre entre depuis pendant avant après selon lors`},
		{clsAux, `est sont était étaient a ont avait avaient sera seront fait va vont doit peut peuvent se s`}, {clsAdverb, `aussi encore ensuite puis ne pas plus déjà toujours également notamment enfin alors hier aujourd'hui`},
		{clsOf | clsFrom, `de d' du des`}, {clsBy, `par`}, {clsTo, `à`}, {clsFor, `pour`}, {clsAs, `comme`}, {clsWith, `avec`}, {clsSource, `selon avis`},
		{clsIndefinite, `un une des plusieurs`}, {clsBe, `est sont était étaient été`}, {clsVenue, `à sur dans lors selon`},
		{clsConj, `et ou mais donc or ni`}, {clsSub, `quand lorsque puisque si comme parce`},
		{clsTime, `lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre`},
		{clsParticle, `de du des la le d van von`}, {clsLabel, `intitulé intitulée dit nommé nommée baptisé baptisée surnommé mot terme expression slogan`},
		{clsWork, `livre roman film chanson album série pièce article émission`},
	},
	prefixes: `l d qu n s j c m t jusqu lorsqu`,
	suffixes: `-t-elles -t-elle -t-ils -t-il -t-on -elles -elle -ils -il -on -je -nous -vous`,
}

var spanish = table{
	adverb: "mente", plural: "s", inverts: true, drops: true, plurals: "ió ieron ó aron a an e en dijo dijeron",
	gerund: true,
	verbs: []verbRow{
		{clsSay, `decir dice dijo dicho diciendo; afirmar afirma afirmó afirmado afirmando; declarar declara declaró declarado declarando; explicar explica explicó explicado explicando;
			añadir añade añadió añadido añadiendo; agregar agrega agregó agregado agregando; señalar señala señaló señalado señalando; asegurar asegura aseguró asegurado asegurando;
			escribir escribe escribió escrito escribiendo; responder responde respondió respondido respondiendo; preguntar pregunta preguntó preguntado preguntando;
			contar cuenta contó contado contando; indicar indica indicó indicado indicando; anunciar anuncia anunció anunciado anunciando; comentar comenta comentó comentado comentando;
			insistir insiste insistió insistido insistiendo; advertir advierte advirtió advertido advirtiendo; sostener sostiene sostuvo sostenido sosteniendo; manifestar manifiesta manifestó manifestado manifestando;
			subrayar subraya subrayó subrayado subrayando; recordar recuerda recordó recordado recordando; concluir concluye concluyó concluido concluyendo; expresar expresa expresó expresado expresando;
			gritar grita gritó gritado gritando; tuitear tuitea tuiteó tuiteado tuiteando; reconocer reconoce reconoció reconocido reconociendo; lamentar lamenta lamentó lamentado lamentando; replicar replica replicó replicado replicando; contestar contesta contestó contestado contestando;
			relatar relata relató relatado relatando; precisar precisa precisó precisado precisando; apuntar apunta apuntó apuntado apuntando; exclamar exclama exclamó exclamado exclamando; susurrar susurra susurró susurrado susurrando;
			murmurar murmura murmuró murmurado murmurando; exigir exige exigió exigido exigiendo; pedir pide pidió pedido pidiendo; reclamar reclama reclamó reclamado reclamando; zanjar zanja zanjó zanjado zanjando;
			admitir admite admitió admitido admitiendo; aclarar aclara aclaró aclarado aclarando; confesar confiesa confesó confesado confesando; denunciar denuncia denunció denunciado denunciando; criticar critica criticó criticado criticando;
			matizar matiza matizó matizado matizando; prometer promete prometió prometido prometiendo; bromear bromea bromeó bromeado bromeando; argumentar argumenta argumentó argumentado argumentando; opinar opina opinó opinado opinando;
			considerar considera consideró considerado considerando; defender defiende defendió defendido defendiendo; destacar destaca destacó destacado destacando; detallar detalla detalló detallado detallando; apostillar apostilla apostilló apostillado apostillando;
			confirmar confirma confirmó confirmado confirmando; reiterar reitera reiteró reiterado reiterando; celebrar celebra celebró celebrado celebrando; resumir resume resumió resumido resumiendo; protestar protesta protestó protestado protestando; repetir repite repitió repetido repitiendo`},
		{clsName, `llamar llama llamó llamado llamando; calificar califica calificó calificado calificando; describir describe describió descrito describiendo; hablar habla habló hablado hablando`},
	},
	rows: []wordRow{
		{clsPronoun | clsMan, `él`}, {clsPronoun | clsWoman, `ella`}, {clsPronoun | clsPlural, `ellos ellas`}, {clsPronoun | clsFirst, `yo nosotros`}, {clsPronoun, `usted ustedes`},
		{clsMan, `sr. don señor ministro presidente portavoz director`}, {clsWoman, `sra. doña señora señorita ministra presidenta directora`},
		{clsTitle, `sr. sra. srta. dr. dra. don doña señor señora`}, {clsAbbrev, `sr. sra. srta. dr. dra. ud. uds. etc. ee.uu.`},
		{clsTitle | clsRole, `ministro ministra presidente presidenta director directora portavoz alcalde alcaldesa senador senadora diputado diputada jefe jefa profesor profesora abogado abogada juez jueza fiscal general
			coronel escritor escritora autor autora investigador investigadora responsable secretario secretaria candidato candidata entrenador entrenadora canciller gobernador gobernadora vicepresidente vicepresidenta capitán capitana médico médica enfermero enfermera
			concejal concejala comisario comisaria obispo cantante actor actriz cineasta periodista sociólogo socióloga economista historiador historiadora sindicalista agricultor agricultora bombero policía delantero portero novelista`},
		{clsRole, `hombre mujer hijo hija padre madre amigo amiga testigo vecino vecina hermano hermana marido esposa turista cliente alumno alumna acusado acusada fuente policía bombero víctima`},
		{clsMan, `hombre padre hijo hermano marido vecino`}, {clsWoman, `mujer madre hija hermana esposa vecina`},
		{clsOrg, `gobierno ministerio policía partido empresa compañía tribunal periódico diario informe estudio agencia universidad banco asociación sindicato grupo`},
		{clsWho, `quien quienes que`}, {clsThat, `que si cómo`}, {clsDet, `el la los las un una unos unas este esta estos estas ese esa`}, {clsPossess, `su sus mi mis nuestro nuestra`},
		{clsPrep, `de del a al en por para con sin sobre entre hasta desde contra según tras ante durante bajo hacia`},
		{clsAux, `es son era eran ha han había habían será serán fue fueron está están puede pueden debe deben va se le les lo nos me te`}, {clsAdverb, `también además no ya aún luego después entonces hoy ayer siempre sólo solo`},
		{clsOf | clsFrom, `de del`}, {clsBy, `por`}, {clsTo, `a`}, {clsFor, `para`}, {clsAs, `como`}, {clsWith, `con`}, {clsSource, `según acuerdo palabras opinión`},
		{clsIndefinite, `un una unos unas varios`}, {clsBe, `es son era eran fue fueron está están sido`}, {clsVenue, `en a`},
		{clsConj, `y e o u pero sino`}, {clsSub, `cuando porque aunque si mientras como`},
		{clsTime, `lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre`},
		{clsParticle, `de del la las los y`}, {clsLabel, `titulado titulada llamado llamada denominado denominada apodado palabra término lema`},
		{clsWork, `libro novela película canción álbum serie obra artículo programa`},
	},
}

// japanese has no spaces between words: what stands right after the closing mark tells whether someone is speaking.
var japanese = table{
	after: []string{"と述べ", "と語", "と話", "と言", "と説明", "と発表", "と主張", "と指摘", "と強調", "と答", "と批判", "とコメント", "と訴え", "と明かし", "と振り返", "と書", "と呼びかけ", "と叫", "とつぶや", "という。", "としている", "とした。"},
}
