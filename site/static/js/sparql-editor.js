// The editor of the query page: Yasqe (CodeMirror with the grammar of SPARQL) in place of the text field, which it keeps filled, so
// that the form is sent as without a script. Tab leaves it (WCAG 2.1.2); it keeps nothing in the browser and asks no other host (N5).
(() => {
  const field = document.querySelector('#query[data-terms]');
  const files = new URL('.', document.currentScript.src);
  /** As many as are seen without scrolling; another letter narrows them. */
  const MOST_PROPOSALS = 8;
  if (!field) return;

  start().catch((error) => {
    field.hidden = false; // the form is as good without
    console.warn(error);
  });

  async function start() {
    const [Yasqe, terms] = await Promise.all([loadYasqe(), loadTerms()]);
    const holder = document.createElement('div');
    holder.className = 'app-editor';
    field.after(holder);
    const editor = new Yasqe(holder, {
      value: field.value,
      inputStyle: 'contenteditable', // what screen readers can read line by line
      viewportMargin: Infinity,
      screenReaderLabel: field.labels[0].textContent,
      lineWrapping: true,
      foldGutter: false,
      gutters: ['CodeMirror-linenumbers'],
      highlightSelectionMatches: false,
      extraKeys: keys(terms),
      // Off: what asks other hosts, keeps texts in the browser, or speaks English alone.
      ...{ persistenceId: null, consumeShareLink: null, createShareableLink: null },
      ...{ showQueryButton: false, resizeable: false, syntaxErrorCheck: false },
      editorHeight: 'auto',
    });
    describe(editor);
    field.required = false; // a field that is not seen cannot be pointed at
    field.hidden = true;
    field.labels[0].addEventListener('click', () => editor.focus());
    editor.on('change', () => (field.value = editor.getValue()));
    editor.on('inputRead', (_, { text }) => {
      if (/^[:?]$/.test(text.join('\n'))) setTimeout(() => suggest(editor, terms));
    });
    markServersError(editor);
    checkWhileWriting(editor);
  }

  /** Its storage library tries the browser's storage when it is loaded: meanwhile there is one that forgets. */
  async function loadYasqe() {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = new URL('yasqe.css', files).href;
    document.head.prepend(sheet); // ours come after it
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage');
    const kept = new Map();
    const forgetful = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, String(value)),
      removeItem: (key) => kept.delete(key),
    };
    Object.defineProperty(window, 'localStorage', { value: forgetful, configurable: true });
    try {
      await Promise.all([
        import(new URL('yasqe.js', files).href),
        new Promise((resolve) => sheet.addEventListener('load', resolve)),
      ]);
    } finally {
      if (own) Object.defineProperty(window, 'localStorage', own);
      else delete window.localStorage;
    }
    window.Yasqe.defaults.autocompleters = []; // they ask prefix.cc and lov.linkeddata.es
    return window.Yasqe;
  }

  async function loadTerms() {
    const answer = await fetch(field.dataset.terms);
    return answer.ok ? answer.json() : { prefixes: {}, classes: [], properties: [] };
  }

  function keys(terms) {
    const run = () => field.form.requestSubmit();
    const complete = (editor) => suggest(editor, terms);
    const ours = { 'Ctrl-Enter': run, 'Cmd-Enter': run, 'Ctrl-Space': complete, Esc: leave };
    // Given back to the browser: moving on, saving the page, and reaching its own tools.
    return { ...ours, Tab: false, 'Shift-Tab': false, 'Ctrl-S': false, 'Cmd-S': false };
  }

  /** To the button that runs the query. */
  function leave() {
    field.form.querySelector('[type=submit]').focus();
  }

  function describe(editor) {
    const input = editor.getInputField();
    const help = document.createElement('p');
    help.className = 'app-note';
    help.id = 'query-keys';
    help.textContent = field.dataset.help;
    field.after(help);
    input.setAttribute('role', 'textbox');
    input.setAttribute('aria-multiline', 'true');
    input.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby')} ${help.id}`);
    if (field.getAttribute('aria-invalid')) input.setAttribute('aria-invalid', 'true');
  }

  function suggest(editor, terms) {
    editor.showHint({
      hint: () => hints(editor, terms),
      completeSingle: false,
      closeCharacters: /[\s(){}[\];,<>]/,
      container: editor.getWrapperElement().parentElement,
    });
  }

  /** The word before the cursor, and what it may become: a variable of the query, a prefix, a name of the catalogue. */
  function hints(editor, { prefixes, classes, properties }) {
    const { line, ch } = editor.getCursor();
    const before = editor.getLine(line).slice(0, ch);
    const word = /[?$]?[\w:-]*$/.exec(before)[0];
    const isPrefix = /\bprefix\s+[\w-]*:?$/i.test(before);
    const names = isPrefix
      ? Object.entries(prefixes).map(([prefix, iri]) => ({ text: `${prefix}: <${iri}>`, label: '' }))
      : [...variables(editor, word), ...(word.startsWith('?') ? [] : [...classes, ...properties])];
    const wanted = word.toLowerCase();
    const found = names.filter(
      ({ text, label }) =>
        text.toLowerCase().startsWith(wanted) ||
        (wanted.length > 2 && label.toLowerCase().includes(wanted)),
    );
    const proposals = {
      from: { line, ch: ch - word.length },
      to: { line, ch },
      list: found.slice(0, MOST_PROPOSALS).map(({ text, label }) => ({
        text,
        displayText: label === '' ? text : `${text}  –  ${label}`,
      })),
    };
    window.Yasqe.on(proposals, 'shown', () => {
      const { hints: list } = editor.state.completionActive.widget;
      list.setAttribute('aria-label', field.dataset.proposals);
    });
    return proposals;
  }

  function variables(editor, word) {
    const found = editor.getValue().match(/[?$]\w+/g) ?? [];
    return [...new Set(found)].filter((one) => one !== word).map((text) => ({ text, label: '' }));
  }

  /** What the server said of the query that was sent, until it is changed. */
  function markServersError(editor) {
    const line = Number(field.dataset.errorLine) - 1;
    if (!(line >= 0)) return;
    const ch = Number(field.dataset.errorColumn) - 1;
    editor.addLineClass(line, 'background', 'app-editor__fault');
    editor.setCursor({ line, ch });
    editor.on('change', () => editor.removeLineClass(line, 'background', 'app-editor__fault'));
  }

  /** Line and words as soon as a line cannot be SPARQL; said when the writer pauses, and never in the way. */
  function checkWhileWriting(editor) {
    const status = document.createElement('p');
    status.className = 'app-note app-editor__status';
    status.setAttribute('role', 'status');
    editor.getWrapperElement().parentElement.after(status);
    let marked;
    let waiting;
    const check = () => {
      if (marked) editor.removeLineClass(marked, 'background', 'app-editor__fault');
      const fault = firstFault(editor);
      marked = fault && editor.addLineClass(fault.line, 'background', 'app-editor__fault');
      status.textContent = fault ? faultText(fault) : '';
    };
    editor.on('change', () => {
      clearTimeout(waiting);
      waiting = setTimeout(check, 800);
    });
  }

  /** The first word that the grammar has no place for. */
  function firstFault(editor) {
    for (let line = 0; line < editor.lineCount(); line += 1) {
      const tokens = editor.getLineTokens(line, true);
      const at = tokens.findIndex(({ type }) => /error/.test(type ?? ''));
      if (at !== -1) return { line, expected: tokens[at].state.possibleCurrent ?? [] };
    }
    return undefined;
  }

  function faultText({ line, expected }) {
    const { fault, expected: list } = field.dataset;
    const words = [...new Set(expected)].filter((one) => /^[A-Z]+$|^\W+$/.test(one)).slice(0, 8);
    const told = fault.replace('{line}', String(line + 1));
    return words.length === 0 ? told : `${told} ${list.replace('{words}', words.join('  '))}`;
  }
})();
