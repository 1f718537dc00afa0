import type { Role } from '../plan';

export type Roles = Readonly<Partial<Record<Role, number>>>;

/**
 * What columns of these names hold. A role goes to the column whose name says
 * little else: `user_id` before `user_session`, `title` before `original_title`.
 */
export function rolesByName(names: readonly string[]): Roles {
  const roles: Partial<Record<Role, number>> = {};
  const best: Partial<Record<Role, number>> = {};
  names.forEach((name, column) => {
    const match = matchName(name);
    if (match === null || match.cost >= (best[match.role] ?? Infinity)) return;
    roles[match.role] = column;
    best[match.role] = match.cost;
  });
  return withFallbacks(roles, names);
}

interface Match {
  readonly role: Role;
  /** How far the name is from the plainest for that role. */
  readonly cost: number;
}

/** What a name may say to have a role; the plainest words come first. */
interface Pattern {
  readonly role: Role;
  readonly words: readonly string[];
  /** Words that may stand beside them at no cost. */
  readonly beside: readonly string[];
  /** How many further words it may have. */
  readonly spare: number;
}

const userWords = [
  ...['user', 'username', 'uid', 'customer', 'visitor', 'reviewer', 'member', 'person', 'client'],
  ...['account', 'reader', 'viewer', 'listener', 'profile', 'session'],
  ...['utilisateur', 'usuario', 'benutzer', 'nutzer', 'kunde', 'utente', 'cliente', 'gebruiker'],
  ...['пользователь', 'клиент', '用户', '用戶', '客户', '会员', 'ユーザー', '사용자', '고객'],
];
const itemWords = [
  ...['item', 'iid', 'movie', 'film', 'book', 'product', 'isbn', 'asin', 'sku', 'article'],
  ...['artist', 'track', 'song', 'album', 'game', 'anime', 'manga', 'show', 'series', 'video'],
  ...['recipe', 'restaurant', 'business', 'venue', 'place', 'hotel', 'course', 'news', 'app'],
  ...[
    'artikel',
    'produkt',
    'buch',
    'produit',
    'livre',
    'articulo',
    'pelicula',
    'libro',
    'producto',
  ],
  ...['prodotto', 'boek', 'товар', 'фильм', 'книга'],
  ...['物品', '商品', '电影', '影片', '图书', '书籍', '音乐', 'アイテム', '映画', '상품', '영화'],
];
const valueWords = [
  ...['rating', 'score', 'stars', 'star', 'rate', 'value', 'overall', 'grade', 'preference'],
  ...['feedback', 'weight', 'plays', 'playcount', 'listens', 'clicks', 'count'],
  ...[
    'bewertung',
    'note',
    'puntuacion',
    'valoracion',
    'calificacion',
    'voto',
    'nota',
    'beoordeling',
  ],
  ...['оценка', 'рейтинг', '评分', '評分', '打分', '得分', '評価', '평점', '점수'],
];
const timeWords = [
  ...['timestamp', 'time', 'datetime', 'date', 'unixtime', 'ts', 'created', 'datum', 'zeit'],
  ...['zeitstempel', 'horodatage', 'heure', 'fecha', 'hora', 'data', 'ora', 'tijd'],
  ...['дата', 'время', '时间', '時間', '日期', '日付', '日時', '시간', '날짜'],
];
const titleWords = ['title', 'name', 'titel', 'titre', 'titulo', 'titolo', 'nom', 'nombre'].concat(
  ...[['название', '标题', '標題', '片名', '书名', '名称', 'タイトル', '제목']],
);
const yearWords = [
  'year',
  'release',
  'released',
  'publication',
  'published',
  'jahr',
  'annee',
].concat(...[['ano', 'anno', 'год', '年份', '年代', '上映', '出版', '연도']]);
const genreWords = ['genres', 'genre', 'category', 'categories', 'gattung', 'kategorie'].concat(
  ...[
    [
      'categorie',
      'genero',
      'generos',
      'categoria',
      'genere',
      'жанр',
      '类型',
      '类别',
      '分类',
      '장르',
    ],
  ],
);

/** In order: `release_date` is a year, `rating_date` a time, `user_rating` a value. */
const patterns: readonly Pattern[] = [
  { role: 'year', words: yearWords, beside: [...itemWords, 'of', 'date', 'original'], spare: 0 },
  { role: 'genres', words: genreWords, beside: itemWords, spare: 0 },
  { role: 'title', words: titleWords, beside: itemWords, spare: 0 },
  { role: 'time', words: timeWords, beside: valueWords, spare: 1 },
  { role: 'value', words: valueWords, beside: [...userWords, ...itemWords], spare: 1 },
  { role: 'user', words: userWords, beside: [], spare: 1 },
  { role: 'item', words: itemWords, beside: [], spare: 1 },
];

function matchName(name: string): Match | null {
  const words = wordsOf(name);
  for (const { role, words: known, beside, spare } of patterns) {
    const rank = known.findIndex((word) => words.includes(word));
    const extra = words.filter((word) => !known.includes(word) && !beside.includes(word)).length;
    if (rank >= 0 && extra <= spare) return { role, cost: extra * 100 + rank };
  }
  return null;
}

/** `userId`, `User-ID`, `userid` and `user` are all [user]; `用户ID` is [用户]. */
function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .normalize('NFC');
  const spaced = plain
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lo})(\p{ASCII})/gu, '$1 $2');
  const words = spaced.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.map(withoutId).filter((word) => word !== '');
}

function withoutId(word: string): string {
  if (['id', 'ids', 'no', 'nr', 'key', '编号'].includes(word)) return '';
  return word.replace(/(?<=..)id$|编号$/, '');
}

/** A plain `id` beside a title is the item's; where only a title says what was chosen, it is the id. */
function withFallbacks(roles: Roles, names: readonly string[]): Roles {
  if (roles.item !== undefined || roles.title === undefined) return roles;
  const id = names.findIndex((name) => name.trim().toLowerCase() === 'id');
  if (id >= 0) return { ...roles, item: id };
  return roles.user === undefined ? roles : { ...roles, item: roles.title };
}
