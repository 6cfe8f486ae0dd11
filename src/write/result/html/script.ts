/** What the page does when a person acts. It works on elements that are there and writes only text and attributes, never markup. */

/** The one script of the page. Without it every report of a page of one can still be read, and its numbers lead to and fro. */
export const SCRIPT = `
'use strict';
(() => {
  const overview = document.getElementById('overview');
  const unit = document.getElementById('unit');
  const title = document.title;

  /* Explanations of rules stand once in the page: a finding takes what to do from there, and the rest when it is asked for. */
  const explanation = (item) => document.querySelector('#rule-' + item.dataset.rule.replace(/[^a-z0-9-]/gi, '-') + ' > dl');
  const complete = (item) => {
    const list = explanation(item);
    if (!list || item.querySelector('.about')) return;
    const rest = document.getElementById('rest').content.cloneNode(true);
    rest.querySelector('.fix').append(list.querySelector('.how').textContent);
    rest.querySelector('code').textContent = item.dataset.rule;
    if (item.querySelector('.fix') || item.previousElementSibling?.dataset.rule === item.dataset.rule) rest.querySelector('.fix').remove();
    item.append(rest);
  };
  document.addEventListener('toggle', ({ target }) => {
    if (!target.open || !target.matches('.about') || target.dataset.filled) return;
    target.dataset.filled = '1';
    const list = explanation(target.closest('.finding'));
    if (list) target.append(list.cloneNode(true));
  }, true);

  /* A number in the document shows its finding; the cells of its sum are framed. */
  const bubble = document.createElement('div');
  bubble.id = 'bubble';
  bubble.setAttribute('role', 'tooltip');
  bubble.hidden = true;
  document.body.append(bubble);
  let shown;
  const cellsOf = (item) => (item.dataset.cells || '').split(' ').filter(Boolean).map((id) => document.getElementById(id)).filter(Boolean);
  const hide = () => {
    bubble.hidden = true;
    if (!shown) return;
    shown.ref.removeAttribute('aria-describedby');
    shown.item.classList.remove('lit');
    for (const cell of cellsOf(shown.item)) cell.classList.remove('lit');
    shown = undefined;
  };
  const show = (ref) => {
    const item = document.getElementById(ref.hash.slice(1));
    hide();
    if (!item) return;
    bubble.replaceChildren(...[...item.querySelectorAll(':scope > .message, :scope > .sum, :scope > .scroll, :scope > .fix')].map((node) => node.cloneNode(true)));
    bubble.hidden = false;
    const box = ref.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - bubble.offsetWidth - 8));
    const below = box.bottom + 6 + bubble.offsetHeight < innerHeight || box.top < bubble.offsetHeight + 6;
    bubble.style.left = left + scrollX + 'px';
    bubble.style.top = (below ? box.bottom + 6 : box.top - bubble.offsetHeight - 6) + scrollY + 'px';
    ref.setAttribute('aria-describedby', 'bubble');
    item.classList.add('lit');
    for (const cell of cellsOf(item)) cell.classList.add('lit');
    shown = { ref, item };
  };
  const refOf = (target) => {
    if (!(target instanceof Element)) return null;
    return target.closest('a.ref') || target.closest('.document .marked, .document mark')?.parentElement?.querySelector(':scope > .marked:hover a.ref, :scope > mark:hover + a.ref') || null;
  };
  document.addEventListener('mouseover', ({ target }) => {
    const ref = refOf(target);
    if (ref && (!shown || shown.ref !== ref)) show(ref);
    else if (!ref && shown && document.activeElement !== shown.ref && !bubble.contains(target)) hide();
  });
  document.addEventListener('focusin', ({ target }) => (target.closest('a.ref') ? show(target.closest('a.ref')) : hide()));
  document.addEventListener('keydown', ({ key }) => { if (key === 'Escape') hide(); });

  /* The list of one report, by severity and rule. */
  const filterList = (form) => {
    const severities = new Set([...form.querySelectorAll('input:checked')].map(({ value }) => value));
    const rule = form.querySelector('select').value;
    for (const item of form.closest('.findings').querySelectorAll('.finding')) {
      item.hidden = ![...severities].some((severity) => item.classList.contains(severity)) || (rule !== '' && item.dataset.rule !== rule);
    }
  };
  document.addEventListener('input', ({ target }) => {
    const form = target.closest('.list-filter');
    if (form) filterList(form);
  });
  document.addEventListener('submit', (event) => event.preventDefault());

  /* Going to a place: which report it belongs to is the start of its name; a finding that is filtered out shows again. */
  const go = () => {
    hide();
    let id = '';
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { /* a broken address leads nowhere */ }
    const number = /^u([1-9][0-9]*)(?=$|[a-z])/.exec(id)?.[1];
    if (unit && number && document.getElementById('t' + number)) open(number);
    else if (unit && (id === '' || id === 'overview' || id === 'main' || number)) close();
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.matches('details')) target.open = true;
    if (target.matches('.finding') && target.hidden) {
      const form = target.closest('.findings').querySelector('.list-filter');
      form.reset();
      filterList(form);
    }
    target.scrollIntoView({ block: target.matches('h2') ? 'start' : 'center' });
    if (target.matches('.finding')) target.tabIndex = -1;
    if (target.matches('h2, .finding, a.ref')) target.focus({ preventScroll: true });
  };
  let at;
  const open = (number) => {
    if (at !== number) {
      at = number;
      unit.querySelector('.body').replaceChildren(document.getElementById('t' + number).content.cloneNode(true));
      unit.querySelectorAll('.finding').forEach(complete);
      const order = [...document.querySelectorAll('#units tbody tr')].filter((row) => !row.hidden).map((row) => row.dataset.unit);
      const place = order.indexOf(number);
      for (const [name, step] of [['.previous', -1], ['.next', 1]]) {
        const link = unit.querySelector(name);
        const other = place === -1 ? undefined : order[place + step];
        link.hidden = other === undefined;
        if (other !== undefined) link.href = '#u' + other;
      }
      document.title = unit.querySelector('h2').textContent + ' - ' + title;
    }
    overview.hidden = true;
    unit.hidden = false;
  };
  const close = () => {
    if (at === undefined) return;
    const row = document.querySelector('#units tr[data-unit="' + at + '"] a');
    at = undefined;
    unit.hidden = true;
    overview.hidden = false;
    document.title = title;
    unit.querySelector('.body').replaceChildren();
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'center' });
  };
  addEventListener('hashchange', go);
  document.addEventListener('click', ({ target }) => {
    const link = target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) go();
  });

  /* Everything is said on paper. */
  addEventListener('beforeprint', () => {
    hide();
    for (const fold of document.querySelectorAll('.rules details, .more')) fold.open = true;
  });

  const filters = document.getElementById('filters');
  if (filters) {
    const rows = [...document.querySelectorAll('#units tbody tr')];
    const lines = new Map([...document.querySelectorAll('#matrix tbody tr')].map((row) => [row.dataset.unit, row]));
    const heads = [...document.querySelectorAll('#matrix thead th')];
    const texts = new Map(rows.map((row) => [row, row.textContent.normalize('NFKC').toLowerCase()]));
    const found = new Map(rows.map((row) => [row, row.dataset.found.split(' ').filter(Boolean).map((pair) => pair.split(':'))]));
    const filter = () => {
      const { text, verdict, severity, rule } = filters.elements;
      const words = text.value.normalize('NFKC').toLowerCase().split(/\\s+/).filter(Boolean);
      let count = 0;
      for (const row of rows) {
        const matches =
          words.every((word) => texts.get(row).includes(word)) &&
          (verdict.value === '' || row.dataset.verdict === verdict.value) &&
          ((rule.value === '' && severity.value === '') ||
            found.get(row).some(([id, own]) => (rule.value === '' || id === rule.value) && (severity.value === '' || own === severity.value)));
        row.hidden = !matches;
        const line = lines.get(row.dataset.unit);
        if (line) line.hidden = !matches;
        if (matches) count += 1;
      }
      const keep = heads.map((head) => (rule.value === '' || head.dataset.rule === rule.value) && (severity.value === '' || rows.some((row) => !row.hidden && found.get(row).some(([id, own]) => id === head.dataset.rule && own === severity.value))));
      heads.forEach((head, index) => { head.hidden = !keep[index]; });
      for (const line of lines.values()) keep.forEach((one, index) => { line.cells[index + 1].hidden = !one; });
      document.getElementById('shown').textContent = String(count);
      document.getElementById('none').hidden = count > 0;
    };
    filters.addEventListener('input', filter);
    filters.addEventListener('reset', () => setTimeout(filter));
    document.addEventListener('click', ({ target }) => {
      const button = target.closest('.faults button');
      if (!button) return;
      filters.elements.rule.value = button.dataset.rule;
      filter();
      filters.scrollIntoView({ block: 'start' });
      filters.elements.rule.focus({ preventScroll: true });
    });
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    document.querySelector('#units thead').addEventListener('click', ({ target }) => {
      const head = target.closest('th');
      if (!head || !target.closest('button')) return;
      const column = head.cellIndex;
      const down = head.getAttribute('aria-sort') === 'ascending' || (head.getAttribute('aria-sort') === 'none' && head.dataset.sort === 'number' && column > 2);
      for (const other of head.parentElement.children) other.setAttribute('aria-sort', 'none');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent;
      const compare = head.dataset.sort === 'number' ? (a, b) => Number(value(a) || -1) - Number(value(b) || -1) : (a, b) => collator.compare(value(a), value(b));
      const sorted = [...rows].sort((a, b) => (down ? compare(b, a) : compare(a, b)));
      document.querySelector('#units tbody').append(...sorted);
      document.querySelector('#matrix tbody')?.append(...sorted.map((row) => lines.get(row.dataset.unit)));
    });
    filter();
  }
  if (location.hash) go();
})();
`;
