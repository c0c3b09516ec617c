// A chart as a picture: a button with data-picture (png or svg), data-chart (the chart's key), data-file,
// data-caption and data-credit saves that chart with those two lines under it, on the page's own ground. Everything happens in the
// browser. No angle bracket may stand before a letter here: Streamlit would take the script for markup and drop it.
(() => {
  if (window.contestedCountPictures) return;
  window.contestedCountPictures = true;
  const LINE = 42;
  const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

  function save(plot, button) {
    const layout = plot.layout;
    const drawn = plot._fullLayout;
    const before = { annotations: layout.annotations, margin: layout.margin, height: layout.height,
                     ground: layout.paper_bgcolor, wanted: plot._context.toImageButtonOptions };
    const margin = { ...(layout.margin || {}) };
    const bottom = drawn._size ? drawn._size.b : drawn.margin.b;
    const ink = getComputedStyle(document.querySelector('.stApp')).color;
    margin.b = (margin.b ?? drawn.margin.b) + LINE;
    layout.margin = margin;
    layout.height = drawn.height + LINE;
    layout.paper_bgcolor = getComputedStyle(document.querySelector('.stApp')).backgroundColor;
    layout.annotations = [...(layout.annotations || []), {
      text: [button.dataset.caption, button.dataset.credit].map(plain).join('\u003cbr>'), showarrow: false, xref: 'paper', yref: 'paper', x: 0, y: 0,
      xanchor: 'left', yanchor: 'top', yshift: -bottom - 4, align: 'left', font: { size: 11, color: ink },
    }];
    plot._context.toImageButtonOptions = {
      format: button.dataset.picture, filename: button.dataset.file,
      width: drawn.width, height: drawn.height + LINE, scale: button.dataset.picture === 'png' ? 2 : 1,
    };
    try {
      plot.querySelector('.modebar-btn[data-title^="Download"]').click();
    } finally {
      layout.annotations = before.annotations;
      layout.margin = before.margin;
      layout.height = before.height;
      layout.paper_bgcolor = before.ground;
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
