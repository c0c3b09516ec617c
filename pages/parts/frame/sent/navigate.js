// Links to our own pages run the app without loading the page anew: the address changes, Streamlit hears of it as of the
// back button. The slider of moments does the same when it is let go. Focus stays where it was. No angle bracket may
// stand before a letter here: Streamlit would take the script for markup and drop it.
(() => {
  if (window.contestedCountLinks) return;
  window.contestedCountLinks = true;
  let focused = null;

  function go(href) {
    const wanted = new URL(href, document.location.href);
    if (wanted.href === document.location.href) return;
    history.pushState({}, '', wanted);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }

  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.('a[href^="./"]');
    if (!link || link.target || link.hasAttribute('download') || link.pathname.startsWith('/api/')) return;
    event.preventDefault();
    focused = link.dataset.key || null;
    link.closest('details.cc-menu')?.removeAttribute('open');
    const page = document.location.pathname;
    go(link.href);
    if (page !== document.location.pathname) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  });

  document.addEventListener('input', (event) => {
    const slider = event.target;
    if (!slider.matches?.('.cc-slider')) return;
    const date = JSON.parse(slider.dataset.dates)[slider.value];
    slider.setAttribute('aria-valuetext', date);
    const shown = slider.parentElement.querySelector('.cc-date');
    if (shown) shown.textContent = date;
    document.dispatchEvent(new CustomEvent('cc-moment', { detail: Number(slider.value) }));
  });

  document.addEventListener('change', (event) => {
    const slider = event.target;
    if (!slider.matches?.('.cc-slider')) return;
    focused = 'slider';
    go(JSON.parse(slider.dataset.hrefs)[slider.value]);
  });

  // What the run puts in place of a link takes over its focus; an address with labels is written in ids.
  new MutationObserver(() => {
    const named = document.querySelector('[data-canonical]');
    if (named) {
      const wanted = named.dataset.canonical;
      named.removeAttribute('data-canonical');
      history.replaceState(history.state, '', new URL(wanted, document.location.href));
    }
    if (!focused || document.activeElement !== document.body) return;
    const again = document.querySelector(`.cc-frame [data-key="${CSS.escape(focused)}"]`)
      || document.querySelector(`[data-key="${CSS.escape(focused)}"]`);
    if (again) again.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
})();
