/** Titles of one kind and taste, the best known first. */
export interface Shelf {
  readonly genres: readonly string[];
  /** Each work by itself, or a series in its order. */
  readonly series: readonly (readonly Title[])[];
}

export interface Title {
  readonly name: string;
  readonly year: number;
}

/** A shelf from a text: `works` are separated by semicolons, the parts of a series by `>`. Years end a title. */
export function shelf(genres: string, works: string): Shelf {
  return {
    genres: genres.split(', '),
    series: works.split(';').map((parts) => parts.split('>').map(parseTitle)),
  };
}

function parseTitle(text: string): Title {
  const words = text.trim().split(/\s+/);
  return { name: words.slice(0, -1).join(' '), year: Number(words.at(-1)) };
}
