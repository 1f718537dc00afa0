/** The page of one product, the lists below it, and what is remembered of whoever looks at it. */
import { palate } from './embed/palate-recs.js';

const first = 'the-matrix-1999';
const said = { like: 'You like it.', cart: 'It is in your cart.', hide: 'It is shown no more.' };

const catalog = await (await fetch('catalog/catalog.json')).json();
const titles = new Map(catalog.map(({ item, title }) => [item, title]));
const wanted = new URLSearchParams(location.search).get('item') ?? first;
const product = catalog.find(({ item }) => item === wanted) ?? catalog[0];

show(product);
find('#similar').similarTo = product.item;
document.addEventListener('palate-recommendations', () => void remember());
for (const button of document.querySelectorAll('[data-log]')) {
  button.addEventListener('click', () => void log(button.dataset.log));
}
find('#forget').addEventListener('click', () => void palate.forget());
await customElements.whenDefined('palate-recs');

function show({ title, year, genres }) {
  document.title = `${title} · Reel & Leaf`;
  find('h1').textContent = title;
  find('.about').textContent = [year, ...genres].join(' · ');
  find('.cover').textContent = title[0];
}

async function log(event) {
  await palate.log({ item: product.item, event });
  find('.said').textContent = said[event];
}

async function remember() {
  const events = await palate.events();
  const lines = events.toReversed().map(({ item, event }) => {
    const line = document.createElement('li');
    line.textContent = `${event}: ${titles.get(item) ?? item}`;
    return line;
  });
  find('.memory ol').replaceChildren(...lines);
  find('#forget').disabled = lines.length === 0;
}

function find(selector) {
  return document.querySelector(selector);
}
