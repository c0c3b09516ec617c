// Inside another site's page: tells that page how high the picture is, for the iframe that copy_text.js gives out.
(() => {
  if (window.parent === window || window.contestedCountHeight) return;
  const page = document.querySelector('[data-testid="stMainBlockContainer"]');
  if (!page) return;
  const tell = () => window.parent.postMessage({ type: 'contested-count', height: Math.ceil(page.offsetHeight) }, '*');
  window.contestedCountHeight = new ResizeObserver(tell);
  window.contestedCountHeight.observe(page);
})();
