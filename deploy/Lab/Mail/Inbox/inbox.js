// The page works without this. With it, news comes by itself, and the quote follows the chosen mail program.
'use strict';

// Each place is taken from a fresh copy of this page; what somebody is writing stays as it is.
async function look() {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.title = fresh.title;
  for (const old of document.querySelectorAll('[data-live]')) replace(old, fresh.getElementById(old.id));
  const [status, said] = [document.getElementById('unread'), fresh.getElementById('unread')];
  if (said && status.textContent !== said.textContent) status.textContent = said.textContent;
}

function replace(old, fresh) {
  if (!fresh || old.innerHTML === fresh.innerHTML) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  old.replaceChildren(...fresh.childNodes);
  if (focused) [...old.querySelectorAll('a')].find(a => a.getAttribute('href') === focused)?.focus();
}

// One look at a time; what happens meanwhile is one more.
let looking = null, again = false;
function news() {
  if (looking) { again = true; return; }
  looking = look().finally(() => {
    looking = null;
    if (again) { again = false; news(); }
  });
}
new EventSource('/live').addEventListener('message', news);

const [style, text] = [document.getElementById('style'), document.getElementById('text')];
if (style && text) {
  const quote = () => style.selectedOptions[0].dataset.quote;
  let last = quote();
  style.addEventListener('change', () => {
    const written = text.value;
    // Whoever has written inside the quote keeps what is there.
    if (written.trimEnd().endsWith(last.trimEnd())) {
      text.value = written.trimEnd().slice(0, -last.trimEnd().length) + quote();
      last = quote();
    }
  });
  text.setSelectionRange(0, 0);
  text.scrollTop = 0;
}
text?.addEventListener('keydown', e => {
  if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) text.form.requestSubmit();
});

// Its content is of this origin and runs nothing, so its height can be read.
const frame = document.querySelector('iframe');
function fit() {
  const root = frame.contentDocument?.documentElement;
  if (!root) return;
  frame.style.height = 'auto';
  frame.style.height = `${root.scrollHeight + 8}px`;
}
if (frame) {
  frame.addEventListener('load', fit);
  addEventListener('resize', fit);
  if (frame.contentDocument?.readyState === 'complete') fit();
}
