/** What the reader chooses, and what is remembered of it: all by way of the frame. */
document.addEventListener('palate-select', ({ detail }) => {
  document.querySelector('.date').textContent = `You chose “${detail.title}”`;
});
document.addEventListener('palate-recommendations', () => void remember());
document.querySelector('#forget').addEventListener('click', () => void window.palate.forget());

for (const button of document.querySelectorAll('[data-item]')) {
  button.addEventListener('click', () => {
    button.ariaPressed = 'true';
    void window.palate.log({ item: button.dataset.item, event: 'like' });
  });
}

async function remember() {
  const events = await window.palate.events();
  const lines = events.toReversed().map(({ item, event }) => {
    const line = document.createElement('li');
    line.textContent = `${event}: ${item}`;
    return line;
  });
  document.querySelector('.memory ol').replaceChildren(...lines);
}
