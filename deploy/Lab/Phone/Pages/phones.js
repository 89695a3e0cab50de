// The page works without this. With it, news comes by itself, and a choice is taken at once.
'use strict';

// Each place is taken from a fresh copy of this page; what somebody is typing stays as it is.
async function look() {
  const response = await fetch('/', { headers: { accept: 'text/html' } }).catch(() => null);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.title = fresh.title;
  const [status, said] = [document.getElementById('rings'), fresh.getElementById('rings').textContent];
  if (status.textContent !== said) status.textContent = said;
  if (fresh.querySelector('article')) document.getElementById('none')?.remove();
  for (const card of fresh.querySelectorAll('[data-live]')) {
    const old = document.getElementById(card.id);
    if (old) replace(old, card);
    else document.getElementById('phones').append(card);
  }
  tick();
}

function replace(old, fresh) {
  if (old.className !== fresh.className) old.className = fresh.className;
  if (old.innerHTML === fresh.innerHTML) return;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const mark = focused && `${focused.id}|${focused.name}|${focused.value}`;
  old.replaceChildren(...fresh.childNodes);
  old.querySelectorAll('.heard').forEach(heard => heard.scrollTop = heard.scrollHeight);
  if (!focused) return;
  // Where the button is gone (a phone that was picked up), the next one of this phone.
  const same = [...old.querySelectorAll('button, select, input')].find(e => `${e.id}|${e.name}|${e.value}` === mark || (e.id && e.id === focused.id));
  (same ?? old.querySelector('button, select'))?.focus();
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

document.addEventListener('change', e => {
  if (e.target.matches('select')) e.target.form.requestSubmit();
});

document.addEventListener('submit', async e => {
  e.preventDefault();
  const form = e.target;
  const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, e.submitter)) }).catch(() => null);
  if (form.id !== 'add') return;
  if (response?.ok) {
    form.querySelector('.notice')?.remove();
    form.reset();
  } else if (response && !form.querySelector('.notice')) {
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    form.append(fresh.getElementById('wrong') ?? '');
  }
});

function tick() {
  for (const time of document.querySelectorAll('[data-since]')) {
    const seconds = Math.max(0, Math.floor((Date.now() - time.dataset.since) / 1000));
    time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}
setInterval(tick, 1000);
