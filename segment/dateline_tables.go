package segment

// datelineAgencies are the names, in small letters, that stand in brackets in a dateline. The first word decides:
// "CNN Business".
var datelineAgencies = lowerSet(
	`reuters,ap,afp,upi,cnn,tass,itar-tass,xinhua,dpa,ani,pti,ians,uni,bloomberg,bbc,kyodo,yonhap,efe,ansa,apa,ria,sputnik,interfax`,
	`cp,pa,aap,anp,belga,lusa,mena,irna,isna,wam,spa,petra,sana,bernama,antara,app,unb,bss,cna,jiji,nna,ntb,tt,ritzau,stt,pap,ctk`,
	`mti,agerpres,bta,hina,tanjug,ukrinform,belta,azertac,anadolu,aa,tap,aps,map,nan,sapa,gna,cns,cnsnews,cnsnews.com,cbs,nbc,abc,npr`,
	`fox,msnbc,cnbc,kcna,marketwatch,politico,axios,usa,globenewswire,prnewswire,businesswire,newswire,accesswire,ips,irin,rferl,voa`,
	`rt,dw,france24,ndtv,mcclatchy,tns,wapo,catholic,rns,jta,jns,space.com,live,stacker,thecanadianpress,canadian,associated`,
	`thomson,mint,et,toi,ht,sid,kna,epd,ots,adnkronos,europa,notimex,telam,télam,ats,sda`,
)

// datelineAgencyWords are the last words, in small letters, of names that are an agency's or a paper's.
var datelineAgencyWords = lowerSet(`agency,press,news,service,wire,newswire,times,post,herald,tribune,courier,gazette,journal,network,radio`)

// datelineLabels are the first words, in small letters, of what stands before a dash in capitals and is no place.
var datelineLabels = lowerSet(
	`update,updated,exclusive,breaking,watch,video,photos,photo,pictured,opinion,editorial,analysis,review,news,new,live,listen,read`,
	`poll,polls,factbox,timeline,explainer,correction,corrected,editor's,editor’s,note,notice,commentary,comment,column,feature,special`,
	`q,a,i,the,this,why,how,what,who,when,where,top,best,alert,just,developing,spoiler,warning,sponsored,advertisement,ad,press,release`,
	`interview,profile,obituary,letters,letter,podcast,recap,preview,results,final,score,dear,related,more,must,trending,wire,brief,briefs`,
	`report,reports,study,survey,fact,myth,tip,tips,step,part,chapter,section,day,week,round,game,match,pros,cons,verdict,summary,abstract`,
	`background,conclusion,introduction,contact,about,source,sources,tldr,faq,pro,con,yes,no,but,and,or,not,it,we,you,he,she,they`,
	`republican,republicans,democrat,democrats,winner,winners,loser,losers,quote,insight,weather,sports,business,politics,world,nation`,
	`health,science,culture,travel,food,style,money,markets,morning,evening,monday,tuesday,wednesday,thursday,friday,saturday,sunday`,
)

