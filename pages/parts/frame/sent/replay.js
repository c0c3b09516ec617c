// Replay: the picture of the page moves through the moments of the phase in the browser, the server is not asked. Play,
// pause, drag on the slider, arrow keys. Where a reader wants less motion, marks jump. At the end or on pause the page
// follows to the moment shown. No angle bracket may stand before a letter here.
(() => {
  if (window.contestedCountReplay) return;
  window.contestedCountReplay = true;
  const PAUSE = 900;
  let timer = null;
  const slider = () => document.querySelector('.cc-slider');
  const buttons = () => [...document.querySelectorAll('.js-plotly-plot .updatemenu-button')];
  const button = () => document.querySelector('.cc-replay');

  function frameOf(number) {
    let best = null;
    for (const one of buttons()) {
      const label = Number(one.textContent.trim());
      if (!Number.isNaN(label) && label <= number && (!best || label > best.label)) best = { label, one };
    }
    return best?.one;
  }

  function showMoment(number) {
    const seen = new Set();
    for (const plot of document.querySelectorAll('.js-plotly-plot')) {
      const mine = [...plot.querySelectorAll('.updatemenu-button')].filter((one) => Number(one.textContent.trim()) <= number);
      const last = mine.sort((a, b) => Number(a.textContent) - Number(b.textContent)).pop();
      if (last && !seen.has(plot)) { seen.add(plot); last.dispatchEvent(new MouseEvent('click', { bubbles: true })); }
    }
    const told = document.querySelector('[data-findings]');
    const heading = document.querySelector('.cc-heading');
    if (told && heading) heading.textContent = JSON.parse(told.dataset.findings)[number]?.[0] ?? heading.textContent;
  }

  function stop() {
    clearTimeout(timer);
    timer = null;
    const one = button();
    if (one) { one.textContent = '▶ Replay'; one.setAttribute('aria-pressed', 'false'); }
  }

  function step() {
    const range = slider();
    if (!range || !frameOf(Number(range.max))) return stop();
    if (Number(range.value) >= Number(range.max)) {
      stop();
      range.dispatchEvent(new Event('change', { bubbles: true }));
      return undefined;
    }
    range.value = String(Number(range.value) + 1);
    range.dispatchEvent(new Event('input', { bubbles: true }));
    timer = setTimeout(step, PAUSE);
    return undefined;
  }

  document.addEventListener('cc-moment', (event) => showMoment(event.detail));
  document.addEventListener('click', (event) => {
    if (!event.target.closest?.('.cc-replay')) return;
    const range = slider();
    if (!range) return;
    if (timer) {
      stop();
      range.dispatchEvent(new Event('change', { bubbles: true }));
      return;
    }
    if (Number(range.value) >= Number(range.max)) {
      range.value = '0';
      range.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const one = button();
    one.textContent = '❚❚ Pause';
    one.setAttribute('aria-pressed', 'true');
    timer = setTimeout(step, PAUSE);
  });

  // The button stands only where the page has a picture that can be replayed.
  new MutationObserver(() => {
    const one = button();
    if (one) one.hidden = buttons().length === 0;
  }).observe(document.body, { childList: true, subtree: true });
})();
