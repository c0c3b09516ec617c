// Buttons that copy: data-copy (a text), data-copy-address (an address of ours, made whole), data-copy-frame (the same as
// an iframe). The button says so for a moment. No angle bracket may stand before a letter here.
(() => {
  if (window.contestedCountCopies) return;
  window.contestedCountCopies = true;
  const OPEN = '\u003c';
  // Where a site lets scripts stand, the iframe is as high as its picture, at any width; elsewhere as high as here.
  const FITS = 'addEventListener("message",function(e){if(e.data\u0026\u0026e.data.type==="contested-count")'
    + 'document.querySelectorAll("iframe").forEach(function(f){if(f.contentWindow===e.source)'
    + 'f.style.height=Number(e.data.height)+"px"})})';
  const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

  function textOf(button) {
    const { copy, copyAddress, copyFrame } = button.dataset;
    if (copy !== undefined) return copy;
    const whole = new URL(copyAddress ?? copyFrame, document.location.href).href;
    if (copyAddress !== undefined) return whole;
    const title = quoted(document.title);
    const frame = `${OPEN}iframe src="${quoted(whole)}" title="${title}" width="100%" height="${Number(button.dataset.height) || 620}" style="border:0" loading="lazy">${OPEN}/iframe>`;
    return `${frame}\n${OPEN}script>${FITS}${OPEN}/script>`;
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