// datelineRegions are the states, provinces and countries that stand behind a city, in small letters and without stops.
var datelineRegions = lowerSet(
	`ala,alaska,ariz,ark,calif,colo,conn,del,fla,ga,hawaii,idaho,ill,ind,iowa,kan,ky,la,maine,md,mass,mich,minn,miss,mo,mont,neb,nev`,
	`nh,nj,nm,ny,nc,nd,ohio,okla,ore,pa,ri,sc,sd,tenn,tex,texas,utah,vt,va,wash,wva,wis,wyo,dc,pr`,
	`al,ak,az,ar,ca,co,ct,de,fl,hi,id,il,in,ia,ks,me,ma,mi,mn,ms,mt,ne,nv,ok,or,tn,tx,ut,wa,wv,wi,wy`,
	`alabama,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia,illinois,indiana,kansas,kentucky,louisiana`,
	`maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico`,
	`new york,north carolina,north dakota,oklahoma,oregon,pennsylvania,rhode island,south carolina,south dakota,tennessee,vermont`,
	`virginia,washington,west virginia,wisconsin,wyoming,puerto rico,guam,ont,ontario,que,quebec,québec,alberta,alta,bc`,
	`british columbia,manitoba,saskatchewan,nova scotia,new brunswick,newfoundland,england,scotland,wales,northern ireland,ireland`,
	`united kingdom,uk,britain,france,germany,italy,spain,portugal,netherlands,belgium,luxembourg,switzerland,austria,poland,hungary`,
	`czech republic,slovakia,slovenia,croatia,serbia,bosnia,bosnia-herzegovina,montenegro,kosovo,albania,north macedonia,macedonia`,
	`greece,bulgaria,romania,moldova,ukraine,belarus,russia,estonia,latvia,lithuania,finland,sweden,norway,denmark,iceland,turkey`,
	`türkiye,cyprus,malta,georgia,armenia,azerbaijan,kazakhstan,uzbekistan,kyrgyzstan,tajikistan,turkmenistan,mongolia,china,japan`,
	`south korea,north korea,taiwan,india,pakistan,bangladesh,sri lanka,nepal,bhutan,afghanistan,iran,iraq,syria,lebanon,israel,jordan`,
	`west bank,gaza strip,gaza,saudi arabia,yemen,oman,qatar,bahrain,kuwait,united arab emirates,uae,egypt,libya,tunisia,algeria`,
	`morocco,sudan,south sudan,ethiopia,eritrea,somalia,kenya,uganda,tanzania,rwanda,burundi,congo,nigeria,niger,ghana,ivory coast`,
	`senegal,mali,burkina faso,cameroon,chad,gabon,angola,zambia,zimbabwe,mozambique,malawi,botswana,namibia,south africa,madagascar`,
	`mauritius,liberia,sierra leone,guinea,gambia,benin,togo,mexico,guatemala,honduras,el salvador,nicaragua,costa rica,panama,cuba`,
	`haiti,dominican republic,jamaica,bahamas,trinidad and tobago,venezuela,colombia,ecuador,peru,bolivia,brazil,paraguay,uruguay`,
	`argentina,chile,guyana,suriname,australia,new zealand,fiji,papua new guinea,indonesia,malaysia,singapore,thailand,vietnam,cambodia`,
	`laos,myanmar,philippines,hong kong,us,usa,united states`,
)

