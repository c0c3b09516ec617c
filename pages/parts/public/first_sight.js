// Stands until the page proper does, then goes and leaves nothing behind. Where a script does not run, it stays.
(() => {
  const sight = document.getElementById("first-sight");
  const go = () => requestAnimationFrame(() => requestAnimationFrame(() => sight.remove()));
  const watch = new MutationObserver(() => {
    if (!document.querySelector('#root [data-testid="stMainBlockContainer"] h1')) return;
    watch.disconnect();
    go();
  });
  watch.observe(document.documentElement, { childList: true, subtree: true });
})();
