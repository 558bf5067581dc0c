// A button that copies beside every field and listing that says so; without a script they are there to be marked and copied by hand.
for (const source of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) break;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ds-button app-copy';
  button.dataset.variant = 'secondary';
  button.dataset.size = 'sm';
  button.textContent = source.dataset.copy;
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  status.className = 'app-copy__status';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    status.textContent = source.dataset.copied;
  });
  source.after(button, status);
}
