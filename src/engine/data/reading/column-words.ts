/**
 * Words by which people name columns, in lower case and without accents; in each
 * list the plainest come first.
 */
export const userWords = list(`
  user username uid customer visitor reviewer member person client account reader viewer
  listener profile session utilisateur usuario benutzer nutzer kunde utente cliente gebruiker
  пользователь клиент 用户 用戶 客户 会员 ユーザー 사용자 고객`);

export const itemWords = list(`
  item iid movie film book product isbn parent asin sku article artist track song album game anime
  manga show series video recipe restaurant business venue place hotel course news app
  artikel produkt buch produit livre articulo pelicula libro producto prodotto boek
  товар фильм книга 物品 商品 电影 影片 图书 书籍 音乐 アイテム 映画 상품 영화`);

export const valueWords = list(`
  rating score stars star rate value overall grade preference feedback weight plays playcount
  listens clicks count bewertung sterne note puntuacion valoracion calificacion voto nota
  beoordeling оценка рейтинг 评分 評分 打分 得分 評価 평점 점수`);

export const timeWords = list(`
  unix timestamp time datetime date unixtime ts created when datum zeit zeitstempel horodatage heure
  fecha hora data ora tijd дата время 时间 時間 日期 日付 日時 시간 날짜`);

export const titleWords = list(`
  title name titel titre titulo titolo nom nombre название 标题 標題 片名 书名 名称 タイトル 제목`);

export const yearWords = list(`
  year release released publication published jahr annee ano anno год 年份 年代 上映 出版 연도`);

export const genreWords = list(`
  genres genre category categories gattung kategorie categorie genero generos categoria genere
  жанр 类型 类别 分类 장르`);

export const tagWords = list(`tag tags etiqueta etiquette schlagwort 标签 タグ 태그`);

export const friendWords = list(`friend friends trustee followee followed 好友`);

export const entityWords = list(`entity`);
export const headWords = list(`head subject`);
export const relationWords = list(`relation predicate`);
export const tailWords = list(`tail object`);

/** What tables of people have columns of, beside their ids. */
export const demographicWords = list(`
  age gender sex occupation job profession zip zipcode postcode postal country city region state
  location income education birth birthday birthdate edad alter geschlecht beruf land 年龄 性别
  职业 国家 城市 地区`);

/** Words by which a file name says that it is about people, who is whose friend, or entities. */
export const peopleFile = /^(users?|people|members?|customers?|demographics?)\.\w+$|\.user$/i;
export const friendsFile = /trust|friend|social|follow|\.net$/i;
export const linksFile = /entit|\.link$/i;
export const triplesFile = /^kg|\.kg$|triples?/i;

function list(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}
