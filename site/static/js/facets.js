// The field above a long facet looks in its list while one writes; without a script its form asks for the same.
for (const form of document.querySelectorAll('form[data-filter]')) {
  const list = document.getElementById(form.dataset.filter);
  const status = form.parentElement.querySelector('[data-nothing]');
  const input = form.querySelector('input[type=search]');
  const items = [...list.querySelectorAll('li')];
  const more = list.querySelector('details');
  const wasOpen = more?.open;
  const plain = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  form.querySelector('button').hidden = true;
  const look = () => {
    const part = plain(input.value.trim());
    for (const item of items) item.hidden = !plain(item.firstElementChild.firstChild.textContent).includes(part);
    if (more) {
      more.open = part === '' ? wasOpen : true;
      more.hidden = [...more.querySelectorAll('li')].every(({ hidden }) => hidden);
    }
    status.textContent = items.every(({ hidden }) => hidden) ? status.dataset.nothing : '';
  };
  input.addEventListener('input', look);
  form.addEventListener('submit', (event) => event.preventDefault());
}
