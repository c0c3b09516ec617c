// Buttons that copy: data-copy (a text), data-copy-address (an address of ours, made whole), data-copy-frame (the same as
// an iframe). The button says so for a moment. No angle bracket may stand before a letter here.
(() => {
  if (window.contestedCountCopies) return;
  window.contestedCountCopies = true;
  const OPEN = '\u003c';
  const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

  // As high as the picture is here, with its heading in up to three lines and the source line in as many.
  function heightOf(key) {
    const charts = [...document.querySelectorAll(`.st-key-${key}, .st-key-${key}-phone`)];
    return Math.ceil(Math.max(300, ...charts.map((chart) => chart.offsetHeight))) + 260;
  }

  function textOf(button) {
    const { copy, copyAddress, copyFrame } = button.dataset;
    if (copy !== undefined) return copy;
    const whole = new URL(copyAddress ?? copyFrame, document.location.href).href;
    if (copyAddress !== undefined) return whole;
    const { frameOf, frameTitle } = button.dataset;
    const height = heightOf(frameOf);
    return `${OPEN}iframe src="${quoted(whole)}" title="${quoted(frameTitle)}" width="100%" height="${height}" style="border:0" loading="lazy">${OPEN}/iframe>`;
  }

  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = Object.assign(document.createElement('textarea'), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
  }

  document.addEventListener('click', async (event) => {
    const button = event.target.closest?.('[data-copy], [data-copy-address], [data-copy-frame]');
    if (!button) return;
    await put(textOf(button));
    const said = button.dataset.said ?? button.textContent;
    button.dataset.said = said;
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = said; }, 1500);
  });
})();
