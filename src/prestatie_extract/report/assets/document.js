'use strict';
// The page of a document: choose an agreement and see where it stands, and the other way round.
// Without a script the links still lead from a card to its box and back.
(() => {
  const root = document.documentElement;
  const body = document.body;
  const list = document.querySelector('.list');
  const pages = document.querySelector('.pages');
  const cards = [...document.querySelectorAll('.card')];
  const boxes = [...document.querySelectorAll('a.box')];
  const byId = (id) => document.getElementById(id);
  const form = byId('filters');
  const fields = [...form.querySelectorAll('input, select')];
  const wide = window.matchMedia('(min-width: 900px)');
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  let chosen = null; // the card
  let aimed = null; // the anchor of the target, or of the card itself

  root.classList.add('js');

  // ------------------------------------------------------------------ choose

  const cardOf = (element) => (element ? element.closest('.card') : null);
  const boxesOf = (anchor) => boxes.filter((box) => box.dataset.of === anchor);

  const choose = (anchor, { page = null, scrollList = true, scrollPage = true } = {}) => {
    const element = byId(anchor);
    const card = cardOf(element);
    if (!card) return;
    if (card.hidden) clearFilters();
    release();
    chosen = card;
    aimed = anchor;
    card.classList.add('chosen');
    card.querySelector('.pick').setAttribute('aria-current', 'true');
    if (element !== card) element.classList.add('aimed');
    for (const box of boxes) {
      box.classList.toggle('lit', box.dataset.of === card.id);
      box.classList.toggle('aimed', element !== card && box.dataset.of === anchor);
    }
    remember(anchor);
    if (scrollList) bringIntoView(card.offsetHeight < roomIn(list) ? card : element, list);
    if (scrollPage) showBox(anchor, page);
  };

  const release = () => {
    document.querySelectorAll('.chosen, .aimed, .lit').forEach((one) => {
      one.classList.remove('chosen', 'aimed', 'lit');
    });
    chosen?.querySelector('.pick').removeAttribute('aria-current');
    chosen = aimed = null;
  };

  // The filters and what is chosen stand in the address, so that it can be sent.
  const remember = (anchor) => {
    const chosenFilters = fields.filter((one) => one.value).map((one) => [one.id, one.value]);
    const query = String(new URLSearchParams(chosenFilters));
    const hash = anchor ? `#${encodeURIComponent(anchor)}` : '';
    try {
      history.replaceState(null, '', `${location.pathname}${query && `?${query}`}${hash}`);
    } catch {
      // a browser that allows no change of the address of a file: the link is then not shown
    }
  };

  const recall = () => {
    const query = new URLSearchParams(location.search);
    for (const one of fields) {
      one.value = query.get(one.id) || '';
      if (one.selectedIndex === -1) one.value = ''; // what this report does not offer
    }
  };

  // ------------------------------------------------------------------ scroll

  // The height in which something can be seen: the filters stay above the list.
  const roomIn = (pane) => {
    if (!wide.matches) return window.innerHeight;
    return pane.clientHeight - (pane === list ? byId('filters').offsetHeight : 0);
  };

  const bringIntoView = (element, pane) => {
    if (!element?.getClientRects().length || !pane) return; // not shown: nothing to scroll to
    const box = element.getBoundingClientRect();
    const behavior = calm.matches ? 'auto' : 'smooth';
    if (!wide.matches) {
      window.scrollBy({ top: box.top - window.innerHeight / 4, behavior });
      return;
    }
    const frame = pane.getBoundingClientRect();
    const room = roomIn(pane);
    const top = frame.bottom - room;
    if (box.top >= top + 8 && box.bottom <= frame.bottom - 8) return;
    const lead = Math.max(16, Math.min(room / 4, (room - box.height) / 2));
    pane.scrollBy({ top: box.top - top - lead, behavior });
  };

  const boxFor = (anchor, page) => {
    const all = boxesOf(anchor).length ? boxesOf(anchor) : boxesOf(chosen.id);
    return all.find((one) => page && one.id.endsWith(`-p${page}`)) || all[0];
  };

  const showBox = (anchor, page) => {
    const box = boxFor(anchor, page);
    if (box) bringIntoView(box.querySelector('rect'), pages);
  };

  const showPane = (name) => {
    if (!pages) return;
    body.dataset.pane = name;
    document.querySelectorAll('.panes button').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.to === name));
    });
  };

  // What had the focus is out of sight where the other side takes its place.
  const focusShown = (page = null) => {
    if (wide.matches || !chosen) return;
    const shown = body.dataset.pane === 'pages' ? boxFor(aimed, page) : null;
    (shown || chosen.querySelector('.pick')).focus({ preventScroll: true });
  };

  // ------------------------------------------------------------------ filter

  const filters = { theme: byId('theme'), trekker: byId('trekker'), party: byId('party') };
  const plain = (words) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const contents = new Map(cards.map((card) => [card, plain(contentOf(card))]));

  function contentOf(card) {
    const parts = card.querySelectorAll('h3, .tags, .text, .targets');
    return [...parts].map((part) => part.textContent).join(' ');
  }

  const fits = (card, words, low, high) =>
    Object.entries(filters).every(
      ([name, select]) => !select.value || card.dataset[name].split(' ').includes(select.value),
    ) &&
    Number(card.dataset.score) >= low &&
    Number(card.dataset.score) < high &&
    words.every((word) => contents.get(card).includes(word));

  const apply = () => {
    const words = plain(byId('text').value).split(/\s+/).filter(Boolean);
    const [low, high] = (byId('confidence').value || '0 2').split(' ').map(Number);
    for (const card of cards) card.hidden = !fits(card, words, low, high);
    const shown = cards.filter((card) => !card.hidden);
    byId('count').textContent = `${shown.length} van ${cards.length} ${cards.length === 1 ? 'afspraak' : 'afspraken'}`;
    byId('nothing').hidden = shown.length > 0 || cards.length === 0;
    byId('clear').disabled = shown.length === cards.length && !isFiltered();
    hideHeadings();
    hideBoxes();
    if (chosen?.hidden) release();
  };

  const filter = () => {
    apply();
    remember(aimed);
  };

  const isFiltered = () => fields.some((field) => field.value);

  const hideHeadings = () => {
    for (const heading of document.querySelectorAll('h2.section')) {
      let next = heading.nextElementSibling;
      while (next?.matches('.card[hidden]')) next = next.nextElementSibling;
      heading.hidden = !next?.matches('.card');
    }
  };

  const hideBoxes = () => {
    for (const box of boxes) {
      box.classList.toggle('out', Boolean(cardOf(byId(box.dataset.of))?.hidden));
    }
  };

  const clearFilters = () => {
    form.reset();
    apply();
  };

  // -------------------------------------------------------------------- copy

  const correctionOf = (button) =>
    [
      `- agreement_id: ${JSON.stringify(cardOf(button).dataset.id)}`,
      `  field: ${JSON.stringify(button.dataset.field)}`,
      `  was: ${button.dataset.was}`,
      `  value: ${button.dataset.value}  # ${button.dataset.hint}`,
      '  note: ""',
      '',
    ].join('\n');

  const copy = async (button) => {
    const text = correctionOf(button);
    const isDone = (await copyByClipboard(text)) || copyBySelection(text);
    if (!isDone) {
      showText(text);
      return;
    }
    byId('said').textContent = 'Correctie gekopieerd.';
    const before = 'Kopieer correctie';
    button.textContent = 'Gekopieerd';
    setTimeout(() => { button.textContent = before; }, 2000);
  };

  const copyByClipboard = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false; // no such thing for files, or not allowed
    }
  };

  const copyBySelection = (text) => {
    const before = document.activeElement;
    const area = document.createElement('textarea');
    area.className = 'hidden';
    area.value = text;
    body.append(area);
    area.select();
    let isDone = false;
    try {
      isDone = document.execCommand('copy');
    } catch {
      isDone = false;
    }
    area.remove();
    before?.focus();
    return isDone;
  };

  const showText = (text) => {
    byId('copy-text').value = text;
    byId('copy-dialog').showModal();
    byId('copy-text').select();
  };

  // -------------------------------------------------------------------- keys

  // From the card that has the focus, or else the one that is chosen.
  const step = (by) => {
    const shown = cards.filter((card) => !card.hidden);
    const here = cardOf(document.activeElement) || chosen;
    const next = shown[here ? shown.indexOf(here) + by : by > 0 ? 0 : shown.length - 1];
    if (!next) return;
    showPane('list');
    next.querySelector('.pick').focus({ preventScroll: true });
    choose(next.id);
  };

  const escape = () => {
    if (isFiltered() && document.activeElement?.form === form) {
      clearFilters();
      return;
    }
    release();
    remember('');
  };

  const search = () => {
    showPane('list');
    byId('text').focus();
  };

  const arrows = { ArrowDown: () => step(1), ArrowUp: () => step(-1) };
  const letters = { j: () => step(1), k: () => step(-1), '/': search };

  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId('copy-dialog').open) return;
    if (event.key === 'Escape') escape();
    if (event.target.matches('input:not([type="checkbox"]), select, textarea')) return;
    // elsewhere arrows scroll, as everywhere
    const keys = event.target.matches('.pick') ? arrows : {};
    const act = keys[event.key] || (byId('shortcuts').checked && letters[event.key]);
    if (!act) return;
    act();
    event.preventDefault();
  };

  // Single letters get in the way of speech input and of other programs: they can be off.
  const SHORTCUTS = 'prestatie-sneltoetsen';
  const keepShortcuts = () => {
    try {
      localStorage.setItem(SHORTCUTS, byId('shortcuts').checked ? 'aan' : 'uit');
    } catch {
      // a browser that keeps nothing for files: until the page is closed
    }
  };

  const recallShortcuts = () => {
    try {
      byId('shortcuts').checked = localStorage.getItem(SHORTCUTS) !== 'uit';
    } catch {
      byId('shortcuts').checked = true;
    }
  };

  // ------------------------------------------------------------------ events

  const onClick = (event) => {
    const { target } = event;
    const button = target.closest('button.copy');
    if (button) {
      copy(button);
      return;
    }
    const link = target.closest('a');
    if (link && follow(link)) event.preventDefault();
    if (link || target.closest('button, summary, details, input, select, label')) return;
    const card = cardOf(target);
    if (card && !String(getSelection())) choose(card.id, { scrollList: false });
  };

  // True where the link was to something on this page and has been shown.
  const follow = (link) => {
    if (link.matches('.box')) {
      showPane('list');
      choose(link.dataset.of, { scrollPage: false });
      focusShown();
    } else if (link.matches('.page-link')) {
      showPane('pages');
      choose(link.dataset.show, { page: link.dataset.page, scrollList: false });
      focusShown(link.dataset.page);
    } else if (link.dataset.pick) {
      showPane('pages');
      choose(link.dataset.pick, { scrollList: false });
      focusShown();
    } else if (link.matches('.pick')) {
      choose(link.getAttribute('href').slice(1), { scrollList: false });
    } else {
      const href = link.getAttribute('href') || '';
      return href.startsWith('#') && show(decodeURIComponent(href.slice(1)));
    }
    return true;
  };

  const show = (anchor) => {
    const element = byId(anchor);
    if (anchor.startsWith('thema-')) {
      if (![...filters.theme.options].some((option) => option.value === anchor)) return false;
      form.reset();
      filters.theme.value = anchor;
      filter();
    } else if (cardOf(element)) {
      const isSwitched = body.dataset.pane !== 'list';
      showPane('list');
      choose(anchor);
      if (isSwitched) focusShown();
    } else if (element?.matches('a.box')) {
      showPane('pages');
      choose(element.dataset.of, { page: anchor.split('-p').pop() });
      focusShown(anchor.split('-p').pop());
    } else if (element?.matches('.sheet')) {
      showPane('pages');
      bringIntoView(element, pages);
    } else if (element?.matches('details')) {
      element.open = true;
      bringIntoView(element, list);
    } else {
      return false;
    }
    return true;
  };

  const showHash = () => {
    let anchor = location.hash.slice(1);
    try {
      anchor = decodeURIComponent(anchor);
    } catch {
      // an address that nobody can decode is taken as it is
    }
    show(anchor);
  };

  form.hidden = false;
  if (pages) document.querySelector('.panes').hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(filter));
  byId('shortcuts').addEventListener('change', keepShortcuts);
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', onClick);
  document.querySelectorAll('.panes button').forEach((button) => {
    button.addEventListener('click', () => {
      showPane(button.dataset.to);
      if (chosen && button.dataset.to === 'pages') showBox(aimed);
      if (chosen && button.dataset.to === 'list') bringIntoView(byId(aimed), list);
    });
  });
  window.addEventListener('hashchange', showHash);
  window.addEventListener('load', showHash); // after the browser's own jump to the anchor
  recallShortcuts();
  recall();
  apply();
  showHash();
})();
