// Suggestions below the search boxes: a combobox with a list (WAI-ARIA APG 1.2, "list autocomplete with manual selection").
// Without a script, and while nothing is chosen, Enter sends the form as it always did.
const WAIT_MS = 120;
const MIN_LETTERS = 2;

for (const box of document.querySelectorAll('[data-suggest]')) enhance(box);

function enhance(box) {
  const input = box.querySelector('input');
  const list = document.createElement('ul');
  const status = document.createElement('span');
  list.id = `${input.id}-forslag`;
  list.className = 'app-suggest__list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', box.dataset.label);
  // What scrolls is a stop of Tab in some browsers: the arrows reach all of it.
  list.tabIndex = -1;
  list.hidden = true;
  status.setAttribute('role', 'status');
  status.className = 'ds-sr-only';
  box.append(list, status);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  let timer;
  let request;
  let active = -1;

  const stopAsking = () => {
    clearTimeout(timer);
    request?.abort();
  };
  const close = () => {
    stopAsking();
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    activate(-1);
  };
  const activate = (index) => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = list.children[index];
    if (!option) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  };
  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map((one, index) => optionOf(one, `${list.id}-${index}`)));
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    activate(-1);
    status.textContent = told(box.dataset, suggestions.length);
  };
  const ask = async () => {
    request?.abort();
    request = new AbortController();
    const { signal } = request;
    const query = new URLSearchParams({ q: input.value.trim(), lang: document.documentElement.lang });
    try {
      const response = await fetch(`${box.dataset.suggest}?${query}`, { signal });
      if (!response.ok) return;
      const { suggestions } = await response.json();
      if (!signal.aborted && document.activeElement === input) show(suggestions);
    } catch {
      // No suggestions: the form works as without them.
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value.trim().length < MIN_LETTERS) close();
    else timer = setTimeout(ask, WAIT_MS);
  });
  input.addEventListener('keydown', (event) => {
    const count = list.children.length;
    if (event.isComposing || count === 0) return;
    const { key } = event;
    // Who chooses in the list keeps the list: what was asked for meanwhile comes too late.
    if (key === 'ArrowDown' || key === 'ArrowUp') stopAsking();
    if (key === 'ArrowDown') activate(active + 1 >= count ? -1 : active + 1);
    else if (key === 'ArrowUp') activate(active < 0 ? count - 1 : active - 1);
    else if (key === 'Escape') close();
    else if (key === 'Enter' && active >= 0) list.children[active].click();
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', close);
  // The field keeps the focus while the mouse is on the list.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) location.assign(option.dataset.href);
  });
}

function optionOf(suggestion, id) {
  const { title, lang, alsoCalled, kind, href } = suggestion;
  const option = document.createElement('li');
  option.id = id;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.dataset.href = href;
  const name = document.createElement('span');
  name.textContent = title;
  if (lang) name.lang = lang;
  const note = document.createElement('span');
  note.className = 'app-suggest__kind';
  note.textContent = alsoCalled ? `${alsoCalled} · ${kind}` : kind;
  option.append(name, ' ', note);
  return option;
}

function told({ none, one, other }, count) {
  if (count === 0) return none;
  return count === 1 ? one : other.replace('#', count);
}
