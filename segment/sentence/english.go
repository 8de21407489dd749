package sentence

// english is the table of English.
var english = &language{
	abbreviations: abbreviationTable(
		row{classTitle, `mr mrs ms mx dr prof rev revd hon fr messrs mme mlle mgr msgr esqs Pres Gov Sen Rep sens reps govs
			Gen Lt Col Maj Capt Cpl Sgt Pvt Adm Cmdr Cdr Comdr Brig cpt ltc Supt insp det Amb Atty Asst Assoc Dep Sec-Gen
			drs profs Sec Flt Cllr Ald Treas Hr Sra Srta Dña Pte Spc Pfc Rt Vice-Adm Ft Mt Pt mts lt-gen lt-col maj-gen brig-gen`},
		row{className, `st ste bros dept univ assn natl intl int'l gov't govt ph th chas geo wm jas jos thos robt benj alex
			Jr Sr b d m r c bldg mfg dist tel ext hwy rte temp avg dir prod`},
		row{classState, `Ala Ariz Ark Calif Colo Conn Del Fla Ga Ida
			Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo
			Ont Que Alta Sask Man N.Mex W.Va N.C S.C N.D S.D N.H N.J N.M N.Y R.I D.C P.R B.C`},
		row{classCompany, `inc corp co ltd plc llc llp cos pty pte bhd s.a n.v a.g l.p l.l.c l.l.p p.l.c p.c s.p.a`},
		row{classUnit, `blvd ave rd ln hwys pkwy ctr sq ft lb lbs oz mi yd yds km cm mm kg hrs hr min mins secs mph m.p.h
			r.p.m gal qt tbsp tsp deg cent`},
		row{classMonth, `Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun`},
		row{classReference, `e.g i.e eg ie a.k.a aka d.b.a vs v cf ca approx viz ed eds trans i.a q.v s.v resp incl excl nos est estd`},
		row{classNumber, `no p pp vol vols fig figs eq eqs ch chap sec sect art para paras pt pts op ser app pop div fl seq apt
			ps cl s ss reg lat elev rm rs Cat Prop Sched Cir Ep Eps Res Pat Pub`},
		row{classVerse, `exod lev num deut josh judg sam chron ex prov isa jer ezek hos matt mk lk jn cor gal eph phil thess tim heb jas pet rom`},
		row{classClosing, `etc Esq al ibid Ph.D M.D D.D.S B.A M.A B.Sc M.Sc LL.B LL.D D.Phil M.Phil R.N D.V.M
			btw asap dba B.S M.S Ed.D Ret ret rel`},
		row{classTime, `a.m p.m B.C.E C.E`},
	),
	starters: wordSet(
		`the a an this that these those he she it we you they i his her its our their my your there here`,
		`in on of at by for from with to as after before since while when where what who why how which if although though`,
		`but and or so yet however meanwhile moreover furthermore nevertheless nonetheless therefore thus hence also then now`,
		`today yesterday tomorrow some many most more both each every all any not another one two three four five several`,
		`such even only just still once until under over during despite because unlike like last among about according`,
		`between through throughout without within against later earlier soon often sometimes usually perhaps maybe`,
		`is are was were do does did have has had can could will would should may might let please yes instead indeed`,
		`it's he's she's that's there's what's here's they're we're you're i'm i've i'd we've let's isn't don't didn't doesn't`,
		`can't won't he'd she'd they'd it'd i'll we'll they'll he'll she'll you'll you've they've who's how's where's`,
		`along nor whether whatever whoever together overall finally first second third next nearly almost few much less`,
		`none nothing nobody everyone everything everybody someone something somebody anyone anything again too very`,
		`following given based having being using while whose than per via amid toward towards upon onto into out off up down`,
		`plus except besides beyond above below behind beside near inside outside around across`,
	),
	cues: wordSet(
		`said says say asked asks ask told tells replied replies wrote writes added adds answered answers cried cries exclaimed`,
		`shouted shouts whispered whispers wondered wonders inquired enquired called calls demanded demands declared declares`,
		`continued continues yelled yells tweeted tweets joked jokes quipped quips recalled recalls thought thinks`,
		`barked snapped pleaded pleads laughed joked mused muses scoffed gasped sighed urged retorted countered complained protested mumbled roared`,
		`growled sneered teased prompted interrupted observed noted notes concluded explained explains announced warned admitted confessed boasted`,
		`bragged chanted implored begged reasoned conceded posted texted messaged emailed gushed ranted fumed sobbed hissed bellowed thundered`,
		`marveled marvelled volunteered shrieked exclaims`,
		`responded responds remarked remarks murmured muttered began begins screamed repeated insisted went`,
	),
	conjunctions: wordSet(
		`and but or nor so yet because although though while whereas which who whom whose that where when if unless until`,
		`since before after as than whether for with without despite including`,
	),
	frames: wordSet(`at by on around about before after until from since between near`),
	zones: wordSet(`monday tuesday wednesday thursday friday saturday sunday eastern pacific central mountain greenwich`,
		`est edt cst cdt mst mdt pst pdt gmt utc et ct pt mt bst cet cest ist jst aest msk hkt local time`),
	compass: wordSet(`n s e w ne nw se sw`),
	posts: wordSet(`chairman chairwoman chair president director chief ceo cfo coo vice executive founder co-founder spokesman`,
		`spokeswoman analyst economist manager partner treasurer kg kgaa ohg`),
	numbered: wordSet(`figure fig table chart box map exhibit plate photo`),
	labels:   wordSet(`image images photo photos picture video source sources credit note update caption file`),
	plurals: wordSet(`marines airways forces troops airlines states islands customs steel's rangers marshals attorneys senators`,
		`representatives securities industries services systems holdings`),
	lettered: wordSet(`vitamin plan grade hepatitis influenza exhibit appendix option type group`),
	openers:  wordSet(`he she they it we but there this these those however meanwhile many some`),
	settings: wordSet(`in on at as when while after before since if during according although because despite`),
	scales:   wordSet(`hundred thousand million billion trillion percent per`),
	weekdays: wordSet(`monday tuesday wednesday thursday friday saturday sunday`),
	months:   wordSet(`january february march april may june july august september october november december`),
	shouts:   wordSet(`yahoo jeopardy oklahoma wham`),
}
