package quote

// First names that tell whether their bearer is more likely a woman or a man. They are the commonest names of
// English-language news; a name that is missing only leaves the question open.
const womenNames = `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley dorothy kimberly emily donna michelle carol amanda melissa
	deborah stephanie rebecca laura sharon cynthia kathleen amy shirley angela helen anna brenda pamela nicole ruth katherine samantha christine catherine virginia debra rachel janet emma
	carolyn maria heather diane julie joyce victoria kelly christina joan evelyn lauren judith olivia megan cheryl andrea hannah martha jacqueline frances gloria ann teresa kathryn sara
	janice jean alice madison doris abigail julia judy denise marilyn beverly danielle theresa sophia marie diana brittany natalie isabella charlotte alexis kayla anne
	hillary chelsea melania ivanka nikki condoleezza sonia elena kamala tulsi kirsten marine ursula jeanne greta yulia natalia olga svetlana irina tatiana ekaterina anastasia fatima aisha
	leila layla zainab mariam priya indira sunita mei yuki keiko claire jane kate katie kathy debbie wendy tina tiffany monica erin molly lucy ellen eleanor sally peggy rosa carmen
	juanita guadalupe isabel ines lucia paula carla claudia gabriela daniela valentina camila beatriz fernanda ana eva ingrid astrid sigrid helga gretchen heidi angelika sabine ulrike
	birgit petra brigitte simone francoise françoise celine céline amelie amélie sylvie nathalie sandrine valerie valérie elise chloe chloé zoe zoë mia ava ella lily harper scarlett
	maggie marcia meghan megyn mika rhonda robin roberta wanda yolanda yvonne zaha malala jacinda theresa debbie samira jill jeane inga bess wilma mara ada edith asha naomi nina dora greta petra rita ida lise amalia rosa lena kim suzy trish
	alison amelia beth bridget caroline cassandra cecilia clara colleen constance dana darlene deanna delores edna eileen elsie ethel florence gail geraldine gertrude ginger
	gladys gwen harriet hazel ida irene jackie jo joanna joanne jodie josephine kara kirsten kristen kristin lara leah lena lillian lori lorraine louise lydia lynn mabel
	marcella margo marian marianne marjorie maureen maxine mildred miriam mona muriel nadia naomi nell nora norma paige pauline penelope phyllis priscilla rachael rosemary ruby
	sabrina sadie sheila shelly sherry stella suzanne sylvia tara thelma tracy ursula vanessa vera veronica vivian willa winifred agnes alexandra aline anita annie antonia audrey barbra
	bertha bonnie candace carrie cindy claudette corinne della doreen elisa eloise elsa emilia erica esther eugenia gemma genevieve gillian glenda hanna heike helene henrietta
	imogen inge ingeborg jeannette johanna judi karin katrin kerstin lotte luise margit mathilde monika nadine renate silke sonja susanne tanja ute anja anke antje
	abby adele adriana adrienne agatha aileen aimee aisling alana alejandra alessandra alessia alexa alexandria alexia alicia alina alisa alisha allison alma alyssa amal amara amina
	amira amrita anais anastasiya angelica angelina anika anisa annabel annabelle anneliese annette annika anya ariana arlene ashlee ashleigh athena ayesha azra barbora beata becky
	belinda bella bernadette bernice bettina bianca blanca blanche brandi breanna briana brianna caitlin camilla candice carina carlotta carly carmela carole catalina cathy chantal
	charlene chelsey cherie chiara chrissy christa christie ciara clare clarissa cleo connie cora cordelia courtney cristina dagmar dalia danica daphne darcy daria deb deirdre demi
	desiree dolores dominique donatella edie edwina elaine eliana elin eliza elke elle ellie elsbeth elvira emilie emmanuelle erika erna esperanza estelle eunice evangeline evie farah
	faye felicia felicity fiona florencia franca francesca francine freya frida frieda gabby gabriella gabrielle georgina germaine gertrud gia gina ginny giovanna gisela giulia grace
	graciela greer gunilla gwendolyn hadley hana hayley hedwig henriette hilary hilda ilana ilse imelda inna inés irma isabelle isla jacinta jamila jana janelle janine jasmin jasmine
	jayne jenna jennie jenny jessie jillian joann jocelyn jodi jolene josefina josie juliana julianna julianne juliet juliette justine karina karla karolina kasia katarina katarzyna
	katerina katharina kathrin katja katrina katya kayleigh kelsey kendra keri kerry khadija kiera kimberley kira krista kristi kristina lana larissa latoya laurie leanne leona leslie
	leticia letitia liesel liliana lina lisbeth liz liza lizzie lois lola lorena loretta louisa lucinda lucía luisa lupe luz mackenzie magda magdalena maja malia mandy manuela marcela
	maren margarete margarita margot margret mariana marielle marina marisa marisol marissa marit marta martina maryam matilda maud maura maya mckenzie meghna mehwish melina melinda
	melody mercedes meredith mica michaela michele milena millicent millie mindy minnie mira miranda moira monique morgana myra mónica nadezhda nasrin natasha nayeli nessa nia nicola
	nicolette nigella nikita nimrat noa noelle noor noreen nuria odessa odette oona ophelia oprah orla patrice patti perla philippa phoebe pia pippa polina polly portia preeti priscila
	rachelle raisa ramona rana raquel rebekah reese rena renata renee renée rhoda rihanna rina rochelle romy rosalia rosalind rosanna rosario roseanne rosie rowena roxanne ruthie
	sabina sade salma samia sana sanna saoirse sasha selena selma serena shannon shauna shawna shelley sherri sheryl shirin shreya silvia simona siobhan sofia sofie sofía solange
	sondra soraya stacey stacy stefanie susana susie suzanna svenja tabitha talia tamara tamika tammy tania tasha tessa thea therese tilda toni tonya tricia trina trudy ulla uma
	valeria vanda velma verena vicki vicky viola viviana vivien vivienne whitney wilhelmina winnie xenia ximena yael yasmin yasmine yelena yesenia yvette zara zeinab zelda zoya`

