/** What the element says by itself. */
export interface Words {
  readonly headings: {
    readonly model: string;
    readonly popularity: string;
    readonly similar: string;
  };
  readonly loading: string;
  readonly empty: string;
  readonly failed: string;
  readonly shown: (items: number) => string;
}

const en: Words = {
  headings: { model: 'For you', popularity: 'Popular here', similar: 'More like this' },
  loading: 'Loading recommendations…',
  empty: 'Nothing to recommend yet.',
  failed: 'Recommendations are not available at the moment.',
  shown: (items) => (items === 1 ? '1 recommendation' : `${items} recommendations`),
};

const zh: Words = {
  headings: { model: '为你推荐', popularity: '热门', similar: '与此相似' },
  loading: '正在加载推荐……',
  empty: '暂时没有可推荐的内容。',
  failed: '推荐暂时无法显示。',
  shown: (items) => `${items} 条推荐`,
};

/** The words for a language tag, as in an attribute `lang`: Chinese or else English. */
export function wordsFor(language: string): Words {
  return /^zh\b/i.test(language) ? zh : en;
}

/** The language that an element is in: its own or its nearest ancestor's, out of shadow roots too, else the browser's. */
export function languageOf(element: Element): string {
  const holder = element.closest('[lang]');
  if (holder !== null) return holder.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : navigator.language;
}
