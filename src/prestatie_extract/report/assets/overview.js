'use strict';
// Filters the table of documents; without a script all of them are there.
(() => {
  const form = document.getElementById('search');
  const text = document.getElementById('text');
  const count = document.getElementById('count');
  const nothing = document.getElementById('nothing');
  const rows = [...document.querySelectorAll('table.documents tbody tr')];
  const plain = (words) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const contents = rows.map((row) => plain(row.textContent));

  const apply = () => {
    const words = plain(text.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, place) => {
      row.hidden = !words.every((word) => contents[place].includes(word));
      shown += row.hidden ? 0 : 1;
    });
    nothing.hidden = shown > 0 || rows.length === 0;
    count.textContent = `${shown} van ${rows.length}`;
  };

  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  text.addEventListener('input', apply);
  apply();
})();
