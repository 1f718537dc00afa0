import { shelf, type Shelf } from './shelf';

/** Real films: names, years and genres are facts. */
export const films: readonly Shelf[] = [
  shelf(
    'Film, Sci-Fi, Action',
    `The Matrix 1999 > The Matrix Reloaded 2003 > The Matrix Revolutions 2003;
    The Terminator 1984 > Terminator 2: Judgment Day 1991; Alien 1979 > Aliens 1986 > Alien 3 1992;
    RoboCop 1987; Total Recall 1990; The Fifth Element 1997; Minority Report 2002;
    District 9 2009; Edge of Tomorrow 2014; Snowpiercer 2013; The Wandering Earth 2019`,
  ),
  shelf(
    'Film, Sci-Fi, Adventure',
    `Star Wars 1977 > The Empire Strikes Back 1980 > Return of the Jedi 1983;
    Back to the Future 1985 > Back to the Future Part II 1989 > Back to the Future Part III 1990;
    Jurassic Park 1993 > The Lost World: Jurassic Park 1997; Avatar 2009;
    E.T. the Extra-Terrestrial 1982; Dune 2021 > Dune: Part Two 2024; Planet of the Apes 1968;
    Guardians of the Galaxy 2014; Galaxy Quest 1999`,
  ),
  shelf(
    'Film, Sci-Fi, Drama',
    `Inception 2010; Interstellar 2014; 2001: A Space Odyssey 1968; Arrival 2016;
    Blade Runner 1982 > Blade Runner 2049 2017; Eternal Sunshine of the Spotless Mind 2004;
    Solaris 1972; Stalker 1979; Her 2013; Gattaca 1997; Ex Machina 2014; Moon 2009;
    Children of Men 2006; Gravity 2013; Metropolis 1927`,
  ),
  shelf(
    'Film, Superheroes, Action',
    `The Avengers 2012 > Avengers: Infinity War 2018 > Avengers: Endgame 2019;
    Batman Begins 2005 > The Dark Knight 2008 > The Dark Knight Rises 2012;
    Iron Man 2008 > Iron Man 2 2010; Spider-Man 2002 > Spider-Man 2 2004; Black Panther 2018;
    Spider-Man: Into the Spider-Verse 2018; Wonder Woman 2017; X-Men 2000 > X2 2003;
    Superman 1978; Logan 2017; Deadpool 2016`,
  ),
  shelf(
    'Film, Fantasy, Adventure',
    `The Lord of the Rings: The Fellowship of the Ring 2001 >
    The Lord of the Rings: The Two Towers 2002 >
    The Lord of the Rings: The Return of the King 2003;
    Harry Potter and the Sorcerer's Stone 2001 > Harry Potter and the Chamber of Secrets 2002 >
    Harry Potter and the Prisoner of Azkaban 2004; The Princess Bride 1987; Pan's Labyrinth 2006;
    Pirates of the Caribbean: The Curse of the Black Pearl 2003; The NeverEnding Story 1984;
    The Chronicles of Narnia: The Lion, the Witch and the Wardrobe 2005; Labyrinth 1986;
    Stardust 2007; Edward Scissorhands 1990`,
  ),
  shelf(
    'Film, Crime, Drama',
    `The Godfather 1972 > The Godfather Part II 1974 > The Godfather Part III 1990;
    Pulp Fiction 1994; The Shawshank Redemption 1994; Goodfellas 1990; Fight Club 1999;
    City of God 2002; Scarface 1983; Taxi Driver 1976; Casino 1995; Heat 1995;
    Reservoir Dogs 1992; The Departed 2006; Once Upon a Time in America 1984;
    Infernal Affairs 2002; L.A. Confidential 1997; A Prophet 2009`,
  ),
  shelf(
    'Film, Thriller, Mystery',
    `The Silence of the Lambs 1991; Se7en 1995; Memento 2000; The Usual Suspects 1995;
    Shutter Island 2010; Gone Girl 2014; The Prestige 2006; Zodiac 2007; Knives Out 2019;
    Prisoners 2013; The Secret in Their Eyes 2009; Mystic River 2003; Mulholland Drive 2001;
    Donnie Darko 2001; No Country for Old Men 2007; Fargo 1996`,
  ),
  shelf(
    'Film, Noir, Classics',
    `Casablanca 1942; Citizen Kane 1941; Psycho 1960; Vertigo 1958; Rear Window 1954;
    12 Angry Men 1957; Sunset Boulevard 1950; Double Indemnity 1944; The Maltese Falcon 1941;
    North by Northwest 1959; The Third Man 1949; Chinatown 1974; M 1931; Touch of Evil 1958;
    The Big Sleep 1946; Laura 1944`,
  ),
  shelf(
    'Film, Horror',
    `The Shining 1980; The Exorcist 1973; Jaws 1975; Get Out 2017; Halloween 1978; The Thing 1982;
    A Nightmare on Elm Street 1984; Scream 1996 > Scream 2 1997; Rosemary's Baby 1968;
    The Ring 2002; Hereditary 2018; The Blair Witch Project 1999; Suspiria 1977; Carrie 1976;
    Let the Right One In 2008; Nosferatu 1922; The Babadook 2014`,
  ),
  shelf(
    'Film, War, History',
    `Schindler's List 1993; Saving Private Ryan 1998; Apocalypse Now 1979; Gladiator 2000;
    Braveheart 1995; Full Metal Jacket 1987; Platoon 1986; Lawrence of Arabia 1962; 1917 2019;
    Dunkirk 2017; Inglourious Basterds 2009; Das Boot 1981; Come and See 1985; Paths of Glory 1957;
    Oppenheimer 2023; The Bridge on the River Kwai 1957; Downfall 2004`,
  ),
  shelf(
    'Film, Western',
    `A Fistful of Dollars 1964 > For a Few Dollars More 1965 >
    The Good, the Bad and the Ugly 1966; Django Unchained 2012; Once Upon a Time in the West 1968;
    Unforgiven 1992; True Grit 2010; High Noon 1952; The Searchers 1956;
    Butch Cassidy and the Sundance Kid 1969; The Magnificent Seven 1960; Rio Bravo 1959;
    Stagecoach 1939; The Wild Bunch 1969`,
  ),
  shelf(
    'Film, Romance, Comedy',
    `When Harry Met Sally 1989; Notting Hill 1999; Pretty Woman 1990; Love Actually 2003;
    Groundhog Day 1993; Bridget Jones's Diary 2001; Sleepless in Seattle 1993; Amélie 2001;
    Four Weddings and a Funeral 1994; Clueless 1995; Roman Holiday 1953; Annie Hall 1977;
    10 Things I Hate About You 1999; Crazy Rich Asians 2018; The Apartment 1960`,
  ),
  shelf(
    'Film, Romance, Drama',
    `Titanic 1997; Before Sunrise 1995 > Before Sunset 2004 > Before Midnight 2013;
    Pride & Prejudice 2005; Lost in Translation 2003; The Notebook 2004; Gone with the Wind 1939;
    Sense and Sensibility 1995; Brokeback Mountain 2005; Call Me by Your Name 2017; Atonement 2007;
    Doctor Zhivago 1965; Out of Africa 1985; Portrait of a Lady on Fire 2019; Past Lives 2023`,
  ),
  shelf(
    'Film, Comedy',
    `The Big Lebowski 1998; Monty Python and the Holy Grail 1975 > Life of Brian 1979;
    The Grand Budapest Hotel 2014; Some Like It Hot 1959; Ghostbusters 1984; Superbad 2007;
    The Intouchables 2011; Airplane! 1980; Hot Fuzz 2007; Shaun of the Dead 2004; Borat 2006;
    Little Miss Sunshine 2006; Young Frankenstein 1974; Dumb and Dumber 1994; Modern Times 1936`,
  ),
  shelf(
    'Film, Animation, Family',
    `Toy Story 1995 > Toy Story 2 1999 > Toy Story 3 2010; The Lion King 1994; Finding Nemo 2003;
    Shrek 2001 > Shrek 2 2004; WALL·E 2008; Up 2009; Frozen 2013 > Frozen II 2019;
    The Incredibles 2004; Ratatouille 2007; Beauty and the Beast 1991; Aladdin 1992; Coco 2017;
    Inside Out 2015; How to Train Your Dragon 2010; Mulan 1998; The Iron Giant 1999`,
  ),
  shelf(
    'Film, Animation, Anime',
    `Spirited Away 2001; Princess Mononoke 1997; My Neighbor Totoro 1988;
    Howl's Moving Castle 2004; Akira 1988; Your Name 2016; Ghost in the Shell 1995;
    Grave of the Fireflies 1988; Kiki's Delivery Service 1989; Castle in the Sky 1986; Paprika 2006;
    Nausicaä of the Valley of the Wind 1984; Perfect Blue 1997; A Silent Voice 2016`,
  ),
  shelf(
    'Film, Musical',
    `The Sound of Music 1965; La La Land 2016; Singin' in the Rain 1952; Grease 1978; Chicago 2002;
    Moulin Rouge! 2001; The Wizard of Oz 1939; Mary Poppins 1964; West Side Story 1961;
    Cabaret 1972; The Blues Brothers 1980; My Fair Lady 1964; Les Misérables 2012;
    The Umbrellas of Cherbourg 1964; Lagaan 2001`,
  ),
  shelf(
    'Film, Chinese cinema, Martial arts',
    `Crouching Tiger, Hidden Dragon 2000; Hero 2002; House of Flying Daggers 2004; Ip Man 2008 >
    Ip Man 2 2010; Kung Fu Hustle 2004; Enter the Dragon 1973; Drunken Master 1978;
    Once Upon a Time in China 1991 > Once Upon a Time in China II 1992; A Touch of Zen 1971;
    Dragon Inn 1967; Police Story 1985; The 36th Chamber of Shaolin 1978; The Assassin 2015`,
  ),
  shelf(
    'Film, Chinese cinema, Drama',
    `In the Mood for Love 2000; Farewell My Concubine 1993; Chungking Express 1994;
    Raise the Red Lantern 1991; To Live 1994; Yi Yi 2000; A Brighter Summer Day 1991;
    Eat Drink Man Woman 1994; Red Sorghum 1988; A City of Sadness 1989; Happy Together 1997;
    Still Life 2006; Days of Being Wild 1990; Let the Bullets Fly 2010; Spring in a Small Town 1948`,
  ),
  shelf(
    'Film, Japanese and Korean cinema, Drama',
    `Parasite 2019; Oldboy 2003; Seven Samurai 1954; Rashomon 1950; Tokyo Story 1953;
    Memories of Murder 2003; Drive My Car 2021; Shoplifters 2018; Ikiru 1952; The Handmaiden 2016;
    Burning 2018; Yojimbo 1961 > Sanjuro 1962; Ran 1985; Ugetsu 1953; Train to Busan 2016`,
  ),
  shelf(
    'Film, European cinema, Drama',
    `Cinema Paradiso 1988; Life Is Beautiful 1997; The Lives of Others 2006; The Seventh Seal 1957;
    Bicycle Thieves 1948; 8½ 1963; The 400 Blows 1959; La Dolce Vita 1960; Breathless 1960;
    Wings of Desire 1987; Persona 1966; Three Colours: Blue 1993 > Three Colours: White 1994 >
    Three Colours: Red 1994; Amour 2012; Wild Strawberries 1957; All About My Mother 1999`,
  ),
  shelf(
    'Film, Documentary',
    `Bowling for Columbine 2002; March of the Penguins 2005; Man on Wire 2008; Free Solo 2018;
    Searching for Sugar Man 2012; The Act of Killing 2012; Grizzly Man 2005; Hoop Dreams 1994;
    Koyaanisqatsi 1982; My Octopus Teacher 2020; Senna 2010; Shoah 1985; Citizenfour 2014;
    Man with a Movie Camera 1929`,
  ),
];
