// Inside another page: tells that page how high the picture is, for an iframe that fits (docs/addresses.md).
(() => {
  if (window.parent === window || window.contestedCountHeight) return;
  const tell = () => {
    const page = document.querySelector('[data-testid="stMainBlockContainer"]');
    if (page) window.parent.postMessage({ type: 'contested-count', height: Math.ceil(page.scrollHeight) }, '*');
  };
  window.contestedCountHeight = new ResizeObserver(tell);
  window.contestedCountHeight.observe(document.querySelector('[data-testid="stMainBlockContainer"]') ?? document.body);
  tell();
})();
