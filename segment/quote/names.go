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
	imogen inge ingeborg jeannette johanna judi karin katrin kerstin lotte luise margit mathilde monika nadine renate silke sonja susanne tanja ute anja anke antje`

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
	jürgen günter günther horst lothar ludwig manfred norbert rainer reinhard rolf rudolf siegfried ulrich uwe volker werner wilhelm andrej dieter pavel pawel piotr tomasz jiri milan zoran`