// datelineCities are places that stand alone in datelines, in small letters: capitals and other well-known cities.
var datelineCities = lowerSet(
	`washington,new york,new york city,los angeles,chicago,houston,phoenix,philadelphia,san antonio,san diego,dallas,san jose,austin`,
	`jacksonville,san francisco,indianapolis,columbus,fort worth,charlotte,detroit,el paso,seattle,denver,boston,memphis,nashville`,
	`baltimore,oklahoma city,portland,las vegas,milwaukee,albuquerque,tucson,fresno,sacramento,kansas city,atlanta,omaha,miami,oakland`,
	`minneapolis,cleveland,tulsa,new orleans,tampa,honolulu,cincinnati,pittsburgh,st. louis,saint louis,st. paul,salt lake city,buffalo`,
	`des moines,tallahassee,sacramento,albany,richmond,raleigh,anchorage,juneau,boise,little rock,hartford,annapolis,lansing,brooklyn`,
	`manhattan,hollywood,orlando,newark,reno,atlantic city,united nations,toronto,montreal,montréal,vancouver,ottawa,calgary,edmonton`,
	`winnipeg,quebec city,halifax,mexico city,tijuana,guadalajara,monterrey,havana,kingston,port-au-prince,santo domingo,san juan`,
	`guatemala city,tegucigalpa,san salvador,managua,panama city,caracas,bogota,bogotá,medellin,quito,guayaquil,lima,la paz,santiago`,
	`buenos aires,montevideo,asuncion,asunción,brasilia,brasília,sao paulo,são paulo,rio de janeiro,georgetown,paramaribo,london`,
	`manchester,birmingham,liverpool,edinburgh,glasgow,cardiff,belfast,dublin,cork,paris,marseille,lyon,nice,strasbourg,bordeaux`,
	`toulouse,brussels,antwerp,amsterdam,rotterdam,the hague,den haag,luxembourg,berlin,hamburg,munich,münchen,frankfurt,cologne,köln`,
	`stuttgart,düsseldorf,bonn,leipzig,dresden,vienna,wien,bern,zurich,zürich,geneva,davos,basel,rome,roma,milan,milano,naples,turin`,
	`venice,florence,palermo,vatican city,madrid,barcelona,valencia,seville,bilbao,lisbon,lisboa,porto,copenhagen,stockholm,oslo`,
	`helsinki,reykjavik,tallinn,riga,vilnius,warsaw,krakow,gdansk,prague,bratislava,budapest,ljubljana,zagreb,sarajevo,belgrade`,
	`pristina,skopje,tirana,podgorica,athens,thessaloniki,sofia,bucharest,chisinau,kyiv,kiev,lviv,odesa,odessa,kharkiv,donetsk,minsk`,
	`moscow,st. petersburg,st petersburg,vladivostok,sochi,kazan,grozny,tbilisi,yerevan,baku,istanbul,ankara,izmir,nicosia,beirut`,
	`damascus,aleppo,jerusalem,tel aviv,haifa,ramallah,gaza,gaza city,amman,baghdad,mosul,basra,erbil,irbil,tehran,riyadh,jeddah`,
	`mecca,sanaa,aden,muscat,dubai,abu dhabi,doha,manama,kuwait city,kuwait,cairo,alexandria,tripoli,benghazi,tunis,algiers,rabat`,
	`casablanca,khartoum,addis ababa,asmara,mogadishu,djibouti,nairobi,mombasa,kampala,kigali,bujumbura,dar es salaam,dodoma,kinshasa`,
	`goma,brazzaville,lagos,abuja,maiduguri,kano,accra,abidjan,dakar,bamako,ouagadougou,niamey,n'djamena,n’djamena,yaounde,libreville`,
	`luanda,lusaka,harare,maputo,lilongwe,gaborone,windhoek,johannesburg,pretoria,cape town,durban,antananarivo,port louis,monrovia`,
	`freetown,conakry,banjul,bangui,juba,kabul,kandahar,islamabad,karachi,lahore,peshawar,quetta,new delhi,delhi,mumbai,bombay`,
	`bangalore,bengaluru,chennai,kolkata,hyderabad,pune,ahmedabad,lucknow,jaipur,srinagar,chandigarh,patna,bhopal,guwahati,dhaka`,
	`kathmandu,thimphu,colombo,male,beijing,shanghai,guangzhou,shenzhen,wuhan,chongqing,tianjin,urumqi,lhasa,hong kong,macau,macao`,
	`taipei,tokyo,osaka,kyoto,hiroshima,nagasaki,fukushima,okinawa,seoul,busan,pyongyang,panmunjom,ulaanbaatar,ulan bator,hanoi`,
	`ho chi minh city,phnom penh,vientiane,bangkok,yangon,naypyidaw,naypyitaw,kuala lumpur,singapore,jakarta,bali,manila,cebu`,
	`bandar seri begawan,dili,canberra,sydney,melbourne,brisbane,perth,adelaide,darwin,hobart,wellington,auckland,christchurch,suva`,
	`port moresby,honiara,astana,almaty,tashkent,samarkand,bishkek,dushanbe,ashgabat,guantanamo bay,vatican,the vatican,nuuk,monaco`,
	`silicon valley,wall street,capitol hill,camp david,cape canaveral,tashkent,valletta,andorra la vella,san marino,vaduz`,
)
