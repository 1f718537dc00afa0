import { shelf, type Shelf } from './shelf';

/** Real books: names, years and genres are facts. */
export const books: readonly Shelf[] = [
  shelf(
    'Book, Sci-Fi',
    `Dune 1965 > Dune Messiah 1969 > Children of Dune 1976; The Three-Body Problem 2008 >
    The Dark Forest 2008 > Death's End 2010; The Hitchhiker's Guide to the Galaxy 1979 >
    The Restaurant at the End of the Universe 1980; Foundation 1951 > Foundation and Empire 1952 >
    Second Foundation 1953; Neuromancer 1984; The Left Hand of Darkness 1969; Solaris 1961;
    Ender's Game 1985; Hyperion 1989 > The Fall of Hyperion 1990; The Martian 2011; Kindred 1979`,
  ),
  shelf(
    'Book, Fantasy',
    `The Hobbit 1937; Harry Potter and the Philosopher's Stone 1997 >
    Harry Potter and the Chamber of Secrets 1998 > Harry Potter and the Prisoner of Azkaban 1999;
    The Fellowship of the Ring 1954 > The Two Towers 1954 > The Return of the King 1955;
    A Game of Thrones 1996 > A Clash of Kings 1998 > A Storm of Swords 2000; Good Omens 1990;
    The Name of the Wind 2007 > The Wise Man's Fear 2011; A Wizard of Earthsea 1968 >
    The Tombs of Atuan 1971; American Gods 2001; The Last Unicorn 1968; Piranesi 2020`,
  ),
  shelf(
    'Book, Mystery, Thriller',
    `The Girl with the Dragon Tattoo 2005 > The Girl Who Played with Fire 2006;
    And Then There Were None 1939; Murder on the Orient Express 1934; The Da Vinci Code 2003;
    The Hound of the Baskervilles 1902; Gone Girl 2012; The Name of the Rose 1980;
    The Big Sleep 1939; Rebecca 1938; In Cold Blood 1966; The Secret History 1992;
    The Devotion of Suspect X 2005; The Talented Mr. Ripley 1955; The Moonstone 1868`,
  ),
  shelf(
    'Book, Dystopia',
    `Nineteen Eighty-Four 1949; The Hunger Games 2008 > Catching Fire 2009 > Mockingjay 2010;
    Brave New World 1932; Fahrenheit 451 1953; The Handmaid's Tale 1985 > The Testaments 2019;
    Never Let Me Go 2005; Animal Farm 1945; The Road 2006; A Clockwork Orange 1962; We 1924;
    Station Eleven 2014; The Memory Police 1994`,
  ),
  shelf(
    'Book, Classics, Romance',
    `Pride and Prejudice 1813; Jane Eyre 1847; Wuthering Heights 1847; Little Women 1868;
    Sense and Sensibility 1811; Emma 1815; Persuasion 1817; Great Expectations 1861;
    The Age of Innocence 1920; Madame Bovary 1857; Middlemarch 1871; A Room with a View 1908;
    Tess of the d'Urbervilles 1891; Love in the Time of Cholera 1985`,
  ),
  shelf(
    'Book, Classics, Russian literature',
    `Crime and Punishment 1866; Anna Karenina 1878; War and Peace 1869; The Brothers Karamazov 1880;
    The Master and Margarita 1967; Lolita 1955; Fathers and Sons 1862; Dead Souls 1842;
    Eugene Onegin 1833; The Idiot 1869; Doctor Zhivago 1957; A Hero of Our Time 1840;
    One Day in the Life of Ivan Denisovich 1962`,
  ),
  shelf(
    'Book, Modern classics',
    `To Kill a Mockingbird 1960; The Great Gatsby 1925; The Catcher in the Rye 1951;
    One Hundred Years of Solitude 1967; Lord of the Flies 1954; The Stranger 1942;
    Slaughterhouse-Five 1969; The Old Man and the Sea 1952; Catch-22 1961; Beloved 1987;
    Things Fall Apart 1958; Midnight's Children 1981; Mrs Dalloway 1925; The Trial 1925;
    Ulysses 1922; Pedro Páramo 1955; Ficciones 1944; Invisible Cities 1972`,
  ),
  shelf(
    'Book, Chinese literature',
    `Dream of the Red Chamber 1791; Journey to the West 1592; To Live 1993;
    Romance of the Three Kingdoms 1522; Fortress Besieged 1947; Red Sorghum 1986;
    The Legend of the Condor Heroes 1957 > The Return of the Condor Heroes 1959; Rickshaw Boy 1937;
    The True Story of Ah Q 1921; Water Margin 1589; Border Town 1934; Love in a Fallen City 1943;
    Chronicle of a Blood Merchant 1995; Life and Death Are Wearing Me Out 2006`,
  ),
  shelf(
    'Book, Japanese literature',
    `Norwegian Wood 1987; Kafka on the Shore 2002; The Wind-Up Bird Chronicle 1994; Kokoro 1914;
    No Longer Human 1948; Kitchen 1988; 1Q84 2009; Snow Country 1948; Convenience Store Woman 2016;
    The Temple of the Golden Pavilion 1956; The Tale of Genji 1021; I Am a Cat 1905;
    The Woman in the Dunes 1962; The Sailor Who Fell from Grace with the Sea 1963`,
  ),
  shelf(
    'Book, Nonfiction',
    `Sapiens 2011 > Homo Deus 2015; Thinking, Fast and Slow 2011; A Brief History of Time 1988;
    The Diary of a Young Girl 1947; Guns, Germs, and Steel 1997; Educated 2018;
    Gödel, Escher, Bach 1979; The Selfish Gene 1976; Cosmos 1980; Wild Swans 1991;
    Surely You're Joking, Mr. Feynman! 1985; Silent Spring 1962; The Art of War -500; Walden 1854;
    The Immortal Life of Henrietta Lacks 2010; Structures: Or Why Things Don't Fall Down 1978`,
  ),
  shelf(
    'Book, Children',
    `The Little Prince 1943; Alice's Adventures in Wonderland 1865 >
    Through the Looking-Glass 1871; Charlie and the Chocolate Factory 1964; Matilda 1988;
    Winnie-the-Pooh 1926; Charlotte's Web 1952; The Lion, the Witch and the Wardrobe 1950 >
    Prince Caspian 1951; Pippi Longstocking 1945; Where the Wild Things Are 1963; Momo 1973;
    Anne of Green Gables 1908; Holes 1998; The Secret Garden 1911; The Moomins and the Great Flood 1945`,
  ),
  shelf(
    'Book, Horror',
    `It 1986; The Shining 1977 > Doctor Sleep 2013; Dracula 1897; Frankenstein 1818; Carrie 1974;
    Pet Sematary 1983; The Haunting of Hill House 1959; Misery 1987; House of Leaves 2000;
    The Exorcist 1971; Interview with the Vampire 1976; The Turn of the Screw 1898;
    The Call of Cthulhu 1928; Mexican Gothic 2020`,
  ),
];