const menNames = `james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george
	timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry
	tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah jeremy christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse
	bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip phillip eugene bill bob mike jim tom tim dave dan
	steve jeff greg matt chris nick tony ben ted ned sam alex barack bernie mitt newt marco jeb rand ron rick lindsey mitch harry chuck tim barney bernard vladimir sergei sergey igor
	dmitry dmitri ivan mikhail nikolai nicolas boris oleg yuri viktor andrei anatoly alexei pavel konstantin juan carlos jorge luis miguel pedro manuel francisco javier fernando rafael
	diego pablo ricardo eduardo enrique alberto roberto antonio sergio mario giovanni giuseppe luigi marco matteo paolo pierre jacques françois francois emmanuel louis philippe michel
	laurent antoine olivier julien hans klaus jürgen jurgen wolfgang dieter heinz gerhard helmut stefan andreas markus matthias tobias florian ahmed mohammed muhammad mohamed ali hassan
	hussein omar ibrahim yusuf khalid abdullah saddam bashar mahmoud benjamin binyamin avi yitzhak shimon ehud hiroshi kenji takashi shinzo jinping narendra rahul imran nigel graham neil
	ian colin stuart simon gordon tony gavin craig trevor derek leo oliver oscar felix hugo lars sven erik anders jens magnus bjorn olaf recep abdel hamid karl kurt fred phil doug don
	rob jon josh zach danny johnny jimmy tommy andy ray ken marc luke lou lenny hank dwight clarence clark clint curtis earl elliot glenn grant howard isaac ivan jared joel kirk lance
	lloyd marvin maurice melvin neal norman otto perry preston ricky roland ross rudy rudolph seth stanley ted theodore tyrone vernon victor wesley warren elon julian edwin brock lars elias martin colin jonas henry gus leo ivo pedro jun bobby cory clay cody damon darren darrell desmond
	dominic duncan dustin dwayne edgar edmund elmer emil ernest ernie evan felipe ferdinand floyd franklin freddie frederick gene geoffrey gilbert glen gordon harvey henri herbert herman
	homer horace ignacio irving isaiah jaime jamie javier jeffery jefferson jerome joey johann jorge julius kenny kent kirk lamar lawrence leland leon leonard leonardo leroy lester lewis lionel
	lorenzo lucas malcolm marcus marty mauricio micah milton mitchell morris moses myron nathaniel ned nelson nolan oscar owen percy pete phil ralph ramon randall raul
	reginald rene rex reuben rodney rodrigo roland roman rory ruben rufus salvador sammy santiago saul sebastian seymour shane sheldon sidney spencer stewart terence terrence tobias todd tommy
	travis trent troy vance vernon virgil wallace walt warren wendell wilbur wilfred winston woodrow zack alejandro andre bernardo cesar emilio ernesto esteban gustavo ismael jesus joaquin
	jürgen günter günther horst lothar ludwig manfred norbert rainer reinhard rolf rudolf siegfried ulrich uwe volker werner wilhelm andrej dieter pavel pawel piotr tomasz jiri milan zoran
	abe abel abraham adem adolf adrian ahmad aidan akira alain alastair albrecht alden alec alejo aleksandar aleksandr aleksei alessandro alexandre alexandru alfie alfonso alfred
	alfredo alistair allan allen alonzo alvaro alvin amadou amir amos anatole angelo angus ansel antonin antti anwar archie ari arjun armand armando arne arnold arturo arvind ashok
	ashraf asif augustin augusto avraham aziz baldwin barrett bart bartholomew basil bastian benedict benito benny bernd bertrand blake bogdan boyd brad braden brendan brent brett
	bruno bryce burt caleb callum calum calvin camilo carlo carlton casey cecil cedric chet christoph christophe ciaran claude claus clayton clifford clifton clive colby connor conor
	corey cornelius cyril cyrus damian damien damir daniele danilo dario darius darryl darwin dashiell davide dean declan deepak delroy denis denny derrick devin dexter dilip dimitri
	dion dirk dmitriy dmytro domenico dominik donnie dorian doyle dusan eamon eamonn eddie edgardo eitan eli eliot elisha elvis emanuel emerson emile emmett enda enrico enzo eoin erich
	erick ernst errol erwin espen ettore eugen evander evgeny ezekiel ezra fabian fabio fabrizio faisal fareed farid federico fergus fidel filip filippo flavio florent floris francesco
	francis franck frankie franz fredrik fritz gareth garrett garry gaston genaro geoff gerard gerardo gerd gerry giacomo giancarlo gianluca gil giles gino giorgio glyn godfrey goran
	graeme gregg gregor guido guillaume guillermo gunnar gwyn habib hadi hakeem hakim hamza hannes hans-peter haruki hasan haydn hector heiko helge hendrik henrik henrique herb hernan
	hideo hilario hosni howie hubert hugh humberto husain ignatius ilya inigo irvin irwin ismail issam ivar jaap jakob jakub jalen jamal jameel jaroslav jarrod javad jaxon jean-claude
	jean-luc jean-marie jean-pierre jedidiah jeremiah jermaine jethro jimmie joachim joakim joao jochen johan johannes jonah jonny jordi joris josef josep josiah jozef joão judah judd
	jude julio kamal kareem karim karl-heinz karsten kaspar keanu keegan keir kelvin kermit kieran kirill knut kofi kristian kristof kunal kwame kyrie lachlan lasse laszlo laurence
	leandro lech leif lennart leonid leopold liam lino linus ljubomir lorne luca lucian luciano lucien luka lukas luther lyndon mahmud manny manolo manu marcelo marcin marcio marek
	mariano marius marlon marten martijn marwan mateo mateus mathew mathieu matias mats maurizio mauro maximilian mehdi mehmet mel mervyn micheal mickey mihai mikael milo milos mirko
	mohamad mohammad mohan mort mustafa nadav nadir naftali nasser nathanial neville nicklas niels nikhil niklas nikola nikos nils nuno octavio oded odell oleksandr omer orson orville
	oswald otis paddy pascal patricio patrik pauli paulo pavlos peder percival petr petros phineas pieter pietro prakash quentin raheem rajesh ralf ramesh ramiro ranjit raoul rashid
	rasmus ravi reggie reinhold remy renato reynaldo rhett rhys riccardo richie rishi roald robbie rocco roddy roderick rogelio rolando romain romeo ronan ronnie roque roscoe rui rune
	rupert russ sachin sadiq saif salman salvatore samir sancho sandeep sandro sanjay satoshi seamus sebastián serge sergiu shamus shaquille shaun shawn shigeru sigmund silas silvio
	simeon slobodan spiro stanislav stavros stefano steffen sunil svein tadeusz tariq teddy teun thaddeus theo theodor thibault thierry tiago tibor timo tito tobin toby tod tomas tomás
	tore tristan tyrese umar umberto urs vaclav valentin valentino valery vicente vijay vikas vikram vince vincenzo vinny vito vlad vladislav volodymyr waldo walid wes wilbert wilfredo
	willard willem wilmer winfried wolfram wyatt xavier yair yann yannick yehuda yiannis yusef yves zachariah zane zeke ziad zoltan`
