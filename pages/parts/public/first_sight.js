// Stands until the page proper does, charts and all, then goes in one step and leaves nothing behind: until then the page
// is laid out but neither seen nor read aloud. Where no script runs, it stays.
(() => {
  const sight = document.getElementById('first-sight');
  const LONGEST = 9000; // of waiting for charts, once the page has its heading
  let headed = 0;
  let height = 0;

  function stands() {
    const page = document.querySelector('#root [data-testid="stMainBlockContainer"]');
    if (!page?.querySelector('h1, [data-testid="stException"]')) return false;
    headed ||= performance.now();
    if (performance.now() - headed > LONGEST) return true;
    if (!document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')) return false;
    const before = height;
    height = page.scrollHeight;
    return height === before && !page.querySelector('[data-testid="stSkeleton"]')
      && [...page.querySelectorAll('.stPlotlyChart')]
        .every((chart) => chart.offsetParent === null || chart.querySelector('.main-svg'));
  }

  function go() {
    const { activeElement: focused } = document;
    const again = sight.contains(focused) && focused !== sight
      ? document.querySelector(`#root a[href="${CSS.escape(focused.getAttribute('href') ?? '')}"]`) : null;
    const scrolled = sight.scrollTop;
    sight.remove();
    if (scrolled) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, scrolled);
    again?.focus({ preventScroll: true });
  }

  const look = () => (stands() ? requestAnimationFrame(go) : setTimeout(look, 50));
  look();
})();
