package quote

// english is the table of English. Cue verbs are those of news: speech, writing, then what people call or think of
// something; the second kind introduces partial quotations more often than full ones.
var english = table{
	past: "ed", ing: "ing", plural: "s", adverb: "ly",
	gerund: true,
	verbs: []verbRow{
		{clsSay, `say says said saying; tell tells told telling; write writes wrote written writing; add; ask; reply; respond; answer; explain; state; declare; announce; note; argue; warn; remark;
			insist; conclude; claim; assert; maintain; contend; allege; affirm; confirm; admit admits admitted admitting; acknowledge; concede; confess; deny; recall; observe; comment; mention; reveal;
			disclose; suggest; stress; emphasize; emphasise; reiterate; repeat; quip quips quipped quipping; joke; shout; yell; scream; cry; whisper; mutter; murmur; exclaim; shriek; bellow; chant;
			tweet; retweet; post; text; email; e-mail; message; blog blogs blogged blogging; retort; counter; interject; query; inquire; enquire; wonder; muse; reason; theorize; speculate; predict;
			forecast; estimate; caution; advise; urge; implore; plead; beg begs begged begging; promise; vow; pledge; swear swears swore sworn swearing; threaten; boast; brag brags bragged bragging;
			gush; rave; marvel; enthuse; crow; fume; rail; rant; complain; lament; bemoan; protest; object; grumble; gripe; report; relate; recount; testify; quote; cite; read reads read reading;
			proclaim; pronounce; profess; opine; preach; lecture; assure; reassure; remind; inform; notify; instruct; order; demand; propose; recommend; agree agrees agreed agreeing;
			disagree disagrees disagreed disagreeing; clarify; elaborate; specify; indicate; imply; hint; tease; scoff; sneer; taunt; chide; scold; admonish; charge; chastise; intone; utter;
			summarize; summarise; surmise; deadpan deadpans deadpanned deadpanning; parry; volunteer; concur concurs concurred concurring; decree; posit; reckon; apologize; apologise; narrate;
			venture; grouse; dictate; reprise; rejoin; echo echoes echoed echoing; speak speaks spoke spoken speaking; describe; accuse; blast; slam slams slammed slamming; hammer; recite; caption`},
		{clsLoose, `end; closed closes closed closing; continue; go goes went gone going; begin begins began begun beginning; start; finish; proceed; laugh; roar; thunder; boom; sing sings sang sung singing; shoot shoots shot shooting; fire;
			snap snaps snapped snapping; remember; interrupt; press; ponder; reflect; pray; beam; vent; groan; sigh; sob sobs sobbed sobbing; weep; smile; grin grins grinned grinning; nod nods nodded nodding;
			shrug shrugs shrugged shrugging; request; command; offer; mock; rebuke; lash; snarl; growl; bark; hiss; croak; stammer; stutter; mumble; drawl; voice; express; intervene; point; find finds found finding;
			show shows showed shown showing; believe; think thinks thought thinking; feel feels felt feeling; know knows knew known knowing; hear hears heard hearing; learn; headline; pen pens penned penning; sign; tout;
			trumpet; rule; guess; suppose; hope; fear; worry; expect; thank; congratulate; greet; welcome; introduce; detail; outline; underline; underscore; highlight; signal; prod prods prodded prodding;
			lie lies lied lying; teach teaches taught teaching; broadcast broadcasts broadcast broadcasting; qualify; correct; persist; attack; call; conclude; gesture; advise; encourage; figure; characterize; dub dubs dubbed dubbing; put puts put putting; sum sums summed summing; wrap wraps wrapped wrapping`},
		{clsName, `call; describe; label labels labelled labeled labelling labeling; brand; characterize; characterise; term; deem; portray; depict; paint; cast casts cast casting; dismiss; denounce; condemn;
			criticize; criticise; decry; deride; ridicule; mock; blast; slam slams slammed slamming; rip rips ripped ripping; assail; accuse; blame; fault; praise; hail; laud; applaud; commend;
			tout; trumpet; refer refers referred referring; dub dubs dubbed dubbing; nickname; rate; liken; compare; frame; lambaste; lambast; berate; excoriate; skewer; savage; pan pans panned panning;
			belittle; disparage; malign; deplore; insult; chastise; talk; rebut rebuts rebutted rebutting; refute; disavow; coin; condemn; attack; rebuke; express; voice; warn; complain; joke; promise; pledge; vow;
			encourage; exhort; implore; urge; demand; invoke; sum sums summed summing`},
		{clsWeak, `consider; regard; view; see sees saw seen seeing; credit; thank; want; wish; seek seeks sought seeking; intend; plan plans planned planning; hope; expect; fear; support; oppose; favor; favour;
			endorse; back; reject; question; doubt; challenge; defend; justify; promote; champion; advocate; push; signal; mourn; regret regrets regretted regretting; use; evoke; employ;
			embrace; espouse; address; discuss; raise; stoke; reference; highlight; underline; underscore; admire; love; like; hate; despise; detest; dislike; find finds found finding; feel feels felt feeling;
			believe; think thinks thought thinking; hit hits hit hitting; peg pegs pegged pegging; point; deliver; issue; release; offer; give gives gave given giving; make makes made making; prefer prefers preferred preferring;
			renew; hurl; unleash; launch; react; imagine; envision; foresee foresees foresaw foreseen foreseeing; remember; reminisce; celebrate; vilify; smear; scrawl; inscribe; show shows showed shown showing; name;
			worry; learn; teach teaches taught teaching; know knows knew known knowing; conclude; outline; detail; introduce; greet; welcome; request; command; continue`},
	},
	rows: []wordRow{
		{clsNoun, `report reports claim claims state states comment comments note notes answer answers reply replies tweet tweets post posts text texts email emails e-mail message messages
			pledge promise vow charge charges warning order orders demand demands request requests offer offers plan plans attack attacks question questions remark remarks quote quotes
			view views doubt doubts fear fears hope hopes worry worries call calls speech complaint boast joke jokes cry cries shout shouts rule rules rate rates name names show shows
			finding findings feeling feelings reading point points beginning start finish estimate estimates forecast press fire shot shots lie lies cast pitch push support credit blame use
			issue release fault brand label term terms signal echo challenge lament protest protests voice detail details command address love hate threat threats back sign signs thought thoughts
			smile laugh sigh broadcast hearing interview interviews caption headline headlines view talk talks writing figure figures guess guesses lecture query message chant chants order vent post raise sound`},
		{clsTitle | clsAbbrev, `mr. mrs. ms. dr. prof. sen. sens. rep. reps. gov. govs. gen. col. lt. sgt. maj. capt. cmdr. adm. cpl. pvt. rev. hon. fr. sr. st. pres. supt. insp. det. atty. msgr. ald. amb. sec.`},
		{clsAbbrev, `jr. inc. corp. co. ltd. vs. v. no. dept. univ. assn. bros. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. ave. blvd. etc. est. fla. calif. conn. mass. mich. minn. wis. ill. ind. tenn. tex. va. pa. ga. ala. ariz. ark. colo. del. kan. ky. la. md. miss. mo. mont. neb. nev. okla. ore. vt. wash. wyo. n.y. n.j. n.h. n.c. s.c. n.d. s.d. n.m. r.i. d.c. d- r-`},
		{clsSuffix, `jr sr jr. sr. ii iii iv esq phd md qc mp obe cbe`},
		{clsTitle | clsRole, `president vice-president chancellor premier minister secretary senator congressman congresswoman representative governor mayor ambassador general admiral colonel
			captain lieutenant major sergeant commander officer judge justice professor doctor pope bishop archbishop cardinal rabbi imam pastor father reverend king queen prince princess duke
			lord baron sheikh sultan emir chairman chairwoman chairperson chair director coach manager principal sheriff detective inspector superintendent constable attorney prosecutor
			speaker leader chief envoy commissioner councillor councilman councilwoman counsel deputy assemblyman assemblywoman delegate treasurer dean provost chaplain ayatollah
			actor actress singer author writer journalist reporter columnist editor correspondent analyst strategist economist historian scientist researcher biologist
			lawyer aide adviser advisor spokesman spokeswoman spokesperson candidate nominee frontrunner front-runner rival host anchor comedian filmmaker producer musician
			billionaire businessman businesswoman entrepreneur investor founder co-founder ceo cfo boss owner partner democrat republican independent conservative liberal
			activist organizer organiser critic supporter opponent defender expert scholar lecturer student teacher farmer driver doctor nurse patient victim witness survivor
			neighbor neighbour resident official staffer operative consultant pollster donor lobbyist veteran soldier pilot astronaut engineer designer architect artist
			painter photographer chef player captain striker goalkeeper quarterback defendant plaintiff suspect plumber lawmaker legislator politician statesman diplomat
			businessperson executive head member chieftain foreman juror coroner pathologist midwife pharmacist librarian curator conductor composer novelist poet playwright critic blogger
			coauthor co-author coordinator ombudsman secretary-general undersecretary whistleblower worker trader banker broker negotiator mediator mp mep msp`},
		{clsRole, `man woman boy girl guy lady gentleman person people father mother brother sister son daughter husband wife widow uncle aunt grandmother grandfather friend colleague
			boyfriend girlfriend child kid baby mom dad mum nephew niece cousin grandson granddaughter grandchild stepfather stepmother stepson stepdaughter godson goddaughter fiancé fiancée widower twin rep parent source insider observer voter protester protestor demonstrator heckler caller viewer reader user customer shopper tourist
			bystander passerby narrator announcer moderator interviewer questioner lawmaker someone somebody anyone everyone nobody one another others other many some most few both
			crowd audience attendee passenger immigrant migrant refugee mayor-elect president-elect incumbent successor predecessor counterpart challenger heir author-activist author`},
		{clsRole, `winner loser champion medallist runner-up lifeguard climber fisherman baker shopkeeper pensioner retiree commuter motorist cyclist runner swimmer rower sailor skier surfer golfer boxer wrestler footballer cricketer batsman bowler jockey caddie
			referee umpire midfielder defender winger forward goalscorer sprinter gymnast barrister solicitor magistrate bailiff clerk groundsman postman postwoman milkman handyman stationmaster steward stewardess receptionist ferryman boatman lorry-driver busker organist verger choirmaster scoutmaster landlord landlady tenant gardener builder carpenter electrician
			mechanic waiter waitress barman barmaid barista cashier paramedic firefighter fireman policeman policewoman ranger warden caretaker volunteer campaigner trustee vicar curate headteacher
			headmaster headmistress pupil rapper guitarist drummer bassist pianist violinist cellist dancer choreographer illustrator sculptor translator publisher screenwriter presenter
			broadcaster ecologist geologist geographer physicist chemist astronomer neuroscientist epidemiologist virologist climatologist oceanographer psychologist psychiatrist sociologist
			anthropologist archaeologist paleontologist palaeontologist zoologist botanist entomologist statistician mathematician physician surgeon pediatrician paediatrician cardiologist
			vet veterinarian reviewer brewer butcher hairdresser beekeeper grower councillor`},
		{clsRole | clsPlural, `officials senators congressmen representatives governors mayors ministers ambassadors generals officers judges justices professors doctors bishops leaders chiefs
			actors singers authors writers journalists reporters columnists editors correspondents analysts strategists economists historians scientists researchers lawyers attorneys prosecutors aides
			advisers advisors spokesmen spokeswomen spokespersons spokespeople candidates nominees rivals hosts democrats republicans conservatives liberals activists organizers critics supporters opponents
			experts scholars students teachers farmers drivers nurses patients victims witnesses survivors neighbors neighbours residents staffers operatives consultants pollsters donors lobbyists veterans
			soldiers pilots engineers lawmakers legislators politicians diplomats executives members heads jurors workers traders bankers investors men women boys girls guys ladies people parents friends
			colleagues children kids sources insiders observers voters protesters protestors demonstrators hecklers callers viewers readers users customers tourists passengers immigrants migrants refugees
			authorities police prosecutors crowds fans brothers sisters sons daughters families relatives americans russians israelis`},
		{clsOrg, `agency company firm group organization organisation association union party campaign committee council commission court department ministry office bureau government administration
			cabinet parliament congress senate house embassy kremlin pentagon treasury army navy force bank fund foundation institute institution university college school hospital church team club league
			network channel station newspaper paper magazine journal website site outlet times post tribune herald gazette guardian telegraph observer press agence reuters afp ap upi tass bbc cnn
			nbc abc cbs fox msnbc npr report study survey poll statement letter document memo email e-mail article editorial column book essay blog post tweet message note review complaint lawsuit suit indictment
			filing ruling decision order affidavit release transcript ad advertisement commercial video sign banner poster headline caption resolution bill law constitution treaty agreement
			manifesto platform handbook guide manual website page entry label plaque inscription text speech cable dispatch petition post profile biography memoir script song lyrics lyric
			airline airport coalition alliance federation corporation corp inc ltd co llc brotherhood militia cartel gang taliban hamas hezbollah isis city state county country nation town village
			watchdog charity nonprofit think-tank tank startup maker manufacturer retailer brand service authority regulator board panel tribunal jury delegation camp spokes regime junta monarchy palace vatican`},
		{clsOrg | clsBusiness, `railways shipping petroleum stores supermarkets company firm group maker carrier airline retailer manufacturer startup brand bank corporation corp corp. inc inc. ltd ltd. co. llc plc airlines airways foods motors holdings
			industries technologies pharmaceuticals brewery brewers`},
		{clsPronoun | clsMan, `he`},
		{clsPronoun | clsWoman, `she`},
		{clsPronoun | clsPlural, `they`},
		{clsPronoun | clsThing, `it`},
		{clsPronoun | clsFirst, `i`},
		{clsPronoun | clsFirst | clsPlural, `we`},
		{clsPronoun, `you him them me us himself herself themselves itself myself`},
		{clsMan, `mr. mr man boy guy gentleman father brother son husband uncle grandfather dad boyfriend nephew grandson stepfather stepson fiancé godson fisherman widower barman policeman fireman king prince duke lord baron sheikh sultan emir pope rabbi imam congressman spokesman chairman
			businessman councilman assemblyman actor statesman waiter sir his him himself`},
		{clsWoman, `mrs. ms. mrs ms miss madam woman girl lady mother sister daughter wife widow aunt grandmother mom mum girlfriend niece granddaughter stepmother stepdaughter fiancée goddaughter heroine landlady barmaid queen princess duchess baroness actress congresswoman spokeswoman
			chairwoman businesswoman councilwoman assemblywoman waitress dame her herself nun midwife`},
		{clsTitle, `cllr pc wpc det insp supt sgt dci rev revd prof capt col gen lt cpl maj sen rep gov mr mrs ms miss dr sir dame madam sister brother saint prime foreign defense defence interior finance vice deputy acting attorney-general chief`},
		{clsWho, `who whom whose which`},
		{clsThat, `that how why whether what`},
		{clsDet, `the a an this that these those each every either neither no any all both another one two three four five six seven eight nine ten several many some most few such`},
		{clsPossess, `his her their its my our your whose`},
		{clsPrep, `of in on at by for from with without to into onto about against between among during before after since until till under over above below near behind beyond through across along
			toward towards upon within despite amid amidst via per like unlike as than including regarding concerning following alongside outside inside off up down out around throughout according because`},
		{clsAux, `is are was were be been being am has have had having do does did will would shall should can could may might must to 'd 'll 're 've 'm won't didn't don't doesn't isn't wasn't weren't hasn't haven't hadn't
			can't cannot couldn't wouldn't shouldn't ain't`},
		{clsAction, `left came went met took stood sat ran fell won lost kept held got gave brought bought built caught chose drew drove ate flew forgot forgave froze grew hung hid laid led lent lit paid
			quit rode sought sent shook shone slept slid spent spun stole struck swam swung threw tore understood woke wore became broke dug fought beat bent bled blew clung crept dealt fled leapt
			overcame overtook rang sank shrank sprang strove withdrew undertook`},
		{clsPlea, `guilty`},
		{clsTrait, `striker midfielder defender winger goalkeeper quarterback runner sprinter swimmer rower skier surfer golfer boxer wrestler footballer cricketer batsman bowler jockey gymnast cyclist climber champion medallist
			runner-up winner actor actress singer rapper comedian filmmaker novelist poet playwright painter sculptor guitarist drummer pianist violinist dancer entrepreneur billionaire businessman businesswoman pensioner native`},
		{clsTrait, `spaniard briton englishman englishwoman scot scotsman welshman welshwoman irishman irishwoman frenchman frenchwoman dutchman dutchwoman dane swede norwegian finn icelander german austrian swiss
			belgian italian greek turk pole czech slovak hungarian romanian bulgarian serb croat slovenian bosnian albanian russian ukrainian belarusian estonian latvian lithuanian georgian armenian american canadian mexican
			brazilian argentine argentinian chilean colombian peruvian uruguayan venezuelan ecuadorian cuban jamaican australian zealander japanese korean chinese indian pakistani iranian iraqi israeli palestinian syrian
			lebanese egyptian moroccan algerian tunisian nigerian ghanaian kenyan ethiopian ugandan senegalese cameroonian ivorian congolese zimbabwean londoner parisian berliner texan californian bostonian mancunian liverpudlian`},
		{clsLoose, `runs`},
		{clsTalk, `interview questions conversation q&a chat`},
		{clsAlias, `word pseudonym alias username handle password means meaning click clicks clicked clicking so-called self-styled self-proclaimed`},
		{clsOf, `of`}, {clsBy, `by`}, {clsTo, `to`}, {clsFor, `for`}, {clsAs, `as`}, {clsWith, `with`}, {clsFrom, `from`}, {clsSource, `according`},
		{clsIndefinite, `a an one another some several many`},
		{clsBe, `is are was were be been being am 's 're 'm got get gets getting isn't wasn't weren't aren't`},
		{clsVenue, `on in to at from during with for via`},
		{clsPaper, `statement statements letter email e-mail emails tweet tweets message messages post posts memo release note column op-ed essay video ad advertisement interview speech article text filing report document`},
		{clsNoun, `end ends champion champions reference references push pushes raise raises launch launches hit hits reason reasons stress wonder wonders hint hints rail rails counter object objects caution venture decree decrees response responses statement words remark argument arguments message description advice explanation assertion assertions allegation allegations conclusion prediction eyes opinion judgment contention accusation
			accusations insistence suggestion reply reaction admission declaration criticism characterization phrase slogan mantra motto`},
		{clsVoice, `chant chants shout shouts cry cries call calls refrain message messages reply answer response warning verdict question`},
		{clsTell, `tell tells told telling ask asks asked asking remind reminds reminded reminding assure assures assured assuring inform informs informed warn warns warned warning urge urges urged
			advise advises advised caution cautions cautioned notify notifies notified instruct instructs instructed order orders ordered`},
		{clsOffice, `state defense defence health education justice finance interior agriculture commerce energy labor labour transportation transport treasury police staff foreign homeland national
			information culture trade war intelligence operations communications environment veterans housing security fisheries oceans sport sports tourism women youth migration
			industry planning works mines police parliament revenue science technology immigration integration`},
		{clsModifier, `daily weekly monthly former longtime then-president late fellow veteran retired acting deputy senior chief ex-president ex-wife ex-husband lead top fellow then newly republican democratic conservative liberal
			billionaire state local federal u.s. interim assistant associate outgoing incoming prominent outspoken onetime one-time co-chief high-ranking presidential vice-presidential gubernatorial`},
		{clsQuoting, `quote quotes quoted quoting cite cites cited citing`},
		{clsClause, `after before since until till as than like because once while when if though although that whether where for so`},
		{clsAdverb, `likewise also later then once again ago not never now still even just only already often always sometimes first last next earlier recently soon immediately instead however meanwhile moreover therefore thus
			perhaps maybe indeed too as well yet ever rather quite very so here there simply actually reportedly separately privately publicly repeatedly famously both further afterward afterwards
			eventually finally previously currently today yesterday tomorrow tonight thereafter nonetheless nevertheless otherwise back far out up long ahead aloud sarcastically home online elsewhere
			additionally furthermore`},
		{clsConj, `and but or nor yet plus &`},
		{clsSub, `when while because if although though since after before until unless whereas where as once whenever wherever whether given asked despite`},
		{clsTime, `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec.
			today yesterday tomorrow tonight morning afternoon evening night week month year day weekend noon midnight
			hour minute moment second hours minutes moments seconds days weeks months years mornings evenings nights weekends`},
		{clsParticle, `de del della di da dos la le van von der den bin ibn al el ben abu ter ten af zu du des st. mc o'`},
		{clsDet | clsPlural, `both several many some most few these those two three four five six seven eight nine ten`},
		{clsLabel, `titled entitled called named dubbed known nicknamed so-called self-styled self-described self-proclaimed labeled labelled termed branded marked billed headlined word words phrase term terms slogan motto tagline nickname codename code-named
			slogans phrases hashtag hashtags moniker captioned spelled spelling pronounced meaning translated defined`},
		{clsWork, `book novel film movie song album single track show series program programme documentary play musical episode poem essay magazine ballad sitcom drama comedy column segment podcast video game opera
			section sequel memoir commentary headline novella trilogy thriller mixtape ep lp editorial tune hit anthem broadcast special newsletter blog exhibition exhibit painting sculpture report study project campaign tour operation category award chapter article paper`},
		{clsPlace, `united states kingdom america britain england scotland wales ireland france germany italy spain portugal russia ukraine china japan india pakistan afghanistan iran iraq syria israel egypt libya turkey greece
			canada mexico brazil argentina chile venezuela cuba colombia peru australia africa europe asia korea vietnam thailand indonesia malaysia philippines taiwan washington moscow london paris berlin
			beijing tokyo brussels jerusalem cairo baghdad kabul tehran damascus caracas havana york angeles chicago houston philadelphia boston detroit florida texas california ohio iowa virginia
			alabama alaska arkansas connecticut delaware hawaii idaho kansas kentucky louisiana maine maryland mississippi missouri montana nebraska dakota oklahoma oregon tennessee utah vermont
			french english spanish arabic dutch swedish danish polish turkish portuguese british irish scottish welsh european african asian
			street avenue boulevard highway motorway hotel stadium theatre theater cathedral museum library harbor harbour valley island islands square festival
			wyoming ontario quebec queensland bavaria saxony normandy tuscany catalonia brittany kent essex sussex surrey yorkshire lancashire cornwall devon norfolk scotland ulster
			pennsylvania michigan wisconsin georgia carolina hampshire nevada arizona colorado illinois indiana missouri minnesota massachusetts u.s. uk u.k. us u.n. un eu`},
	},
	elisions: `em tis twas til till cause bout round n nuff twere neath tween kay fraid lectric cos coz`,
}
