// A chart as a picture: a button with data-picture (png or svg), data-chart (the chart's key), data-file and the words
// that the picture carries: data-heading, data-subtitle above it, data-caption (sources) and data-credit under it, on the
// page's own ground, 1200 pixels wide; `meta.zoom` of a layout enlarges marks and words of a picture that keeps its shape,
// such as a map. Everything happens in the browser. No angle bracket may stand before a letter
// here: Streamlit would take the script for markup and drop it.
(() => {
  if (window.contestedCountPictures) return;
  window.contestedCountPictures = true;
  const WIDTH = 1200, EDGE = 32;
  const SIZES = { heading: 28, subtitle: 16, caption: 13, credit: 13 };
  const BREAK = '\u003cbr>';
  const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

  function wrapped(text, size, width) {
    const most = Math.floor(width / (size * 0.5));
    const lines = [''];
    for (const word of (text || '').split(/\s+/).filter(Boolean)) {
      const last = lines[lines.length - 1];
      if (last && last.length + word.length + 1 > most) lines.push(word);
      else lines[lines.length - 1] = last ? `${last} ${word}` : word;
    }
    return lines.filter(Boolean);
  }

  function save(plot, button) {
    const layout = plot.layout, drawn = plot._fullLayout;
    const before = { annotations: layout.annotations, margin: layout.margin, menus: layout.updatemenus, height: layout.height, width: layout.width,
                     ground: layout.paper_bgcolor, wanted: plot._context.toImageButtonOptions };
    // In a replay the marks are those of the moment on the slider, so the words are too.
    const shown = document.querySelector('.cc-date')?.textContent;
    const told = document.querySelector('[data-findings]') ? document.querySelector('.cc-heading')?.textContent : null;
    const carried = { ...button.dataset, heading: told && plot.querySelector('.updatemenu-button') ? told : button.dataset.heading };
    if (shown && told) {
      carried.subtitle = carried.subtitle.replace(button.dataset.date, shown);
      const moments = JSON.parse(document.querySelector('[data-findings]').dataset.findings);
      if (told === carried.heading) carried.caption = moments[document.querySelector('.cc-slider')?.value]?.[1] ?? carried.caption;
    }
    const style = getComputedStyle(document.querySelector('.stApp'));
    const zoom = layout.meta?.zoom ?? 1;
    const px = (length) => length / zoom;
    const sizes = Object.fromEntries(Object.entries(SIZES).map(([part, size]) => [part, px(size)]));
    const room = px(WIDTH - 2 * EDGE);
    const words = Object.fromEntries(Object.keys(sizes).map((part) => [part, wrapped(carried[part], sizes[part], room)]));
    const tall = (part) => words[part].length * sizes[part] * 1.35;
    const margin = { ...(layout.margin || {}) };
    const top = margin.t ?? 0, bottom = (drawn._size ? drawn._size.b : margin.b) ?? 0;
    const head = tall('heading') + tall('subtitle') + px(40), foot = tall('caption') + tall('credit') + px(34);
    const part = (name, face, place) => ({
      text: words[name].map(plain).map((line) => (face ? `\u003cb>${line}\u003c/b>` : line)).join(BREAK), showarrow: false,
      xref: 'paper', yref: 'paper', x: 0, xanchor: 'left', align: 'left', borderpad: 0,
      font: { size: sizes[name], color: style.color, family: face || undefined }, ...place,
    });
    margin.t = top + head;
    margin.b = bottom + foot;
    margin.l = (margin.l ?? 0) + px(EDGE);
    margin.r = (margin.r ?? 0) + px(EDGE);
    layout.margin = margin;
    layout.updatemenus = [];
    layout.height = drawn.height + head + foot;
    layout.paper_bgcolor = style.backgroundColor;
    layout.annotations = [...(layout.annotations || []),
      part('heading', 'Source Serif, serif', { y: 1, yanchor: 'top', yshift: top + head - px(20) }),
      part('subtitle', '', { y: 1, yanchor: 'top', yshift: top + head - px(24) - tall('heading') }),
      part('caption', '', { y: 0, yanchor: 'top', yshift: -bottom - px(10) }),
      part('credit', '', { y: 0, yanchor: 'top', yshift: -bottom - px(12) - tall('caption') })].filter((note) => note.text);
    plot._context.toImageButtonOptions = {
      format: button.dataset.picture, filename: button.dataset.file, width: px(WIDTH), height: layout.height, scale: zoom,
    };
    try {
      plot.querySelector('.modebar-btn[data-title^="Download"]').click();
    } finally {
      Object.assign(layout, { annotations: before.annotations, updatemenus: before.menus, margin: before.margin, height: before.height,
                              width: before.width, paper_bgcolor: before.ground });
      plot._context.toImageButtonOptions = before.wanted;
    }
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('button[data-picture]');
    if (!button) return;
    const holder = document.querySelector(`.st-key-${CSS.escape(button.dataset.chart)}`);
    const plot = holder?.querySelector('.js-plotly-plot');
    if (plot) save(plot, button);
  });
})();
