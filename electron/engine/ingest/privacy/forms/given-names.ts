/** Common given names in Latin letters, without accents, and in Cyrillic; in lower case. */
const NAMES = `
  aaron abby abdul abel abigail ada adam adele adrian adriana agata agnes agnieszka ahmad ahmed aiko aisha akira alain alan albert alberto alejandra alejandro
  aleksander aleksandra alessandra alessandro alessia alex alexander alexandra alexandre alexandru alexei alexis alfonso alfred alfredo ali alice alicia alina
  alison allison alma alvaro alyssa amanda amar amber amelia amelie amina amir amit amy ana anastasia anders andre andrea andreas andrei andres andrew andrzej
  andy angel angela angelica angelina anika anil anita anja ann anna annabelle anne annette annie annika anouk anthony antoine anton antonia antonio anuj anya
  april arianna ariel arjun arlene armando arnaud arthur arturo asha ashley astrid august aurelie aurora ava ayesha aylin ayse barbara bart bartosz beata beate
  beatrice beatriz becky belen ben benedict benjamin benoit berat bernadette bernard bernd bernhard berta beth bethany betty beverly bianca bill birgit bjorn
  blanca bob bogdan bonnie boris brad bradley brandon brenda brent brett brian brianna bridget brigitte brittany brooke bruce bruno bryan burak caitlin caleb
  cameron camila camille carl carla carlo carlos carmen carol carole carolina caroline caroline carolyn carrie carsten casey caspar catalina caterina catherine
  cathy cecile cecilia celia celine cesar chantal charles charlie charlotte chelsea cheryl chiara chloe chris christa christian christiane christina christine
  christoph christophe christopher christy cindy claire clara clarissa claude claudia claudio claus clemens cody colin colleen connor conrad constance corinna
  corinne cornelia courtney craig cristian cristina crystal curtis cynthia daisy damian damien dan dana daniel daniela daniele danielle danny daria darius darren
  daryl dave david dawn dean deborah deepak deepika delphine denis denise dennis derek diana diane diego dieter dilip dimitri dinesh dirk dmitri dmitry dominic
  dominik dominique don donald donna dora doreen dorothea dorothy doris douglas duncan dustin dylan earl eddie edgar edith eduardo edward edwin eileen elaine
  elena eleni eleanor eleonora elias elif elisa elisabeth elise eliza elizabeth ella ellen elliot eloise elsa elvira emanuel emil emilia emilie emilio emily emma
  emmanuel emmanuelle emre enrico enrique erdem eric erica erich erik erika erin ernest ernesto erwin esmeralda esteban esther ethan eugene eugenia eva evan
  eveline evelyn ewa fabian fabien fabio fabiola fabrice farah fatemeh fatima fatma federica federico felicia felicity felipe felix ferdinand fernanda fernando
  filip fiona flavia flora florence florian fraser frances francesca francesco francis francisca francisco franck francois francoise frank franz franziska fred
  frederic frederick frederik fredrik frieda friedrich gabriel gabriela gabriele gabriella gary gavin geert gemma genevieve geoffrey georg george georges georgia
  gerald geraldine gerard gerd gerhard gertrud gianluca gilbert gilles gina giorgio giovanna giovanni gisela giulia giuseppe glen glenn gloria gonzalo gordon grace
  graham grant greg gregor gregory greta gretchen guido guillaume guillermo gunnar gunter gustav gustavo guy hailey hakan hamza hanna hannah hannes hans harald
  harold harriet harry hartmut hasan hassan hazel heather hector heidi heike heiko heinrich heinz helen helena helene helga helmut henri henrik henry herbert
  herman hilary hilda hiroshi holger holly hope horst howard hugh hugo hussein ian ibrahim ida ignacio igor ilaria ilona ilse imran ines inga inge ingeborg ingo
  ingrid irena irene irina iris irma isaac isabel isabella isabelle ismail ivan ivana ivy jack jackie jacob jacqueline jacques jade jaime jake jakob jakub james
  jamie jan jana jane janet janice janine jared jaroslaw jasmin jasmine jason javier jay jayden jean jeanette jeanne jeff jeffery jeffrey jelena jennifer jenny
  jens jeremy jerome jerry jesper jess jesse jessica jesus jill jim jimmy jin joan joana joann joanna joao joachim joaquin jochen joe joel joerg johan johann
  johanna johannes john johnny jolanda jon jonas jonathan jordan jorg jorge jose josef josefina joseph josephine josh joshua joy joyce juan juana judith judy jules
  julia julian juliana juliane julie julien juliet julio julius june jurgen justin justine justyna kai karen karin karl karla karolina karsten kasper kate
  katharina katherine kathleen kathrin kathryn kathy katia katie katja katrin kay keith kelly kelsey ken kenji kenneth kerstin kevin khalid kim kimberly kirsten
  klara klaus konrad konstantin kristen kristian kristin kristina krystyna krzysztof kumar kurt kyle lara larissa larry lars laura lauren laurence laurent lea leah
  lee leila lena leo leon leona leonard leonardo leonie leslie leticia lidia liam liesl lili lilian lily lina linda lindsay lindsey linus lisa liselotte lloyd lois
  lola lorena lorenzo loretta lori lothar lotte louis louisa louise luc luca lucas lucia luciano lucie lucy ludovic ludwig luis luisa luise lukas luke luz lydia
  lynn maarten mabel madeleine madison mads magda magdalena magnus mahmoud maike maja malgorzata malin mandy manfred manon manuel manuela mara marc marcel marcela
  marcelo marcia marcin marco marcos marcus margaret margarita margherita margot maria mariam marian mariana marianne marie marija marilyn marina mario marion
  marisa marisol marissa marius mark marko markus marlene marta marten martha martin martina martine marvin mary maryam massimo mateo mateusz mathias mathieu
  mathilde matilda matt matteo matthew matthias matthieu maureen maurice mauricio max maxime maximilian maya megan mehmet melanie melinda melissa mercedes meredith
  mia michael michaela michal michel michela michele michelle miguel mike mikhail milan milena mina mindy mireille miriam mohamed mohammad mohammed molly mona
  monica monika morgan moritz muhammad mustafa myriam nadia nadine nadja nancy naomi natalia natalie natasha nathalie nathan neha neil nelly nicholas nick nicola
  nicolas nicole niels nikhil nikita niklas nikolai nils nina noah noel noelia noemi nora norbert norma norman olaf ole oleg olga olivia oliver olivier omar oscar
  oskar osman otto owen pablo paloma pamela paola paolo pascal patricia patricio patrick patrik patty paul paula pauline pavel pawel pedro peggy penelope peter
  petra philip philipp philippe phillip phoebe phyllis pia pierre pieter pietro pilar piotr pooja prakash priya rachel rafael rahul rainer raj raja rajesh ralf
  ralph ramon ramona randy raphael raquel raul raymond rebecca regina reinhard rekha renata renate rene renee ricardo riccardo richard rick rita robert roberta
  roberto robin rocio rodney rodrigo roger rohan roland rolf roman ron ronald ronja ronny rosa rosalie rosario rose rosemarie rosemary rosie roxana roy ruben rudolf
  rudy rui rupert russell ruth ryan sabina sabine sabrina sally salvatore sam samantha samir samira samuel sandeep sandra sandro sandy sanjay santiago sara sarah
  sascha saskia satoshi scott sean sebastian sebastien selena selim selina serena serge sergei sergio seth shannon sharon sheila shelly sherry shirley sibylle
  siegfried sigrid silke silvana silvia simon simona simone sina sofia sofie solene sonia sonja sonya sophia sophie soren stacey stacy stanislaw stefan stefania
  stefanie steffen stella stephan stephanie stephen steve steven stewart stuart sue sunil susan susana susanna susanne suzanne sven svenja svetlana swati sylvain
  sylvia sylvie tamara tania tanja tanya tara tatiana ted teresa terry thea theo theodor theodore theresa therese thierry thomas tiago tiffany till tim timo timothy
  tina tobias todd tom tomas tomasz tommaso tommy tony torsten tracey tracy travis trevor tristan troy udo ulf ulla ulrich ulrike umar ursula ute uwe valentin
  valentina valeria valerie vanessa vera verena veronica veronika veronique vicente vicki vicky victor victoria vijay viktor viktoria vincent vincenzo viola
  virginia virginie vivian vladimir volker walter waltraud wanda wayne wendy werner wilfried wilhelm will willem william willy wolfgang xavier ximena yael yan
  yann yannick yasmin yasmine yolanda youssef yuki yusuf yvette yvonne zachary zahra zeynep zoe zofia
  александр алексей анастасия андрей анна антон борис вадим валентина василий вера виктор виктория виталий владимир галина дарья денис дмитрий евгений екатерина
  елена иван игорь илья ирина кирилл константин ксения людмила максим марина мария михаил надежда наталья никита николай оксана олег ольга павел пётр роман светлана
  сергей софия степан татьяна фёдор юлия юрий`;

const names: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));

export const isGivenName = (word: string): boolean => names.has(word);
